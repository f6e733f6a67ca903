//! Everything that is counted: the table of workloads, and how one is run.

mod core;
mod deflate;
pub mod driver;
mod handshake;
mod mask;
mod wire;

pub use self::wire::Conversation;

/// Something that is done over and over, always the same.
#[derive(Clone, Copy, Debug)]
pub struct Workload {
    name: &'static str,
    operations: u32,
    rounds: u32,
    run: fn(u32),
}

impl Workload {
    /// Every workload, in the order of the reports.
    pub fn all() -> impl Iterator<Item = Self> {
        [
            mask::WORKLOADS,
            core::WORKLOADS,
            driver::WORKLOADS,
            deflate::WORKLOADS,
            handshake::WORKLOADS,
        ]
        .into_iter()
        .flatten()
        .copied()
    }

    /// The workload of that name, if there is one.
    pub fn named(name: &str) -> Option<Self> {
        Self::all().find(|workload| workload.name == name)
    }

    /// `part/what it does/what with`.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// How many messages, or whatever else is counted, a round has.
    pub const fn operations(&self) -> u32 {
        self.operations
    }

    /// How many rounds are enough to count what one costs.
    pub const fn rounds(&self) -> u32 {
        self.rounds
    }

    /// Does so many rounds.
    ///
    /// # Panics
    ///
    /// If the code that is counted does anything but what it should.
    pub fn run(&self, rounds: u32) {
        (self.run)(rounds);
    }
}

const fn workload(name: &'static str, operations: u32, run: fn(u32)) -> Workload {
    Workload {
        name,
        operations,
        rounds: 40,
        run,
    }
}

/// One whose rounds are long, so that few are enough.
const fn long_workload(name: &'static str, operations: u32, run: fn(u32)) -> Workload {
    Workload {
        rounds: 4,
        ..workload(name, operations, run)
    }
}
