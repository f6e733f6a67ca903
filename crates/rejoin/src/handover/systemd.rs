//! Notes to the service manager: ready, reloading, stopping, status, watchdog.
//!
//! It is the protocol of `sd_notify(3)`: datagrams to the socket that `NOTIFY_SOCKET` names.
//! [`Restart`](super::Restart) and [`Inherited::ready`](super::Inherited::ready) send what belongs
//! to a restart by themselves; what is left for a server to say is [`Notification::Stopping`] when
//! it drains, [`Notification::Status`], and [`Notification::Watchdog`] if that is asked for.
//!
//! # A unit
//!
//! ```ini
//! [Service]
//! Type=notify-reload
//! ReloadSignal=SIGUSR2
//! NotifyAccess=all
//! ExecStart=/usr/local/bin/server
//! ```
//!
//! `systemctl reload` then restarts the server without closing its sockets, and waits for the
//! outcome. `NotifyAccess=all` lets a server that has handed over its place as main process take it
//! back if the new one dies, and a new one that has lost its old one in the middle of a restart say
//! that it is the main process; without it everything else works. The death of the main process and
//! that word reach systemd independently of one another: where the death comes first, the service has
//! failed and is started again, if the unit has `Restart=on-failure`.

use core::fmt::{self, Write};
use core::time::Duration;
use std::env;
use std::ffi::OsStr;
use std::io;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::net::{SocketAddr, UnixDatagram};
use std::process;

use rustix::time::{ClockId, clock_gettime};

/// Something that the service manager is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Notification<'a> {
    /// More time for what goes on, start, reload or stop: this long from now (`EXTEND_TIMEOUT_USEC`).
    ExtendTimeout(Duration),
    /// Another process is the main one now (`MAINPID`).
    MainPid(u32),
    /// The start, or the reload, is over (`READY`).
    Ready,
    /// The configuration is being reloaded, or the server restarted; [`Ready`](Self::Ready) follows
    /// in any case (`RELOADING`, with `MONOTONIC_USEC`).
    Reloading,
    /// One line for people; line ends in it become spaces (`STATUS`).
    Status(&'a str),
    /// The service is coming to its end (`STOPPING`).
    Stopping,
    /// A sign of life, at least once in the time that [`watchdog`] tells (`WATCHDOG`).
    Watchdog,
}

/// Whether anybody was told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Told {
    /// No service manager asked to be told; that is no error.
    Nobody,
    /// The service manager was told.
    ServiceManager,
}

/// Tells the service manager, all in one note.
///
/// It returns at once unless the manager's queue is full: then it waits, 2 s at the most.
///
/// # Errors
///
/// If `NOTIFY_SOCKET` names a socket that cannot be reached. Sockets have a path or, on Linux, an
/// abstract name; `vsock` is not supported.
///
/// # Examples
///
/// ```
/// use rejoin::handover::systemd::{self, Notification, Told};
///
/// let told = systemd::notify(&[Notification::Stopping, Notification::Status("2 connections left")])?;
/// // The documentation's examples do not run under a service manager.
/// assert_eq!(told, Told::Nobody);
/// # Ok::<(), std::io::Error>(())
/// ```
pub fn notify(notifications: &[Notification<'_>]) -> io::Result<Told> {
    let Some(name) = env::var_os("NOTIFY_SOCKET").filter(|name| !name.is_empty()) else {
        return Ok(Told::Nobody);
    };
    let mut note = String::new();
    for notification in notifications {
        // Writing to a string does not fail.
        let _ = write!(note, "{notification}");
    }
    let socket = UnixDatagram::unbound()?;
    socket.set_write_timeout(Some(PATIENCE))?;
    socket.send_to_addr(note.as_bytes(), &address(&name)?)?;
    Ok(Told::ServiceManager)
}

/// How long a full queue is waited for.
const PATIENCE: Duration = Duration::from_secs(2);

/// The same where a failure changes nothing but the log.
pub(super) fn try_notify(notifications: &[Notification<'_>]) {
    if let Err(error) = notify(notifications) {
        tracing::warn!(%error, ?notifications, "cannot tell the service manager");
    }
}

/// How often the service manager wants a sign of life at the least, if it does; send
/// [`Notification::Watchdog`] in half of that time.
pub fn watchdog() -> Option<Duration> {
    let variable = |name| env::var(name).ok();
    interval(
        variable("WATCHDOG_USEC").as_deref(),
        variable("WATCHDOG_PID").as_deref(),
        process::id(),
    )
}

fn interval(usec: Option<&str>, pid: Option<&str>, own: u32) -> Option<Duration> {
    let for_this_process = pid.is_none_or(|pid| pid.parse() == Ok(own));
    let usec = usec?.parse().ok().filter(|&usec| usec > 0)?;
    for_this_process.then(|| Duration::from_micros(usec))
}

fn address(name: &OsStr) -> io::Result<SocketAddr> {
    match name.as_bytes() {
        [b'/', ..] => SocketAddr::from_pathname(name),
        [b'@', abstract_name @ ..] => abstract_address(abstract_name),
        _ => Err(io::Error::new(
            io::ErrorKind::Unsupported,
            "NOTIFY_SOCKET names a kind of socket that is not supported",
        )),
    }
}

#[cfg(target_os = "linux")]
fn abstract_address(name: &[u8]) -> io::Result<SocketAddr> {
    use std::os::linux::net::SocketAddrExt;
    SocketAddr::from_abstract_name(name)
}

#[cfg(not(target_os = "linux"))]
fn abstract_address(_: &[u8]) -> io::Result<SocketAddr> {
    Err(io::Error::new(
        io::ErrorKind::Unsupported,
        "abstract socket names exist on Linux only",
    ))
}

/// The lines of the protocol.
impl fmt::Display for Notification<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ExtendTimeout(time) => writeln!(f, "EXTEND_TIMEOUT_USEC={}", time.as_micros()),
            Self::MainPid(pid) => writeln!(f, "MAINPID={pid}"),
            Self::Ready => f.write_str("READY=1\n"),
            Self::Reloading => {
                let now = clock_gettime(ClockId::Monotonic);
                let usec = i128::from(now.tv_sec) * 1_000_000 + i128::from(now.tv_nsec) / 1000;
                writeln!(f, "RELOADING=1\nMONOTONIC_USEC={usec}")
            }
            Self::Status(text) => {
                f.write_str("STATUS=")?;
                for (at, line) in text.lines().enumerate() {
                    if at > 0 {
                        f.write_char(' ')?;
                    }
                    f.write_str(line)?;
                }
                f.write_char('\n')
            }
            Self::Stopping => f.write_str("STOPPING=1\n"),
            Self::Watchdog => f.write_str("WATCHDOG=1\n"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_notification_is_a_line_of_the_protocol() {
        let rows = [
            (
                Notification::ExtendTimeout(Duration::from_millis(3)),
                "EXTEND_TIMEOUT_USEC=3000\n",
            ),
            (Notification::MainPid(17), "MAINPID=17\n"),
            (Notification::Ready, "READY=1\n"),
            (Notification::Status("two left"), "STATUS=two left\n"),
            (Notification::Stopping, "STOPPING=1\n"),
            (Notification::Watchdog, "WATCHDOG=1\n"),
        ];
        for (notification, line) in rows {
            assert_eq!(notification.to_string(), line);
        }
    }

    #[test]
    fn a_reload_carries_the_time_since_which_it_goes_on() {
        let before = clock_gettime(ClockId::Monotonic).tv_sec;
        let note = Notification::Reloading.to_string();
        let after = clock_gettime(ClockId::Monotonic).tv_sec;
        let usec = note
            .strip_prefix("RELOADING=1\nMONOTONIC_USEC=")
            .expect(&note);
        let sec = usec.trim_end().parse::<i64>().expect(usec) / 1_000_000;
        assert!((before..=after).contains(&sec), "{before} {sec} {after}");
    }

    #[test]
    fn a_status_cannot_become_a_line_of_its_own() {
        let status = Notification::Status("bad\nMAINPID=1\r\n").to_string();
        assert_eq!(status, "STATUS=bad MAINPID=1\n");
    }

    #[test]
    fn the_watchdog_is_for_the_process_that_it_names_or_for_any() {
        let second = Some(Duration::from_secs(1));
        assert_eq!(interval(Some("1000000"), Some("5"), 5), second);
        assert_eq!(interval(Some("1000000"), None, 5), second);
        assert_eq!(interval(Some("1000000"), Some("6"), 5), None);
        assert_eq!(interval(Some("1000000"), Some("x"), 5), None);
        assert_eq!(interval(Some("0"), None, 5), None);
        assert_eq!(interval(Some("-1"), None, 5), None);
        assert_eq!(interval(None, Some("5"), 5), None);
    }

    #[test]
    fn only_paths_and_abstract_names_are_addresses() {
        let path = address(OsStr::new("/run/notify")).expect("a path");
        assert_eq!(path.as_pathname(), Some("/run/notify".as_ref()));
        for name in ["notify", "vsock:2:3", ""] {
            let refused = address(OsStr::new(name)).expect_err(name);
            assert_eq!(refused.kind(), io::ErrorKind::Unsupported);
        }
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn an_at_sign_stands_for_an_abstract_name() {
        use std::os::linux::net::SocketAddrExt;
        let address = address(OsStr::new("@manager/notify")).expect("a name");
        assert_eq!(address.as_abstract_name(), Some(&b"manager/notify"[..]));
    }
}
