//! Restarts that never close the listening socket: on Unix, for any tokio server.
//!
//! A restart starts the executable that stands at the program's path by now, hands it the listening
//! sockets, waits until it is ready, and only then lets go. Nothing is bound twice and nothing is
//! closed, so no client is refused. If the new release does not start, for whatever reason, the old
//! one serves on as if nothing had happened, and knows why.
//!
//! ```text
//!   old process                                    new process
//!   Restart::start ---- listening sockets ------> inherited()
//!        |         -------- starts ------------->  loads its configuration, opens its database
//!        |         <--------- ready ------------   Inherited::ready
//!   decides        -------- proceed ----------->        |
//!   stops to accept, drains                        accepts
//!   ends           ------- line closed -------->   Predecessor::gone
//! ```
//!
//! # A server
//!
//! ```no_run
//! use rejoin::handover::{self, Restart};
//! use tokio::signal::unix::{SignalKind, signal};
//!
//! #[tokio::main]
//! async fn main() -> Result<(), Box<dyn core::error::Error>> {
//!     let mut inherited = handover::inherited()?;
//!     // A restart hands the socket on, a service manager may have opened it, or it is bound here.
//!     let listener = inherited.listeners().tcp_or_bind("ws", "127.0.0.1:9001").await?;
//!     let restart = Restart::new().listener("ws", &listener)?;
//!     let mut asked = signal(SignalKind::user_defined2())?;
//!     inherited.ready().await?;
//!
//!     // Closes with 1012, and leaves those who come meanwhile to the new process.
//!     let plan = rejoin::Drain::new().elsewhere();
//!     let server = rejoin::Server::builder().shutdown(plan).listener(listener);
//!     let handler = |mut socket: rejoin::WebSocket, _request| async move {
//!         while let Some(message) = socket.recv().await? {
//!             socket.send(message).await?;
//!         }
//!         Ok::<_, rejoin::Error>(())
//!     };
//!     let mut successor = None;
//!     let handed_over = async {
//!         while successor.is_none() {
//!             asked.recv().await;
//!             match restart.start().await {
//!                 Ok(new) => successor = Some(new),
//!                 Err(error) => eprintln!("still here: {error}"),
//!             }
//!         }
//!     };
//!     server.serve_until(handler, handed_over).await?;
//!     Ok(())
//! }
//! ```
//!
//! # Which of the two serves
//!
//! The old process decides, in one place, once. What can go wrong, and who serves then:
//!
//! | what happens | who serves |
//! |---|---|
//! | the new process cannot be started, ends, closes the line or talks nonsense | the old one; [`RestartError`] says why |
//! | it is not ready in time | the old one; the new one is told, and killed |
//! | it is ready at the very deadline | whom the old one chooses: [`Inherited::ready`] returns in the new one only if it was that one |
//! | the old process is killed before it has decided | the new one, which has had all sockets from its beginning, as [`Start::Orphan`] |
//! | the new process is killed once it is in charge | nobody, until the old one, if it still drains, takes the sockets back: [`Successor::exited`] |
//! | a restart is asked for during a restart or a drain | refused: [`RestartError::is_under_way`] |
//!
//! For a moment both processes may accept, from one queue: every connection goes to exactly one of
//! them. Connections that nobody has accepted yet wait in the queue, which belongs to the socket and
//! not to a process. Connections that the old process has accepted stay with it.
//!
//! # What the new process gets
//!
//! The sockets by name; standard output and error, which is why what it prints on its way down
//! appears where everything else does, and why the reason in a [`RestartError`] is what it
//! [declined](Inherited::decline) with; `/dev/null` as its standard input, after [`inherited`] has
//! found the line to the old process there; the arguments, the environment and the working
//! directory unless they are changed. No other descriptor that Rust code opened. Programs that fork
//! into the background cannot be handed over to, and a program that is process 1 of a container takes
//! the container with it when it ends: run it below an init there.
//!
//! # With a service manager
//!
//! [`inherited`] takes the sockets of systemd's socket activation, and [`systemd`] has the notes
//! and a unit.
//!
//! # Spec
//!
//! None; the variables and notes of systemd are described in `sd_listen_fds(3)` and `sd_notify(3)`.

mod activation;
mod channel;
mod error;
mod executable;
mod inherited;
mod listeners;
mod permit;
mod restart;
pub mod systemd;

pub use error::{InheritError, RestartError};
pub use inherited::{Inherited, Origin, Predecessor, Start, inherited};
pub use listeners::Listeners;
pub use restart::{Restart, Successor};
