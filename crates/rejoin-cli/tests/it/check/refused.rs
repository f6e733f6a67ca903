//! Servers that cannot be reached, that do not answer, or that answer otherwise than with 101.

use super::check;
use super::server::Scripted;
use crate::process::Process;

#[test]
fn nobody_listening_is_3() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = listener.local_addr().expect("it is bound");
    drop(listener);
    let checked = check(&[&format!("ws://{address}/")]);
    checked
        .assert(3, &["unreachable"])
        .says("unreachable", "nothing listens on this port");
}

#[test]
fn a_name_without_an_address_is_3() {
    // RFC 6761 section 6.4: never resolves.
    let checked = check(&["ws://rejoin.invalid/"]);
    checked.assert(3, &["name-unknown"]);
}

#[test]
fn a_server_that_never_answers_is_3() {
    let server = Scripted::new(|mut client| client.until_the_end());
    let checked = check(&[&server.url, "--timeout", "300ms"]);
    checked.assert(3, &["no-answer"]);
}

#[test]
fn a_server_that_hangs_up_is_3() {
    let server = Scripted::new(drop);
    let checked = check(&[&server.url]);
    checked.assert(3, &["no-answer"]);
    let server = Scripted::answering("HTTP/1.1 101 Switching");
    let checked = check(&[&server.url]);
    checked.assert(3, &["answer-cut-short"]);
}

#[test]
fn another_protocol_is_recognised() {
    let server = Scripted::raw(|stream| {
        use std::io::Write as _;
        let _ = (&stream).write_all(b"SSH-2.0-OpenSSH_9.2\r\n");
    });
    let checked = check(&[&server.url]);
    checked
        .assert(4, &["not-http"])
        .says("not-http", "speaks SSH");
}

#[test]
fn redirects_are_told_from_redirects_to_a_login() {
    for (location, id) in [
        (
            "https://sso.example.com/login?next=/chat",
            "redirected-to-login",
        ),
        ("/accounts/sign-in", "redirected-to-login"),
        ("/chat/", "redirected"),
        ("https://127.0.0.1/", "redirected"),
    ] {
        let server = Scripted::answering(format!(
            "HTTP/1.1 302 Found\r\nLocation: {location}\r\nContent-Length: 0\r\n\r\n"
        ));
        let checked = check(&[&server.url]);
        checked.assert(4, &[id]).says(id, location);
    }
}

#[test]
fn every_status_has_its_advice() {
    for (status, lines, body, id, words) in [
        (
            "401 Unauthorized",
            "WWW-Authenticate: Basic realm=\"x\"\r\n",
            "",
            "unauthorized",
            "asks for Basic",
        ),
        (
            "407 Proxy Authentication Required",
            "",
            "",
            "unauthorized",
            "407",
        ),
        ("403 Forbidden", "", "", "forbidden", "--origin"),
        (
            "404 Not Found",
            "Server: nginx\r\n",
            "",
            "not-found",
            "proxy_set_header Upgrade",
        ),
        (
            "426 Upgrade Required",
            "Upgrade: websocket\r\n",
            "",
            "upgrade-lost",
            "RFC 9110 section 7.8",
        ),
        (
            "426 Upgrade Required",
            "Sec-WebSocket-Version: 8, 7\r\n",
            "",
            "version-unsupported",
            "version 8, 7",
        ),
        (
            "400 Bad Request",
            "",
            "Can \"Upgrade\" only to \"WebSocket\".",
            "upgrade-lost",
            "Upgrade",
        ),
        ("400 Bad Request", "", "no", "refused", "400"),
        (
            "400 Bad Request",
            "",
            "<h1>The plain HTTP request was sent to HTTPS port</h1>",
            "plain-on-tls-port",
            "wss://127.0.0.1",
        ),
        (
            "200 OK",
            "Server: nginx\r\n",
            "<html>",
            "web-page",
            "proxy_http_version 1.1",
        ),
        (
            "429 Too Many Requests",
            "Retry-After: 7\r\n",
            "",
            "busy",
            "after 7",
        ),
        ("503 Service Unavailable", "", "", "busy", "later"),
        (
            "502 Bad Gateway",
            "Server: awselb/2.0\r\n",
            "",
            "bad-gateway",
            "behind it",
        ),
        (
            "500 Internal Server Error",
            "",
            "oops",
            "server-error",
            "log",
        ),
        ("418 I'm a teapot", "", "", "refused", "418 I'm a teapot"),
    ] {
        let length = body.len();
        let server = Scripted::answering(format!(
            "HTTP/1.1 {status}\r\n{lines}Content-Length: {length}\r\n\r\n{body}"
        ));
        let checked = check(&[&server.url]);
        checked.assert(4, &[id]).says(id, words);
    }
}

#[test]
fn http_1_0_is_recognised_by_the_answer_and_by_what_our_server_says() {
    let server = Scripted::answering("HTTP/1.0 200 OK\r\n\r\nhello");
    check(&[&server.url]).assert(4, &["web-page", "http-1.0"]);
    let server = Scripted::answering(
        "HTTP/1.1 426 Upgrade Required\r\nServer: nginx/1.22.1\r\n\r\n\
         WebSocket handshake refused: HTTP/1.0 cannot upgrade.\n",
    );
    let checked = check(&[&server.url]);
    checked
        .assert(4, &["http-1.0"])
        .says("http-1.0", "proxy_http_version 1.1;");
}

#[test]
fn our_own_server_tells_which_origin_it_does_not_want() {
    let (_server, url) = Process::serve(&[]);
    let checked = check(&[&url, "--origin", "https://elsewhere.example"]);
    checked
        .assert(4, &["forbidden"])
        .says("forbidden", "add this Origin");
}

#[test]
fn the_line_of_the_error_says_what_to_do() {
    let server = Scripted::answering("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
    let checked = check(&[&server.url]);
    let line = checked.ended.error();
    assert!(
        line.contains("404 Not Found") && line.contains("check the path"),
        "{line}"
    );
}
