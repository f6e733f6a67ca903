//! What the parts of the protocol cost, beside memcpy of the same bytes.
//!
//! `micro` prints a Markdown table, `micro --json` the same rows as a JSON array. Run it alone on
//! the machine: `cargo run --release -p micro`.
#![forbid(unsafe_code)]

mod frames;
mod payloads;
mod row;
mod timing;

use std::process;

use row::Row;
use timing::Effort;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let json = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => false,
        ["--json"] => true,
        _ => {
            eprintln!("usage: micro [--json]");
            process::exit(2);
        }
    };
    let rows = rows(Effort::FULL);
    if json {
        println!("{}", row::json(&rows));
    } else {
        print!("{}", row::markdown(&rows));
    }
}

fn rows(effort: Effort) -> Vec<Row> {
    let mut rows = payloads::mask(effort);
    rows.extend(payloads::utf8(effort));
    rows.extend(frames::all(effort));
    rows
}
