//! Clients that connect without a pause, and count what they get.

use core::net::SocketAddr;
use core::sync::atomic::{AtomicBool, Ordering};
use std::collections::BTreeMap;
use std::io::{self, Read};
use std::net::TcpStream;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::thread::{self, JoinHandle};

use crate::stage::PATIENCE;

/// Two clients at work.
pub(crate) struct Hammer {
    stop: Arc<AtomicBool>,
    clients: Vec<JoinHandle<Count>>,
    answered: Receiver<u32>,
}

/// What they got.
#[derive(Debug, Default)]
pub(crate) struct Count {
    /// Answers, by the process that gave them.
    pub(crate) answers: BTreeMap<u32, usize>,
    /// Connections that could not be made: the socket did not listen.
    pub(crate) refused: Vec<io::Error>,
    /// Connections that ended without an answer.
    pub(crate) cut: usize,
}

impl Hammer {
    pub(crate) fn start(address: SocketAddr) -> Self {
        let stop = Arc::new(AtomicBool::new(false));
        let (sender, answered) = channel();
        let clients = (0..2)
            .map(|_| {
                let stop = Arc::clone(&stop);
                let sender = sender.clone();
                thread::spawn(move || {
                    let mut count = Count::default();
                    while !stop.load(Ordering::Relaxed) {
                        if let Some(pid) = count.connect(address) {
                            // The test may have seen enough.
                            let _ = sender.send(pid);
                        }
                    }
                    count
                })
            })
            .collect();
        Self {
            stop,
            clients,
            answered,
        }
    }

    /// Waits until this process has given an answer.
    pub(crate) fn sees(&self, pid: u32) {
        while self.answered.recv_timeout(PATIENCE).expect("answers") != pid {}
    }

    pub(crate) fn stop(self) -> Count {
        self.stop.store(true, Ordering::Relaxed);
        let mut all = Count::default();
        for client in self.clients {
            let count = client.join().unwrap();
            all.refused.extend(count.refused);
            all.cut += count.cut;
            for (pid, answers) in count.answers {
                *all.answers.entry(pid).or_default() += answers;
            }
        }
        all
    }
}

impl Count {
    fn connect(&mut self, address: SocketAddr) -> Option<u32> {
        let mut stream = match TcpStream::connect_timeout(&address, PATIENCE) {
            Ok(stream) => stream,
            Err(error) => {
                self.refused.push(error);
                return None;
            }
        };
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        let mut answer = String::new();
        let pid = stream
            .read_to_string(&mut answer)
            .ok()
            .and_then(|_| answer.parse().ok());
        match pid {
            Some(pid) => *self.answers.entry(pid).or_default() += 1,
            None => self.cut += 1,
        }
        pid
    }

    /// Nobody was turned away, and nobody was cut off.
    #[track_caller]
    pub(crate) fn nothing_was_lost(&self) {
        assert!(self.refused.is_empty(), "{:?}", self.refused);
        assert_eq!(self.cut, 0);
    }
}
