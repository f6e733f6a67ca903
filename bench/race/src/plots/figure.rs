//! Horizontal bars in panels, drawn as SVG.

use std::{error::Error, path::Path};

use plotters::{
    coord::Shift,
    prelude::*,
    style::text_anchor::{HPos, Pos, VPos},
};

use crate::summary::Summary;

/// A picture: a title and panels in two columns.
#[derive(Clone, Debug)]
pub(super) struct Figure {
    pub title: &'static str,
    /// What the bars mean, in one line below the title.
    pub note: &'static str,
    pub panels: Vec<Panel>,
}

/// Bars on one scale.
#[derive(Clone, Debug)]
pub(super) struct Panel {
    pub title: String,
    pub scale: Scale,
    /// The value at the right end of the scale.
    pub to: f64,
    pub bars: Vec<Bar>,
}

/// One bar, with its name before it and its value behind it.
#[derive(Clone, Debug)]
pub(super) struct Bar {
    pub label: String,
    pub value: Summary,
    pub text: String,
    pub tone: Tone,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Scale {
    /// From nothing.
    Linear,
    /// Equal lengths are equal ratios.
    Log { from: f64 },
}

/// What a bar stands for.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Tone {
    Batched,
    Floor,
    Loop,
    Rejoin,
    RejoinCore,
}

// In pixels.
const WIDTH: i32 = 900;
const MARGIN: i32 = 16;
const HEAD: i32 = 64;
const COLUMNS: usize = 2;
const PANEL_HEAD: i32 = 24;
const PANEL_FOOT: i32 = 18;
const ROW: i32 = 16;
const BAR: i32 = 10;
const LABEL: i32 = 156;
const VALUE: i32 = 64;

// An opaque, light ground: the picture reads the same on a dark page.
const GROUND: RGBColor = RGBColor(0xFF, 0xFF, 0xFF);
const TEXT: RGBColor = RGBColor(0x24, 0x29, 0x2F);
const FAINT: RGBColor = RGBColor(0x57, 0x60, 0x6A);

type Canvas<'a> = DrawingArea<SVGBackend<'a>, Shift>;

impl Figure {
    /// Draws it into a file.
    pub(super) fn write(&self, path: &Path) -> Result<(), Box<dyn Error>> {
        let rows: Vec<i32> = self.panels.chunks(COLUMNS).map(row_height).collect();
        let height = HEAD + rows.iter().sum::<i32>();
        let size = (u32::try_from(WIDTH)?, u32::try_from(height)?);
        let canvas = SVGBackend::new(path, size).into_drawing_area();
        canvas.fill(&GROUND)?;
        write_text(&canvas, self.title, (MARGIN, 24), &bold(18), HPos::Left)?;
        write_text(
            &canvas,
            self.note,
            (MARGIN, 46),
            &plain(12, FAINT),
            HPos::Left,
        )?;
        let mut top = HEAD;
        for (panels, height) in self.panels.chunks(COLUMNS).zip(rows) {
            let width = (WIDTH - MARGIN) / i32::try_from(COLUMNS)?;
            let mut left = MARGIN;
            for panel in panels {
                panel.draw(&canvas, (left, top), width - MARGIN)?;
                left += width;
            }
            top += height;
        }
        canvas.present()?;
        Ok(())
    }
}

/// As high as the highest panel of a row.
fn row_height(panels: &[Panel]) -> i32 {
    let bars = panels
        .iter()
        .map(|panel| panel.bars.len())
        .max()
        .unwrap_or(0);
    PANEL_HEAD + PANEL_FOOT + ROW * i32::try_from(bars).unwrap_or(0)
}

impl Panel {
    /// The largest value of all bars, or 1 without any.
    pub(super) fn most(&self) -> f64 {
        self.bars
            .iter()
            .map(|bar| bar.value.most)
            .fold(0.0, f64::max)
            .max(f64::MIN_POSITIVE)
    }

    fn draw(
        &self,
        canvas: &Canvas<'_>,
        (left, top): (i32, i32),
        width: i32,
    ) -> Result<(), Box<dyn Error>> {
        write_text(
            canvas,
            &self.title,
            (left, top + PANEL_HEAD / 2),
            &bold(13),
            HPos::Left,
        )?;
        let start = left + LABEL;
        let length = width - LABEL - VALUE;
        for (bar, place) in self.bars.iter().zip(0..) {
            let middle = top + PANEL_HEAD + ROW * place + ROW / 2;
            let ours = matches!(bar.tone, Tone::Rejoin | Tone::RejoinCore);
            let style = if ours { bold(12) } else { plain(12, TEXT) };
            write_text(canvas, &bar.label, (start - 6, middle), &style, HPos::Right)?;
            let end = start + self.length(bar.value.median, length).max(1);
            let (upper, lower) = (middle - BAR / 2, middle + BAR / 2);
            canvas.draw(&Rectangle::new(
                [(start, upper), (end, lower)],
                bar.tone.colour().filled(),
            ))?;
            let (least, most) = (
                start + self.length(bar.value.least, length),
                start + self.length(bar.value.most, length),
            );
            if most - least > 2 {
                canvas.draw(&PathElement::new(
                    vec![(least, middle), (most, middle)],
                    TEXT.stroke_width(1),
                ))?;
            }
            write_text(
                canvas,
                &bar.text,
                (end.max(most) + 5, middle),
                &style,
                HPos::Left,
            )?;
        }
        Ok(())
    }

    /// How long the bar of a value is, in pixels, where `full` is the longest.
    fn length(&self, value: f64, full: i32) -> i32 {
        let share = match self.scale {
            Scale::Linear => value / self.to,
            Scale::Log { from } => (value / from).ln() / (self.to / from).ln(),
        };
        #[expect(
            clippy::cast_possible_truncation,
            reason = "a share of a few hundred pixels"
        )]
        let pixels = (share.clamp(0.0, 1.0) * f64::from(full)).round() as i32;
        pixels
    }
}

impl Tone {
    fn colour(self) -> RGBColor {
        match self {
            Self::Batched => RGBColor(0x9E, 0xC1, 0xE0),
            Self::Floor => RGBColor(0x8C, 0x95, 0x9F),
            Self::Loop => RGBColor(0x4C, 0x78, 0xA8),
            Self::Rejoin => RGBColor(0xD5, 0x5E, 0x00),
            Self::RejoinCore => RGBColor(0xF0, 0xA0, 0x60),
        }
    }
}

fn plain(size: i32, colour: RGBColor) -> TextStyle<'static> {
    ("sans-serif", size).into_font().color(&colour)
}

fn bold(size: i32) -> TextStyle<'static> {
    ("sans-serif", size)
        .into_font()
        .style(FontStyle::Bold)
        .color(&TEXT)
}

fn write_text(
    canvas: &Canvas<'_>,
    text: &str,
    at: (i32, i32),
    style: &TextStyle<'_>,
    side: HPos,
) -> Result<(), Box<dyn Error>> {
    canvas.draw_text(text, &style.pos(Pos::new(side, VPos::Center)), at)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn panel(scale: Scale) -> Panel {
        Panel {
            title: String::new(),
            scale,
            to: 100.0,
            bars: Vec::new(),
        }
    }

    #[test]
    fn a_linear_scale_starts_at_nothing() {
        let panel = panel(Scale::Linear);
        assert_eq!(
            [0.0, 25.0, 100.0, 900.0].map(|value| panel.length(value, 200)),
            [0, 50, 200, 200]
        );
    }

    #[test]
    fn on_a_logarithmic_scale_equal_ratios_are_equal_lengths() {
        let panel = panel(Scale::Log { from: 1.0 });
        assert_eq!(
            [0.1, 1.0, 10.0, 100.0].map(|value| panel.length(value, 200)),
            [0, 0, 100, 200]
        );
    }
}
