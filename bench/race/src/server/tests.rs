use std::{
    fs,
    os::unix::fs::PermissionsExt,
    sync::{Mutex, PoisonError},
};

use tempfile::TempDir;

use super::*;
use crate::{cells, contestants};

/// One at a time: a process that is started while another test writes its script
/// holds that script open for a moment, and what is being written cannot be run.
static ALONE: Mutex<()> = Mutex::new(());

/// A folder in which every program is this shell script.
fn programs(script: &str) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for contestant in contestants::all() {
        let path = folder.path().join(&contestant.program);
        fs::write(&path, format!("#!/bin/sh\n{script}\n")).expect("it can be written");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("it is ours");
    }
    folder
}

fn start(script: &str, cell: &str, contestant: &str) -> Result<Server, NotStarted> {
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    let certificate = Certificate::new().expect("a certificate");
    let cell = cells::all(19_500)
        .into_iter()
        .find(|entry| entry.id() == cell)
        .expect("there is such a cell");
    let contestant = contestants::all()
        .into_iter()
        .find(|entry| entry.id == contestant)
        .expect("there is such a contestant");
    Server::start(programs(script).path(), &contestant, &cell, &certificate)
}

#[test]
fn a_server_is_asked_where_it_listens() {
    let script = "echo listening 127.0.0.1:4711";
    let server = start(script, "one-in-flight/16B/1x1", "yawc").expect("it starts");
    assert_eq!(server.address().port(), 4711);
}

#[test]
fn a_server_may_say_that_it_cannot() {
    let script = "echo '--deflate: the library has none' >&2; exit 2";
    match start(script, "one-in-flight/16B/1x1", "yawc") {
        Err(NotStarted::Cannot(reason)) => assert_eq!(reason, "--deflate: the library has none"),
        other => panic!("it was {other:?}"),
    }
}

#[test]
fn a_server_that_ends_at_once_has_failed() {
    match start("echo no port >&2; exit 1", "one-in-flight/16B/1x1", "yawc") {
        Err(NotStarted::Failed(reason)) => assert_eq!(reason, "it did not start: no port"),
        other => panic!("it was {other:?}"),
    }
}

#[test]
fn a_server_is_told_what_its_cell_needs() {
    // What the script was given comes back as its complaint.
    let told = |cell, contestant| match start("echo \"$@\" >&2; exit 2", cell, contestant) {
        Err(NotStarted::Cannot(arguments)) => arguments,
        other => panic!("it was {other:?}"),
    };
    assert_eq!(
        told("many-in-flight/16B/1x64", "yawc-batched"),
        "--mode batched"
    );
    assert_eq!(
        told("deflate/1KiB/100x1/with-takeover", "yawc"),
        "--mode loop --deflate takeover"
    );
    assert_eq!(
        told("memory/10000/deflate-without-takeover/never-used", "yawc"),
        "--mode loop --deflate no-takeover"
    );
    assert_eq!(
        told("broadcast/1KiB/10000", "axum"),
        "--mode loop --broadcast"
    );
    let tls = told("handshakes/tls/browser/64", "axum");
    assert!(tls.starts_with("--mode loop --tls /"), "{tls}");
    assert!(tls.ends_with("/key.pem"), "{tls}");
}
