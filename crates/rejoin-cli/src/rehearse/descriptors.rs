//! Every connection needs a file descriptor, and the system counts them.

use crate::exit::Failure;

/// Makes sure that so many connections can be open at once, here and in processes started from here.
#[cfg(unix)]
pub(super) fn provide_for(clients: u32) -> Result<(), Failure> {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

    let needed = u64::from(clients) + SPARE;
    let limit = getrlimit(Resource::Nofile);
    let enough = |limit: Option<u64>| limit.is_none_or(|limit| limit >= needed);
    if enough(limit.current) {
        return Ok(());
    }
    let raised = Rlimit {
        current: limit.maximum,
        maximum: limit.maximum,
    };
    if enough(limit.maximum) && setrlimit(Resource::Nofile, raised).is_ok() {
        return Ok(());
    }
    let most = limit.maximum.or(limit.current).unwrap_or(needed);
    Err(Failure::other(format!(
        "{clients} clients need {needed} file descriptors and {most} are allowed; raise the limit \
         (ulimit -Hn {needed}; ulimit -n {needed}) or rehearse with fewer --clients"
    )))
}

/// Elsewhere there is no such limit, or none that could be asked for.
#[cfg(not(unix))]
pub(super) fn provide_for(_clients: u32) -> Result<(), Failure> {
    Ok(())
}

/// What is open beside the connections of clients: files, pipes, the connections of a server that
/// come while the old ones still close.
#[cfg(unix)]
const SPARE: u64 = 256;

#[cfg(all(test, unix))]
mod tests {
    use super::provide_for;

    #[test]
    fn more_than_the_system_allows_is_refused_with_what_to_do() {
        assert!(provide_for(1).is_ok());
        let limit = rustix::process::getrlimit(rustix::process::Resource::Nofile);
        // Without a limit there is nothing to refuse.
        if limit.maximum.is_some_and(|most| most < u64::from(u32::MAX)) {
            let refused = provide_for(u32::MAX).expect_err("more than are allowed");
            assert!(refused.line.contains("ulimit"), "{}", refused.line);
        }
    }
}
