//! Which extensions follow from which flags.

use clap::Parser;

use super::{ExtensionArgs, Offers};
use crate::exit::Exit;
use rejoin::proto::handshake::{Extensions, Need};

#[derive(Debug, Parser)]
struct Flags {
    #[command(flatten)]
    extensions: ExtensionArgs,
    #[arg(long, value_parser = Offers::parse)]
    offer: Option<Offers>,
}

fn extensions(flags: &[&str]) -> Result<Extensions, Exit> {
    let flags = Flags::try_parse_from([&["x"], flags].concat()).map_err(|_| Exit::Usage)?;
    flags
        .extensions
        .extensions(flags.offer.as_ref())
        .map_err(|failure| failure.exit)
}

/// The offers as they stand in the header, and which names are required.
fn summary(flags: &[&str]) -> (String, Vec<String>) {
    let extensions = extensions(flags).expect("the flags make sense");
    let mut offers = Vec::new();
    let mut required = Vec::new();
    for (extension, need) in extensions.iter() {
        for params in extension.offers() {
            let between = if params.is_empty() { "" } else { "; " };
            offers.push(format!("{}{between}{params}", extension.name()));
        }
        if need == Need::Required {
            required.push(extension.name().to_owned());
        }
    }
    (offers.join(", "), required)
}

#[test]
fn deflate_is_offered_and_optional_by_default() {
    let (offers, required) = summary(&[]);
    assert_eq!(offers, "permessage-deflate; client_max_window_bits");
    assert!(required.is_empty());
}

#[test]
fn no_deflate_offers_nothing() {
    assert!(extensions(&["--no-deflate"]).expect("sensible").is_empty());
}

#[test]
fn a_required_extension_is_offered_too() {
    let (offers, required) = summary(&["--require", "x-tenant", "--no-deflate"]);
    assert_eq!(offers, "x-tenant");
    assert_eq!(required, ["x-tenant"]);
    let (offers, required) = summary(&["--require", "permessage-deflate"]);
    assert_eq!(offers, "permessage-deflate; client_max_window_bits");
    assert_eq!(required, ["permessage-deflate"]);
}

#[test]
fn offers_replace_the_default_and_keep_their_words() {
    let words = "permessage-deflate; client_max_window_bits=10, permessage-deflate, x-trace; a=1";
    let (offers, required) = summary(&["--offer", words]);
    assert_eq!(offers, words);
    assert!(required.is_empty());
    let (_, required) = summary(&["--offer", words, "--require", "x-trace"]);
    assert_eq!(required, ["x-trace"]);
}

#[test]
fn an_extension_that_is_required_and_not_among_the_offers_is_added() {
    let (offers, required) = summary(&["--offer", "x-trace", "--require", "permessage-deflate"]);
    assert_eq!(
        offers,
        "x-trace, permessage-deflate; client_max_window_bits"
    );
    assert_eq!(required, ["permessage-deflate"]);
}

#[test]
fn the_parameters_of_deflate_have_flags() {
    let (offers, _) = summary(&[
        "--server-max-window-bits",
        "10",
        "--client-max-window-bits",
        "9",
        "--server-no-context-takeover",
        "--client-no-context-takeover",
        "--deflate-level",
        "9",
        "--deflate-threshold",
        "1KiB",
    ]);
    let parameters = [
        "server_no_context_takeover",
        "client_no_context_takeover",
        "server_max_window_bits=10",
        "client_max_window_bits=9",
    ];
    for parameter in parameters {
        assert!(offers.contains(parameter), "{parameter} in {offers}");
    }
}

#[test]
fn what_makes_no_sense_is_a_usage_error() {
    for flags in [
        &["--no-deflate", "--require", "permessage-deflate"][..],
        &["--no-deflate", "--offer", "permessage-deflate"],
        &["--offer", "permessage-deflate; server_max_window_bits=16"],
        &["--offer", "permessage-deflate; turbo"],
        &["--offer", "x-a, x-a; b"],
        &["--offer", ""],
        &["--offer", "a;"],
        &["--require", "a b"],
        &["--require", "a, b"],
        &["--require", ""],
        &["--deflate-level", "10"],
        &["--server-max-window-bits", "7"],
        &["--client-max-window-bits", "16"],
    ] {
        assert_eq!(extensions(flags).err(), Some(Exit::Usage), "{flags:?}");
    }
}
