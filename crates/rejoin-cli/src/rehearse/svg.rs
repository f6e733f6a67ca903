//! Arrivals per second as a picture.

use core::fmt::Write as _;
use core::time::Duration;

use super::scale;
use super::tally::{busiest_second, per_step};
use crate::numbers::Count;

/// What is drawn.
#[derive(Clone, Debug)]
pub(super) struct Picture<'a> {
    /// The line above it.
    pub(super) title: String,
    /// The lines, each with its name.
    pub(super) curves: Vec<Curve<'a>>,
    /// How many clients may come back in a second.
    pub(super) admit: Option<u32>,
}

/// One line.
#[derive(Clone, Debug)]
pub(super) struct Curve<'a> {
    /// Its name in the legend.
    pub(super) name: String,
    /// When clients arrived.
    pub(super) arrivals: &'a [Duration],
}

impl Picture<'_> {
    /// The picture as SVG.
    pub(super) fn svg(&self) -> String {
        let counts: Vec<Vec<u32>> = self
            .curves
            .iter()
            .map(|curve| per_step(curve.arrivals, Duration::from_secs(1)))
            .collect();
        // The line for the admission has room above it.
        let admit = self.admit.map(|admit| admit.saturating_add(admit / 4));
        let highest = counts.iter().flatten().copied().chain(admit).max();
        let longest = counts.iter().map(Vec::len).max();
        let axes = Axes {
            top: scale::ceiling(highest.map_or(1.0, f64::from)),
            end: scale::ceiling_of_time(longest.unwrap_or(1)),
        };
        let mut svg = String::new();
        // Writing to a String cannot fail.
        let _ = self.write(&mut svg, &axes, &counts);
        svg
    }

    fn write(&self, svg: &mut String, axes: &Axes, counts: &[Vec<u32>]) -> core::fmt::Result {
        writeln!(
            svg,
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="{FONTS}" font-size="13" fill="{INK}">"#
        )?;
        writeln!(
            svg,
            r##"<rect width="100%" height="100%" fill="#ffffff"/>"##
        )?;
        let title = escaped(&self.title);
        writeln!(
            svg,
            r#"<text x="{LEFT}" y="28" font-size="17" font-weight="bold">{title}</text>"#
        )?;
        axes.write(svg)?;
        for (number, counts) in counts.iter().enumerate().rev() {
            let colour = COLOURS[number % COLOURS.len()];
            let line = axes.steps(counts);
            writeln!(
                svg,
                r#"<path d="{line}Z" fill="{colour}" fill-opacity="0.18" stroke="none"/>"#
            )?;
            writeln!(
                svg,
                r#"<path d="{line}" fill="none" stroke="{colour}" stroke-width="2"/>"#
            )?;
        }
        if let Some(admit) = self.admit {
            let y = axes.y(admit);
            writeln!(
                svg,
                r#"<path d="M{LEFT} {y:.1}H{RIGHT}" stroke="{INK}" stroke-width="1.5" stroke-dasharray="6 4"/>"#
            )?;
        }
        self.write_legend(svg)?;
        writeln!(svg, "</svg>")
    }

    /// Names, each with its busiest second, which need not be one of the steps.
    fn write_legend(&self, svg: &mut String) -> core::fmt::Result {
        let (x, mut y) = (RIGHT - 300, TOP + 16);
        for (curve, colour) in self.curves.iter().zip(COLOURS.iter().cycle()) {
            let peak = busiest_second(curve.arrivals);
            let (name, peak) = (escaped(&curve.name), Count(peak.into()));
            writeln!(
                svg,
                r#"<path d="M{x} {}h24" stroke="{colour}" stroke-width="4"/><text x="{}" y="{y}">{name}: up to {peak} in a second</text>"#,
                y - 4,
                x + 32,
            )?;
            y += 20;
        }
        if let Some(admit) = self.admit {
            writeln!(
                svg,
                r#"<path d="M{x} {}h24" stroke="{INK}" stroke-width="1.5" stroke-dasharray="6 4"/><text x="{}" y="{y}">admitted: {} in a second</text>"#,
                y - 4,
                x + 32,
                Count(admit.into()),
            )?;
        }
        Ok(())
    }
}

/// Where numbers lie in the picture.
struct Axes {
    /// The highest number of arrivals.
    top: u32,
    /// The last second.
    end: u32,
}

impl Axes {
    fn x(&self, second: u32) -> f64 {
        f64::from(LEFT) + f64::from(RIGHT - LEFT) * f64::from(second) / f64::from(self.end)
    }

    fn y(&self, arrivals: u32) -> f64 {
        f64::from(BOTTOM) - f64::from(BOTTOM - TOP) * f64::from(arrivals) / f64::from(self.top)
    }

    /// Grid, numbers and units.
    fn write(&self, svg: &mut String) -> core::fmt::Result {
        for part in 0..=PARTS {
            let arrivals = u64::from(self.top) * u64::from(part) / u64::from(PARTS);
            let y = self.y(u32::try_from(arrivals).unwrap_or(u32::MAX));
            writeln!(
                svg,
                r##"<path d="M{LEFT} {y:.1}H{RIGHT}" stroke="#dddddd"/><text x="{}" y="{:.1}" text-anchor="end">{}</text>"##,
                LEFT - 8,
                y + 4.5,
                Count(arrivals),
            )?;
        }
        let step = scale::mark(self.end) as usize;
        for second in (0..=self.end).step_by(step) {
            let x = self.x(second);
            writeln!(
                svg,
                r#"<path d="M{x:.1} {BOTTOM}v5" stroke="{INK}"/><text x="{x:.1}" y="{}" text-anchor="middle">{second}</text>"#,
                BOTTOM + 20,
            )?;
        }
        writeln!(
            svg,
            r#"<path d="M{LEFT} {BOTTOM}H{RIGHT}" stroke="{INK}"/>"#
        )?;
        let (middle, low) = (i32::midpoint(LEFT, RIGHT), BOTTOM + 42);
        writeln!(
            svg,
            r#"<text x="{middle}" y="{low}" text-anchor="middle">seconds since the restart began</text>"#
        )?;
        let middle = i32::midpoint(TOP, BOTTOM);
        writeln!(
            svg,
            r#"<text transform="translate(18 {middle}) rotate(-90)" text-anchor="middle">clients connected, per second</text>"#
        )
    }

    /// The outline of the steps, from the ground and back to it.
    fn steps(&self, counts: &[u32]) -> String {
        let mut path = format!("M{LEFT} {BOTTOM}");
        for (second, count) in (0_u32..).zip(counts) {
            // Writing to a String cannot fail.
            let _ = write!(path, "V{:.1}H{:.1}", self.y(*count), self.x(second + 1));
        }
        // As above.
        let _ = write!(path, "V{BOTTOM}");
        path
    }
}

/// Text that cannot be mistaken for markup.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

pub(super) const WIDTH: i32 = 900;

pub(super) const HEIGHT: i32 = 420;

const LEFT: i32 = 80;

const RIGHT: i32 = 880;

const TOP: i32 = 50;

const BOTTOM: i32 = 360;

const PARTS: u32 = 5;

const FONTS: &str = "DejaVu Sans, Verdana, Helvetica, Arial, sans-serif";

const INK: &str = "#333333";

/// Distinct for colour-blind people too (Okabe and Ito).
const COLOURS: [&str; 6] = [
    "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn picture(curves: Vec<Curve<'_>>, admit: Option<u32>) -> String {
        let title = "a < b & c".to_owned();
        Picture {
            title,
            curves,
            admit,
        }
        .svg()
    }

    #[test]
    fn a_picture_has_a_title_axes_a_legend_and_a_line_for_the_admission() {
        let slow: Vec<_> = (0..40).map(|at| Duration::from_millis(at * 100)).collect();
        let fast = vec![Duration::from_secs(1); 40];
        let curve = |name: &str, arrivals| Curve {
            name: name.to_owned(),
            arrivals,
        };
        let svg = picture(vec![curve("slow", &slow), curve("fast", &fast)], Some(20));
        for part in [
            "a &lt; b &amp; c",
            "slow: up to 10 in a second",
            "fast: up to 40 in a second",
            "admitted: 20 in a second",
            "seconds since the restart began",
            "clients connected, per second",
        ] {
            assert!(svg.contains(part), "{part}: {svg}");
        }
        // 40 of 50 clients, from the second second to the third of five.
        assert!(svg.contains("M80 360V360.0H240.0V112.0H400.0V360"), "{svg}");
    }

    #[test]
    fn a_picture_of_nothing_has_axes() {
        let svg = picture(vec![], None);
        assert!(
            svg.contains("per second") && !svg.contains("admitted"),
            "{svg}"
        );
    }
}
