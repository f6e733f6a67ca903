//! One figure, and how it is printed.

use std::fmt::Write as _;

/// What one operation costs.
#[derive(Debug)]
pub(crate) struct Row {
    /// What was done.
    pub(crate) what: &'static str,
    /// Of what size: of a payload, or of each of the messages.
    pub(crate) size: usize,
    /// The bytes that it was done with, all in all.
    pub(crate) bytes: usize,
    /// How many payloads or messages they were.
    pub(crate) count: usize,
    /// What all of it took.
    pub(crate) nanoseconds: f64,
    /// What copying the same bytes took.
    pub(crate) memcpy_nanoseconds: f64,
}

impl Row {
    fn nanoseconds_each(&self) -> f64 {
        self.nanoseconds / float(self.count)
    }

    fn mib_per_second(&self) -> f64 {
        mib_per_second(self.bytes, self.nanoseconds)
    }

    fn memcpy_mib_per_second(&self) -> f64 {
        mib_per_second(self.bytes, self.memcpy_nanoseconds)
    }
}

/// A JSON array of records.
pub(crate) fn json(rows: &[Row]) -> String {
    let records = rows.iter().map(|row| {
        format!(
            "{{\"what\":\"{}\",\"size\":{},\"nanoseconds\":{:.2},\
             \"mib_per_second\":{:.1},\"memcpy_mib_per_second\":{:.1}}}",
            row.what,
            row.size,
            row.nanoseconds_each(),
            row.mib_per_second(),
            row.memcpy_mib_per_second(),
        )
    });
    format!("[{}]", records.collect::<Vec<_>>().join(","))
}

/// A Markdown table.
pub(crate) fn markdown(rows: &[Row]) -> String {
    let mut text = String::from(
        "| what | size | ns each | MiB/s | memcpy MiB/s |\n|---|---:|---:|---:|---:|\n",
    );
    for row in rows {
        writeln!(
            text,
            "| {} | {} | {:.1} | {:.0} | {:.0} |",
            row.what,
            row.size,
            row.nanoseconds_each(),
            row.mib_per_second(),
            row.memcpy_mib_per_second(),
        )
        .expect("writing to a string cannot fail");
    }
    text
}

fn mib_per_second(bytes: usize, nanoseconds: f64) -> f64 {
    float(bytes) / nanoseconds * 1e9 / f64::from(1 << 20)
}

fn float(number: usize) -> f64 {
    f64::from(u32::try_from(number).expect("nothing here is as large"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row() -> Row {
        Row {
            what: "mask",
            size: 1 << 10,
            bytes: 1 << 20,
            count: 1 << 10,
            nanoseconds: 1e6,
            memcpy_nanoseconds: 5e5,
        }
    }

    #[test]
    fn a_mebibyte_in_a_millisecond_is_a_thousand_a_second() {
        let table = markdown(&[row()]);
        assert!(
            table.contains("| mask | 1024 | 976.6 | 1000 | 2000 |"),
            "{table}"
        );
    }

    #[test]
    fn the_records_are_json() {
        let text = json(&[row(), row()]);
        let value: serde_json::Value = serde_json::from_str(&text).expect(&text);
        assert_eq!(value[1]["what"], "mask");
        assert_eq!(value[1]["memcpy_mib_per_second"], 2000.0);
    }
}
