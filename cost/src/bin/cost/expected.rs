//! The file of what is expected.

use core::error::Error;
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::setting::Setting;

/// What is expected, by the name of the workload or exchange.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct Expected {
    /// What the instructions were counted with.
    pub(crate) counted_with: Setting,
    /// Instructions for each operation.
    pub(crate) instructions: BTreeMap<String, u64>,
    /// System calls of a server for each round, by their name.
    pub(crate) system_calls: BTreeMap<String, BTreeMap<String, u64>>,
}

impl Expected {
    /// The committed expectations; none if there is no file.
    pub(crate) fn read() -> Result<Self, Box<dyn Error>> {
        let path = path();
        if !path.exists() {
            return Ok(Self {
                counted_with: Setting::here(),
                instructions: BTreeMap::new(),
                system_calls: BTreeMap::new(),
            });
        }
        Ok(toml::from_str(&fs::read_to_string(path)?)?)
    }

    pub(crate) fn write(&self) -> Result<(), Box<dyn Error>> {
        fs::write(path(), format!("{HEAD}\n{}", toml::to_string(self)?))?;
        Ok(())
    }
}

fn path() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("expected.toml")
}

const HEAD: &str = "\
# What the hot paths are expected to cost: instructions for each message, handshake or connection;
# system calls of a server for each time that messages arrive, or for each connection.
#
# Written by `cargo run --release -p cost -- update`.
";
