//! A service manager, played by the test: sockets it opened, notes that it is sent.

use std::env;
use std::ffi::OsStr;
use std::net::TcpListener;
use std::os::fd::OwnedFd;
use std::os::linux::net::SocketAddrExt;
use std::os::unix::net::{SocketAddr, UnixDatagram};
use std::process::{self, Command};

use crate::hammer::Hammer;
use crate::stage::{PATIENCE, Stage, socket_at};

/// A command that has `socket` as descriptor 3, and variables that say so.
fn activated(socket: impl Into<OwnedFd>, variables: &str) -> Command {
    let script = format!("exec 3<&0 </dev/null; {variables} exec \"$0\" \"$@\"");
    let mut command = Command::new("sh");
    command
        .args([OsStr::new("-c"), OsStr::new(&script)])
        .arg(env::current_exe().unwrap())
        .stdin(socket.into());
    command
}

const FOR_IT: &str = "export LISTEN_PID=$$ LISTEN_FDS=1 LISTEN_FDNAMES=ws;";

/// Receives notes.
struct Manager {
    socket: UnixDatagram,
    name: String,
}

impl Manager {
    fn new(test: &str) -> Self {
        let name = format!("rejoin-test-{test}-{}", process::id());
        let address = SocketAddr::from_abstract_name(&name).unwrap();
        let socket = UnixDatagram::bind_addr(&address).unwrap();
        socket.set_read_timeout(Some(PATIENCE)).unwrap();
        Self {
            socket,
            name: format!("@{name}"),
        }
    }

    #[track_caller]
    fn hears(&self, note: &str) {
        assert_eq!(self.next(), note);
    }

    #[track_caller]
    fn hears_of_a_restart(&self) {
        let note = self.next();
        let usec = note
            .strip_prefix("RELOADING=1\nMONOTONIC_USEC=")
            .expect(&note);
        assert!(usec.trim_end().parse::<u64>().unwrap() > 0);
    }

    #[track_caller]
    fn hears_of_the_main_process(&self, pid: u32) {
        let note = self.next();
        let beginning = format!("MAINPID={pid}\nREADY=1\nSTATUS=");
        assert!(note.starts_with(&beginning), "{note}");
    }

    fn next(&self) -> String {
        let mut note = [0; 4096];
        let len = self.socket.recv(&mut note).unwrap();
        str::from_utf8(&note[..len]).unwrap().to_owned()
    }
}

#[test]
fn a_socket_of_the_service_manager_is_served_and_handed_on() {
    let socket = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = socket.local_addr().unwrap();
    let manager = Manager::new("sockets");
    let mut stage = Stage::new();
    let mut command = activated(socket.try_clone().unwrap(), FOR_IT);
    let mut server = stage.spawn(command.env("NOTIFY_SOCKET", &manager.name));
    assert_eq!(server.says("serves first "), format!("{address} ws"));
    manager.hears("READY=1\n");
    let hammer = Hammer::start(address);
    hammer.sees(server.pid);

    let new = server.restarts("plain", &stage);
    assert_eq!(new.says("serves successor "), format!("{address} ws"));
    server.says("handed over to ");
    manager.hears_of_a_restart();
    manager.hears_of_the_main_process(new.pid);
    hammer.sees(new.pid);

    server.tell("end");
    server.ends();
    hammer.sees(new.pid);
    hammer.stop().nothing_was_lost();
    assert_eq!(new.holds(&socket_at(address)), 1);
}

#[test]
fn a_socket_of_the_service_manager_goes_to_no_child() {
    let socket = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = socket.local_addr().unwrap();
    let mut stage = Stage::new();
    let (mut server, _) = stage.start(&mut activated(socket, FOR_IT));
    assert_eq!(server.holds(&socket_at(address)), 1);
    server.tell("spawn");
    let child = stage.next();
    child.says("serves first ");
    assert_eq!(child.holds(&socket_at(address)), 0);
}

#[test]
fn the_service_manager_hears_of_failures_and_of_a_process_that_takes_its_place_back() {
    let manager = Manager::new("failures");
    let mut stage = Stage::new();
    let mut command = Command::new(env::current_exe().unwrap());
    let (mut server, _) = stage.start(command.env("NOTIFY_SOCKET", &manager.name));
    manager.hears("READY=1\n");
    server.tell("restart crash");
    server.says("failed ");
    manager.hears_of_a_restart();
    manager.hears(
        "READY=1\nSTATUS=the last restart failed: the new process ended before it was ready \
         (exit status: 101)\n",
    );

    let new = server.restarts("held", &stage);
    new.says("holds");
    manager.hears_of_a_restart();
    server.tell("cancel");
    server.says("cancelled");
    manager.hears("READY=1\n");
    new.ends();

    let new = server.restarts("plain", &stage);
    new.says("serves successor ");
    server.says("handed over to ");
    manager.hears_of_a_restart();
    manager.hears_of_the_main_process(new.pid);
    new.kill();
    server.says("successor died: ");
    manager.hears_of_the_main_process(server.pid);
}

#[test]
fn the_service_manager_hears_of_a_new_process_whose_old_one_died() {
    let manager = Manager::new("orphans");
    let mut stage = Stage::new();
    let mut command = Command::new(env::current_exe().unwrap());
    let (mut server, _) = stage.start(command.env("NOTIFY_SOCKET", &manager.name));
    manager.hears("READY=1\n");
    let mut new = server.restarts("held", &stage);
    new.says("holds");
    manager.hears_of_a_restart();
    server.kill();
    new.tell("ready");
    new.says("serves orphan ");
    manager.hears_of_the_main_process(new.pid);
}

#[test]
fn the_watchdog_of_a_process_is_that_of_the_next_one_too() {
    let socket = TcpListener::bind("127.0.0.1:0").unwrap();
    let with_watchdog = format!("{FOR_IT} export WATCHDOG_PID=$$ WATCHDOG_USEC=3000000;");
    let mut stage = Stage::new();
    let (mut server, _) = stage.start(&mut activated(socket, &with_watchdog));
    server.tell("watchdog");
    server.says("watchdog Some(3s)");
    let mut new = server.restarts("plain", &stage);
    new.says("serves successor ");
    new.tell("watchdog");
    new.says("watchdog Some(3s)");
}

#[test]
fn sockets_that_are_meant_for_another_process_are_left_alone() {
    let socket = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = socket.local_addr().unwrap();
    let mut stage = Stage::new();
    let other = "export LISTEN_PID=1 LISTEN_FDS=1;";
    let (_server, own) = stage.start(&mut activated(socket, other));
    assert_ne!(own, address);
}

#[test]
fn what_makes_no_sense_of_the_service_manager_is_refused() {
    for variables in [
        "export LISTEN_PID=$$ LISTEN_FDS=-1;",
        "export LISTEN_PID=$$ LISTEN_FDS=2147483647;",
        "export LISTEN_PID=$$ LISTEN_FDS=x;",
        "export LISTEN_PID=$$ LISTEN_FDS=1 LISTEN_FDNAMES=a:b;",
        // The second is not open, or is the line of the test: not a socket that listens.
        "export LISTEN_PID=$$ LISTEN_FDS=2;",
    ] {
        let socket = TcpListener::bind("127.0.0.1:0").unwrap();
        let mut stage = Stage::new();
        let refused = stage.spawn(&mut activated(socket, variables));
        refused.ends();
    }
    // A file where a socket should be.
    let mut stage = Stage::new();
    let file = std::fs::File::open("/dev/null").unwrap();
    let refused = stage.spawn(&mut activated(file, FOR_IT));
    refused.ends();
}
