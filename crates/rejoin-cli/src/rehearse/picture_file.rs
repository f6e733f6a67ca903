//! The file for a picture: SVG as it is, or PNG for places that show no SVG.

use std::fs;
use std::path::{Path, PathBuf};

use resvg::{tiny_skia, usvg};

use super::svg::{HEIGHT, Picture, WIDTH};
use crate::exit::Failure;

/// A file that a picture is written to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PictureFile {
    path: PathBuf,
    format: Format,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Format {
    Png,
    Svg,
}

impl PictureFile {
    /// The file of that name, which tells the format.
    pub(crate) fn parse(name: &str) -> Result<Self, &'static str> {
        let path = PathBuf::from(name);
        let format = match path.extension().and_then(|extension| extension.to_str()) {
            Some("png") => Format::Png,
            Some("svg") => Format::Svg,
            Some(_) | None => return Err("write a name that ends with .svg or .png"),
        };
        Ok(Self { path, format })
    }

    /// Finds out before anything begins whether there is a place for it.
    pub(super) fn check(&self) -> Result<(), Failure> {
        let place = self
            .path
            .parent()
            .filter(|place| !place.as_os_str().is_empty());
        let place = place.unwrap_or(Path::new("."));
        if self.path.is_dir() || !place.is_dir() {
            return Err(Failure::usage(format!(
                "cannot write --plot {}; name a file in a directory that is there",
                self.path.display()
            )));
        }
        Ok(())
    }

    /// Writes the picture.
    pub(super) fn write(&self, picture: &Picture<'_>) -> Result<(), Failure> {
        let svg = picture.svg();
        let content = match self.format {
            Format::Png => png(&svg).map_err(Failure::other)?,
            Format::Svg => svg.into_bytes(),
        };
        write(&self.path, &content)
    }
}

fn write(path: &Path, content: &[u8]) -> Result<(), Failure> {
    fs::write(path, content)
        .map_err(|error| Failure::other(format!("cannot write --plot {}: {error}", path.display())))
}

/// Draws the picture in twice its size, so that it is sharp on every screen.
fn png(svg: &str) -> Result<Vec<u8>, String> {
    let mut options = usvg::Options::default();
    let fonts = options.fontdb_mut();
    fonts.load_system_fonts();
    let family = fonts.faces().find_map(|face| face.families.first());
    let family = family.map(|(name, _)| name.clone()).ok_or(
        "this machine has no fonts for a .png; install one (DejaVu Sans, for one), or write an .svg",
    )?;
    // For when none of the named ones is here.
    fonts.set_sans_serif_family(family);
    let failed = |why: String| format!("cannot draw the .png: {why}; write an .svg");
    let tree = usvg::Tree::from_str(svg, &options).map_err(|error| failed(error.to_string()))?;
    let pixels = |length: i32| u32::try_from(length * 2).unwrap_or_default();
    let mut pixmap = tiny_skia::Pixmap::new(pixels(WIDTH), pixels(HEIGHT))
        .ok_or_else(|| failed("it has no size".to_owned()))?;
    let twice = tiny_skia::Transform::from_scale(2.0, 2.0);
    resvg::render(&tree, twice, &mut pixmap.as_mut());
    pixmap
        .encode_png()
        .map_err(|error| failed(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_the_file_tells_the_format() {
        let format = |name| PictureFile::parse(name).map(|file| file.format);
        assert_eq!(format("a.svg"), Ok(Format::Svg));
        assert_eq!(format("dir.svg/a.png"), Ok(Format::Png));
        for name in ["", "svg", ".svg", "a.jpg", "a.SVG"] {
            assert!(format(name).is_err(), "{name}");
        }
    }

    #[test]
    fn a_png_is_twice_as_large_as_the_svg() {
        let picture = Picture {
            title: "x".to_owned(),
            curves: Vec::new(),
            admit: None,
        };
        match png(&picture.svg()) {
            Ok(png) => {
                assert!(png.starts_with(b"\x89PNG\r\n\x1a\n"));
                let size = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
                assert_eq!((size(16), size(20)), (1_800, 840));
            }
            // Then it says what to do about it.
            Err(why) => assert!(why.contains("no fonts"), "{why}"),
        }
    }
}
