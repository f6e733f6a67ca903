//! Who cuts a silent connection.

use super::server::{Next, Scripted};
use super::{check, shown};
use crate::process::Process;

#[test]
fn a_connection_that_outlives_its_silence_is_well() {
    let (_server, url) = Process::serve(&["--ping-every", "100ms"]);
    let checked = check(&[&url, "--idle", "1s"]);
    checked.assert(0, &[]);
    let idle = &checked.result["connection"]["idle"];
    assert_eq!(idle["outcome"], "kept");
    assert!(idle["pings_after_ms"][0].is_number(), "{idle}");
    let ended = shown(&[&url, "--idle", "200ms", "--no-message"]);
    assert!(
        ended.text().contains("✓ idle        still open after"),
        "{}",
        ended.text()
    );
}

#[test]
fn a_close_for_silence_is_told_with_its_code_and_6() {
    let server = Scripted::new(|mut client| {
        client.open("");
        client.echo(|client, first, _| {
            if first == 0x81 {
                client.reply(0x81, b"the last word");
                client.reply(0x88, b"\x03\xf3keepalive ping timeout");
                client.until_the_end();
                return Next::Leave;
            }
            Next::AsUsual
        });
    });
    let arguments = [
        &server.url,
        "--no-deflate",
        "--message",
        "the last word",
        "--idle",
        "30s",
    ];
    let checked = check(&arguments);
    checked.assert(6, &["idle-cut"]);
    checked
        .says("idle-cut", "1011 INTERNAL_ERROR")
        .says("idle-cut", "Python websockets");
    assert_eq!(checked.result["connection"]["idle"]["outcome"], "cut");
}

#[test]
fn a_cut_without_a_word_is_7() {
    let server = Scripted::new(|mut client| {
        client.open("");
        client.echo(|client, first, payload| {
            if first == 0x81 {
                client.reply(0x81, payload);
                return Next::Leave;
            }
            Next::AsUsual
        });
    });
    let checked = check(&[&server.url, "--no-deflate", "--idle", "30s"]);
    checked
        .assert(7, &["idle-cut"])
        .says("idle-cut", "without a Close");
}
