//! Listening sockets from a service manager: `LISTEN_FDS` and what belongs to it.

use std::env;
use std::process;

use listenfd::ListenFd;

use super::error::{Fault, InheritError};
use super::listeners::Listeners;

/// The sockets that a service manager opened for this process; none if it did not.
///
/// They are taken once: the variables are removed, and what is started from here does not get
/// the sockets.
pub(super) fn listeners() -> Result<Listeners, InheritError> {
    let mut listeners = Listeners::default();
    if !for_this_process(env::var("LISTEN_PID").ok().as_deref()) {
        return Ok(listeners);
    }
    let Some(count) = env::var_os("LISTEN_FDS") else {
        return Ok(listeners);
    };
    let count = count
        .to_str()
        .and_then(|count| count.parse().ok())
        .filter(|&count| count <= MOST)
        .ok_or(Fault::Variable("LISTEN_FDS"))?;
    let given = env::var_os("LISTEN_FDNAMES").map(|given| given.to_string_lossy().into_owned());
    let names = names(given.as_deref(), count)?;
    let mut descriptors = ListenFd::from_env();
    for (at, name) in names.into_iter().enumerate() {
        let refused = |error| Fault::Socket {
            name: name.clone(),
            error,
        };
        // Of the wrong kind, a socket stays where it is.
        let socket = match descriptors.take_tcp_listener(at) {
            Ok(tcp) => tcp.map(Into::into),
            Err(_) => descriptors
                .take_unix_listener(at)
                .map_err(refused)?
                .map(Into::into),
        };
        let socket = socket.ok_or(Fault::Variable("LISTEN_FDS"))?;
        listeners.add(name.clone(), socket).map_err(refused)?;
    }
    Ok(listeners)
}

/// As many as nobody needs, and a process can have.
const MOST: usize = 512;

fn for_this_process(listen_pid: Option<&str>) -> bool {
    listen_pid.and_then(|pid| pid.parse().ok()) == Some(process::id())
}

/// A name for each socket. A manager that gives none knows them all as "unknown".
fn names(given: Option<&str>, count: usize) -> Result<Vec<String>, Fault> {
    let names: Vec<_> = match given {
        Some(given) if count > 0 => given.split(':').map(str::to_owned).collect(),
        Some(_) => Vec::new(),
        None => vec!["unknown".to_owned(); count],
    };
    if names.len() == count {
        Ok(names)
    } else {
        Err(Fault::Variable("LISTEN_FDNAMES"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn owned(names: &[&str]) -> Vec<String> {
        names.iter().map(|&name| name.to_owned()).collect()
    }

    #[test]
    fn every_socket_has_the_name_that_was_given_for_it() {
        let given = names(Some("ws::admin"), 3);
        assert_eq!(given.ok(), Some(owned(&["ws", "", "admin"])));
        assert_eq!(names(Some(""), 0).ok(), Some(Vec::new()));
    }

    #[test]
    fn without_names_every_socket_is_unknown() {
        assert_eq!(names(None, 2).ok(), Some(owned(&["unknown", "unknown"])));
    }

    #[test]
    fn more_or_fewer_names_than_sockets_are_refused() {
        for given in ["", "a", "a:b:c"] {
            let refused = names(Some(given), 2);
            assert!(
                matches!(refused, Err(Fault::Variable("LISTEN_FDNAMES"))),
                "{given}"
            );
        }
    }

    #[test]
    fn sockets_for_another_process_are_left_alone() {
        assert!(for_this_process(Some(&process::id().to_string())));
        assert!(!for_this_process(Some("1")));
        assert!(!for_this_process(Some("-1")));
        assert!(!for_this_process(Some("")));
        assert!(!for_this_process(None));
    }
}
