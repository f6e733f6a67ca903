//! The files of the page, in the program.

use rejoin_browser::MODULES;

/// Type and text of the file of that name.
pub(super) fn find(name: &str) -> Option<(&'static str, &'static str)> {
    let own = FILES.iter().find(|(file, ..)| *file == name);
    own.map(|(_, kind, text)| (*kind, *text)).or_else(|| {
        let client = MODULES.iter().find(|(file, _)| *file == name);
        client.map(|(_, text)| (rejoin_browser::CONTENT_TYPE, *text))
    })
}

macro_rules! files {
    ($($name:literal $kind:expr,)*) => {
        const FILES: &[(&str, &str, &str)] = &[
            $(($name, $kind, include_str!(concat!("web/", $name))),)*
        ];
    };
}

files! {
    "app.js" SCRIPT,
    "conversation.js" SCRIPT,
    "countdown.js" SCRIPT,
    "history.js" SCRIPT,
    "inert.js" SCRIPT,
    "live.js" SCRIPT,
    "log.js" SCRIPT,
    "page.js" SCRIPT,
    "plot.js" SCRIPT,
    "restart.js" SCRIPT,
    "page.css" "text/css; charset=utf-8",
    "icon.svg" "image/svg+xml",
}

const SCRIPT: &str = rejoin_browser::CONTENT_TYPE;

/// The scripts of the page, for tests of what they say.
#[cfg(test)]
pub(super) fn scripts() -> impl Iterator<Item = (&'static str, &'static str)> {
    let scripts = FILES.iter().filter(|(_, kind, _)| *kind == SCRIPT);
    scripts.map(|(name, _, text)| (*name, *text))
}
