use super::*;
use crate::results::{Micro, samples};

#[test]
fn a_field_has_the_median_the_ratio_and_the_spread() {
    let results = samples::results(|_, contestant| {
        Some(match contestant.id.as_str() {
            "floor-ws" => 5000.0,
            "rejoin" => 5250.0,
            "yawc" => 7000.0,
            _ => 9000.0,
        })
    });
    let text = table::section(&results, Section::OneInFlight).expect("there are figures");
    let row = text
        .lines()
        .find(|line| line.starts_with("| 16 B, 100 × 1 "))
        .expect("there is such a row");
    assert!(row.contains("| 5.00<br><sub>5.00 – 5.00</sub> |"), "{row}");
    assert!(
        row.contains("| 5.25 **1.05×**<br><sub>5.25 – 5.25</sub> |"),
        "{row}"
    );
    assert!(row.contains("| yawc<br>Rejoin: **0.75×** |"), "{row}");
}

#[test]
fn every_row_of_a_table_has_as_many_fields_as_its_head() {
    let results = samples::results(|_, contestant| (contestant.id != "axum").then_some(1000.0));
    for section in Section::ALL {
        let Some(text) = table::section(&results, section) else {
            continue;
        };
        let widths: Vec<_> = text.lines().map(|line| line.matches('|').count()).collect();
        assert!(widths.windows(2).all(|pair| pair[0] == pair[1]), "{text}");
        assert!(!text.contains("axum |"), "{text}");
    }
}

#[test]
fn a_section_without_figures_is_not_shown() {
    let results = samples::results(|cell, _| (cell.section == Section::Text).then_some(1.0));
    let text = markdown(&results, &[]);
    assert!(text.contains("## Echo of text"));
    assert!(!text.contains("## Broadcast"));
    assert!(!text.contains("What was agreed"));
    assert!(text.contains("| broadcast/125B/10000 | Rejoin | failed: lost its way |"));
}

#[test]
fn the_head_says_what_was_run_and_where() {
    let text = markdown(&samples::results(|_, _| Some(1.0)), &[]);
    for part in [
        "2026-01-31",
        "0123abc",
        "cargo run --release -p race",
        "A processor",
        "axum 0.8.0",
        "A remark.",
    ] {
        assert!(text.contains(part), "{part} is missing");
    }
}

#[test]
fn the_report_says_what_was_agreed_on_compression() {
    let text = markdown(&samples::results(|_, _| Some(1.0)), &[]);
    assert!(
        text.contains("| yawc | with takeover | `permessage-deflate` |"),
        "{text}"
    );
}

#[test]
fn microbenchmarks_become_a_table() {
    let mask = Micro {
        what: "mask".to_owned(),
        size: 1024,
        nanoseconds: 17.0,
        mib_per_second: 50_000.0,
        memcpy_mib_per_second: 100_000.0,
    };
    let text = table::micro(&[mask]).expect("there is a row");
    assert!(
        text.ends_with("| mask | 1 KiB | 17.0 | 50,000 | 100,000 | **0.50×** |\n"),
        "{text}"
    );
    assert_eq!(table::micro(&[]), None);
}

#[test]
fn the_newest_results_replace_the_older_ones_in_a_document() {
    let document = "before\n<!-- newest results: written by the race -->\nold\n<!-- end of the newest results -->\nafter\n";
    let once = insert(document, "new").expect("it has the marks");
    assert!(once.starts_with("before\n") && once.ends_with("after\n") && !once.contains("old"));
    assert_eq!(insert(&once, "new").as_deref(), Some(once.as_str()));
    assert_eq!(insert("no marks", "new"), None);
}

#[test]
fn the_readme_has_a_place_for_the_newest_results() {
    let readme = include_str!("../../../README.md");
    let text = insert(readme, "what came of it").expect("it has the marks");
    assert!(text.contains("\nwhat came of it\n"));
}
