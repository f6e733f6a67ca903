//! What the hot paths cost: in instructions, allocations and system calls.
//!
//! Times of a busy machine say little about a change of a few percent; counts repeat. Three guards
//! count, each per operation of a steady state:
//!
//! ```text
//!  cost check          instructions under valgrind     against expected.toml, within a tolerance
//!                      system calls under valgrind     against expected.toml, each round
//!  tests/allocations   allocations                     against the numbers in the test, exactly
//!  tests/transport     reads and writes                against the numbers in the test, exactly
//! ```
//!
//! What is counted is a [`Workload`](workload::Workload): it sets itself up and then does the same
//! thing over and over, as many rounds as it is told. Two runs of different length cost the same but
//! for the additional rounds, so their difference is what these cost, and setting up, warming up and
//! ending do not count.
//!
//! Instructions are those of user space. Under valgrind the clock is a system call and costs a few of
//! them; outside it is some fifty. A large copy counts as an instruction for each byte, because
//! that is how the C library has the processor do it: a copy too many is hard to overlook.
#![forbid(unsafe_code)]

pub mod feed;
pub mod tcp;
pub mod workload;
