use std::fs;

use super::*;
use crate::results::samples;

#[test]
fn every_plot_names_everybody_who_has_a_figure_in_it() {
    let results =
        samples::results(|_, contestant| Some(if contestant.is_peer() { 9000.0 } else { 5000.0 }));
    let folder = tempfile::tempdir().expect("a folder");
    let plots = write(&results, folder.path()).expect("they can be drawn");
    assert_eq!(plots.len(), 5);
    for plot in &plots {
        let svg = fs::read_to_string(folder.path().join(&plot.file)).expect("it was written");
        assert!(svg.contains(plot.title), "{}", plot.file);
        assert!(
            svg.contains("Rejoin") && svg.contains("yawc"),
            "{}",
            plot.file
        );
    }
    let many = fs::read_to_string(folder.path().join(&plots[0].file)).expect("it was written");
    assert!(many.contains("1.80×") && many.contains("yawc, batched"));
}

#[test]
fn without_figures_there_is_no_plot() {
    let folder = tempfile::tempdir().expect("a folder");
    let plots = write(&samples::results(|_, _| None), folder.path()).expect("nothing is drawn");
    assert_eq!(plots, []);
}

#[test]
fn the_least_stands_first() {
    let results = samples::results(|_, contestant| {
        Some(if contestant.id == "axum" {
            1000.0
        } else {
            2000.0
        })
    });
    let panel = panel(
        &results,
        &results.cells[0],
        String::new(),
        Scale::Linear,
        microseconds,
    );
    let first = panel.bars.first().expect("there are bars");
    assert_eq!(
        (first.label.as_str(), first.text.as_str()),
        ("axum", "1.00 µs")
    );
}
