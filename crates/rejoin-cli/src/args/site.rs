//! The arguments of `rejoin reference`.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use rejoin_reference::render::html::Site;

/// The reference of close codes as web pages.
#[derive(Debug, Args)]
#[command(arg_required_else_help = true)]
pub(crate) struct ReferenceArgs {
    /// What to do with it.
    #[command(subcommand)]
    pub(crate) command: ReferenceCommand,
}

/// What to do with the reference.
#[derive(Debug, Subcommand)]
pub(crate) enum ReferenceCommand {
    Export(ExportArgs),
}

/// Write the reference to a directory: web pages in every language, with the facts as JSON.
///
/// The pages need no server: they can be opened from the disk, or put into any directory of any web server.
/// Files that an earlier export wrote and that are no longer part of it are removed; a directory with other
/// things in it is left alone. The same version writes the same bytes.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct ExportArgs {
    /// Where to write it; the directory is made if need be
    #[arg(value_name = "DIR")]
    pub(crate) directory: PathBuf,

    /// Where it will be found: then pages name their address for search engines, and there is a sitemap
    #[arg(long, value_name = "URL", value_parser = site)]
    pub(crate) base_url: Option<Site>,

    /// The summary as one JSON object
    #[arg(long)]
    pub(crate) json: bool,
}

fn site(url: &str) -> Result<Site, String> {
    if url.starts_with('/') {
        return Err("take http:// or https:// with a host".to_owned());
    }
    Site::at(url).map_err(|error| error.to_string())
}

pub(super) const EXAMPLES: &str = "\
Examples:
  rejoin reference export site                                       open site/index.html
  rejoin reference export --base-url https://example.com/codes site  with sitemap.xml";
