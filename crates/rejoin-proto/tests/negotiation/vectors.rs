//! The vector files: rows of fields, and blocks of lines.

use std::fs;
use std::path::Path;

/// The text of a vector file.
pub(crate) fn text(name: &str) -> String {
    let folder =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../conformance/vectors/negotiation");
    let path = folder.join(name);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The rows of a file, each cut into its fields. Lines that begin with `#` are comments.
pub(crate) fn rows(text: &str) -> Vec<Vec<&str>> {
    let lines = text
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'));
    let rows: Vec<Vec<_>> = lines
        .map(|line| line.split('|').map(str::trim).collect())
        .collect();
    assert!(rows.len() > 10, "the file is shorter than it should be");
    rows
}

/// A named head with what it should come to.
#[derive(Debug)]
pub(crate) struct Block<'a> {
    pub(crate) name: &'a str,
    pub(crate) expected: &'a str,
    pub(crate) bytes: Vec<u8>,
}

/// The blocks of a file: `[name] expected`, then lines up to an empty one.
pub(crate) fn blocks(text: &str) -> Vec<Block<'_>> {
    let mut blocks = Vec::new();
    for paragraph in text.split("\n\n") {
        let mut lines = paragraph.lines().filter(|line| !line.starts_with('#'));
        let Some(title) = lines.next() else {
            continue;
        };
        let (name, expected) = title
            .strip_prefix('[')
            .and_then(|title| title.split_once("] "))
            .unwrap_or_else(|| panic!("not a title: {title}"));
        let mut head = Vec::new();
        let mut open = true;
        for line in lines {
            assert!(open, "{name}: a line follows the one that ends the head");
            match line.strip_suffix('\\').filter(|line| !line.ends_with('\\')) {
                None => head.extend(unescape(&format!("{line}\\r\\n"))),
                Some(line) => {
                    head.extend(unescape(line));
                    open = false;
                }
            }
        }
        if open {
            head.extend(b"\r\n");
        }
        blocks.push(Block {
            name,
            expected,
            bytes: head,
        });
    }
    assert!(blocks.len() > 10, "the file is shorter than it should be");
    blocks
}

/// Undoes `\r`, `\n`, `\t`, `\\` and `\xNN`.
pub(crate) fn unescape(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'\\' {
            bytes.push(byte);
            continue;
        }
        match rest.next() {
            Some(b'r') => bytes.push(b'\r'),
            Some(b'n') => bytes.push(b'\n'),
            Some(b't') => bytes.push(b'\t'),
            Some(b'\\') => bytes.push(b'\\'),
            Some(b'x') => {
                let digits: String = rest.by_ref().take(2).map(char::from).collect();
                bytes.push(u8::from_str_radix(&digits, 16).expect("two hexadecimal digits"));
            }
            other => panic!("unknown escape {other:?} in {text}"),
        }
    }
    bytes
}

/// Header lines of a field: `&&` between two, `-` for none, `<empty>` for one without a value.
pub(crate) fn lines(field: &str) -> Vec<&str> {
    if field == "-" {
        return Vec::new();
    }
    let lines = field.split("&&").map(str::trim);
    lines
        .map(|line| if line == "<empty>" { "" } else { line })
        .collect()
}
