//! Open connections that are not what they should be.

use super::check;
use super::server::{Client, Next, Scripted};

const DEFLATE: &str = "Sec-WebSocket-Extensions: permessage-deflate\r\n";

/// An echo server with compression, but for what `special` takes.
fn compressing(
    special: impl Fn(&mut Client, u8, &[u8]) -> Next + Send + Clone + 'static,
) -> Scripted {
    Scripted::new(move |mut client| {
        client.open(DEFLATE);
        client.echo(special.clone());
    })
}

#[test]
fn compression_that_the_server_does_not_know_of_is_told_by_its_1002() {
    let server = compressing(|client, first, _| {
        if first == 0xc1 {
            client.reply(0x88, b"\x03\xeaRSV1 must be clear");
            client.until_the_end();
            return Next::Leave;
        }
        Next::AsUsual
    });
    let checked = check(&[&server.url]);
    let id = "compression-broken-outbound";
    checked.assert(6, &[id]).says(id, "1002 PROTOCOL_ERROR");
}

#[test]
fn compression_that_ends_the_connection_is_told_by_its_end() {
    let server = compressing(|_, first, _| {
        if first == 0xc1 {
            Next::Leave
        } else {
            Next::AsUsual
        }
    });
    let checked = check(&[&server.url]);
    let id = "compression-broken-outbound";
    checked
        .assert(7, &[id])
        .says(id, "a compressed message ends it");
}

#[test]
fn compressed_messages_that_are_swallowed_are_missed() {
    let server = compressing(|_, first, _| {
        if first == 0xc1 {
            Next::Done
        } else {
            Next::AsUsual
        }
    });
    let checked = check(&[&server.url]);
    let id = "compression-broken-outbound";
    checked
        .assert(1, &[id])
        .says(id, "does not come back, a plain one does");
}

#[test]
fn rfc7692_7_1_1_a_server_that_forgets_the_window_is_told_by_the_second_message() {
    // What the second message takes from the first is more than half of it.
    let server = Scripted::new(|mut client| {
        client.open(DEFLATE);
        let mut compressed = 0;
        client.echo(|client, first, _| {
            compressed += u32::from(first == 0xc1);
            if compressed == 2 {
                client.reply(0x88, b"\x03\xefinflate");
                client.until_the_end();
                return Next::Leave;
            }
            Next::AsUsual
        });
    });
    let checked = check(&[&server.url]);
    let id = "compression-broken-outbound";
    checked
        .assert(6, &[id])
        .says(id, "client_no_context_takeover");
}

#[test]
fn rfc6455_5_2_compression_that_was_not_agreed_here_is_told_by_its_bit() {
    let server = Scripted::new(|mut client| {
        client.open("");
        client.echo(|client, first, _| {
            if first == 0x81 {
                client.reply(0xc1, b"\xf2\x48\xcd\xc9\xc9\x07\x00");
                return Next::Done;
            }
            Next::AsUsual
        });
    });
    let checked = check(&[&server.url, "--no-deflate"]);
    let id = "compression-unagreed";
    checked.assert(1, &[id]).says(id, "RSV1");
}

#[test]
fn what_cannot_be_inflated_is_told() {
    let server = compressing(|client, first, _| {
        if first == 0xc1 {
            client.reply(0xc1, b"\xff\xff\xff");
            return Next::Done;
        }
        Next::AsUsual
    });
    let checked = check(&[&server.url]);
    checked.assert(1, &["compression-broken-inbound"]);
}

#[test]
fn a_server_that_closes_on_a_strange_message_may_be_right() {
    let server = Scripted::new(|mut client| {
        client.open("");
        client.echo(|client, first, _| {
            if first == 0x81 {
                client.reply(0x88, b"\x03\xebno JSON");
                client.until_the_end();
                return Next::Leave;
            }
            Next::AsUsual
        });
    });
    let checked = check(&[&server.url, "--no-deflate"]);
    checked
        .assert(6, &["closed-early"])
        .says("closed-early", "--no-message");
    check(&[&server.url, "--no-deflate", "--no-message"]).assert(0, &[]);
}

#[test]
fn a_server_that_vanishes_is_7() {
    let server = Scripted::new(|mut client| {
        client.open("");
        client.frame();
    });
    let checked = check(&[&server.url, "--no-deflate"]);
    checked.assert(7, &["lost"]).says("lost", "1006");
}

#[test]
fn rfc6455_5_5_2_a_server_without_pongs_is_found() {
    let server = Scripted::new(|mut client| {
        client.open("");
        client.echo(|_, first, _| {
            if first == 0x89 {
                Next::Done
            } else {
                Next::AsUsual
            }
        });
    });
    let checked = check(&[&server.url, "--no-deflate", "--timeout", "500ms"]);
    checked.assert(1, &["no-pong"]);
}

#[test]
fn a_broken_frame_is_told_with_its_rule() {
    let server = Scripted::new(|mut client| {
        client.open("");
        client.send(b"\x83\x00");
        client.until_the_end();
    });
    let checked = check(&[&server.url, "--no-deflate"]);
    checked
        .assert(1, &["protocol-broken"])
        .says("protocol-broken", "reserved opcode");
}

#[test]
fn a_server_that_never_answers_the_close_is_7() {
    let server = Scripted::new(|mut client| {
        client.open("");
        client.echo(|_, first, _| {
            if first == 0x88 {
                Next::Done
            } else {
                Next::AsUsual
            }
        });
    });
    let checked = check(&[&server.url, "--no-deflate", "--timeout", "500ms"]);
    checked
        .assert(7, &["close-unanswered"])
        .says("close-unanswered", "RFC 6455 section 5.5.1");
}

#[test]
fn a_server_that_ends_tcp_instead_of_answering_is_7() {
    let server = Scripted::new(|mut client| {
        client.open("");
        client.echo(|_, first, _| {
            if first == 0x88 {
                Next::Leave
            } else {
                Next::AsUsual
            }
        });
    });
    check(&[&server.url, "--no-deflate"]).assert(7, &["close-without-frame"]);
}

#[test]
fn a_close_answered_with_a_failure_is_6() {
    let server = Scripted::new(|mut client| {
        client.open("");
        client.echo(|client, first, _| {
            if first == 0x88 {
                client.reply(0x88, b"\x03\xf3");
                return Next::Leave;
            }
            Next::AsUsual
        });
    });
    let checked = check(&[&server.url, "--no-deflate"]);
    checked.assert(6, &["close-answered-otherwise"]);
}

#[test]
fn rfc6455_7_1_1_a_server_that_leaves_tcp_open_is_a_warning() {
    let server = Scripted::new(|mut client| {
        client.open("");
        client.echo(|client, first, payload| {
            if first == 0x88 {
                client.reply(0x88, payload);
                client.until_the_end();
                return Next::Leave;
            }
            Next::AsUsual
        });
    });
    check(&[&server.url, "--no-deflate"]).assert(0, &["transport-left-open"]);
}
