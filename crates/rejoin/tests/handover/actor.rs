//! The process under test: a server that answers every connection with its process id, and does
//! what the test tells it over a line of its own. It ends with that line.

use core::time::Duration;
use std::env;
use std::io::{self, Write as _};
use std::net::TcpStream as BlockingTcpStream;
use std::os::fd::AsFd;
use std::os::unix::net::UnixStream;
use std::process::{self, Command};
use std::sync::Arc;
use std::time::UNIX_EPOCH;

use rejoin::handover::{self, Restart, Start, Successor, systemd};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader, Lines};
use tokio::net::TcpListener;
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::sync::{mpsc, oneshot};
use tokio::task::{JoinHandle, JoinSet};

/// The variable with the address of the line to the test.
pub(crate) const STAGE: &str = "REJOIN_TEST_STAGE";
/// The variable with what the process does.
pub(crate) const ROLE: &str = "REJOIN_TEST_ROLE";
/// The variable with the end of the old process's patience, in microseconds.
const DEADLINE: &str = "REJOIN_TEST_DEADLINE";
/// How the test program is told to be an actor.
pub(crate) const ARGUMENTS: [&str; 4] = ["actor::actor", "--exact", "--ignored", "--nocapture"];

/// Roles:
///
/// * `plain`: takes over as soon as it can;
/// * `held`: takes over when it is told "ready";
/// * `late`: takes over when the old process's patience is at its end, give or take a moment;
/// * `asleep`: does nothing at all until it is told "wake", then is `plain`;
/// * `crash`: ends at once; `decline`: says why first; `leave`: drops what it inherited, and stays;
/// * `garbage`: writes nonsense on the line to the old process; `early`: as one that hands over.
#[test]
#[ignore = "the process that the tests start"]
fn actor() -> Result<(), Box<dyn core::error::Error>> {
    let Ok(stage) = env::var(STAGE) else {
        return Ok(());
    };
    let role = env::var(ROLE)?;
    if role == "crash" {
        return Err("this one crashes".into());
    }
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let stream = BlockingTcpStream::connect(stage)?;
    stream.set_nonblocking(true)?;
    runtime.block_on(async {
        let (read, mut write) = tokio::net::TcpStream::from_std(stream)?.into_split();
        write
            .write_all(format!("{}\n", process::id()).as_bytes())
            .await?;
        let lines = BufReader::new(read).lines();
        play(&role, lines, write).await
    })
}

type Outcome = Result<(), Box<dyn core::error::Error>>;

async fn play(
    role: &str,
    mut told: Lines<BufReader<OwnedReadHalf>>,
    mut say: OwnedWriteHalf,
) -> Outcome {
    match role {
        "asleep" => assert_eq!(told.next_line().await?.as_deref(), Some("wake")),
        "garbage" | "early" => {
            let mut line = UnixStream::from(io::stdin().as_fd().try_clone_to_owned()?);
            line.write_all(if role == "garbage" {
                b"HTTP/1.1 200"
            } else {
                b"rejoin\x03\0\0"
            })?;
            assert_eq!(told.next_line().await?, None);
            return Ok(());
        }
        _ => {}
    }
    let mut inherited = handover::inherited()?;
    match role {
        "decline" => {
            inherited.decline("line 3: no such key");
            return Err("declined".into());
        }
        "leave" => {
            drop(inherited);
            assert_eq!(told.next_line().await?, None);
            return Ok(());
        }
        "late" => {
            let deadline = Duration::from_micros(env::var(DEADLINE)?.parse()?);
            tokio::time::sleep(deadline.saturating_sub(now())).await;
        }
        _ => {}
    }
    let names = inherited.listeners().names().collect::<Vec<_>>().join(",");
    let listener = inherited
        .listeners()
        .tcp_or_bind("ws", "127.0.0.1:0")
        .await?;
    if role == "held" {
        held(&listener, &mut told, &mut say).await?;
    }
    let start = match inherited.ready().await? {
        Start::First => "first",
        Start::Orphan => "orphan",
        Start::Successor(mut predecessor) => {
            // Its end is told to the test by its own line; here it must only not be missed.
            tokio::spawn(async move { predecessor.gone().await });
            "successor"
        }
        _ => "unknown",
    };
    let address = listener.local_addr()?;
    say.write_all(format!("serves {start} {address} {names}\n").as_bytes())
        .await?;
    Server::new(listener).run(told, say).await
}

/// Waits to be told that it is ready. Meanwhile a restart of it is refused.
async fn held(
    listener: &TcpListener,
    told: &mut Lines<BufReader<OwnedReadHalf>>,
    say: &mut OwnedWriteHalf,
) -> Outcome {
    say.write_all(b"holds\n").await?;
    loop {
        match told.next_line().await?.as_deref() {
            Some("ready") => return Ok(()),
            Some("restart") => {
                let restart = Restart::new().listener("ws", listener)?;
                let error = restart.start().await.expect_err("it does not serve yet");
                say.write_all(format!("failed {error}\n").as_bytes())
                    .await?;
            }
            other => return Err(format!("told {other:?}").into()),
        }
    }
}

/// A server, and the restarts of it.
struct Server {
    listener: Arc<TcpListener>,
    accepting: Option<(oneshot::Sender<()>, JoinHandle<()>)>,
    restart: Option<JoinHandle<()>>,
}

/// What a restart came to.
enum News {
    Failed(String),
    HandedOver(Box<Successor>),
}

impl Server {
    fn new(listener: TcpListener) -> Self {
        Self {
            listener: Arc::new(listener),
            accepting: None,
            restart: None,
        }
    }

    async fn run(
        mut self,
        mut told: Lines<BufReader<OwnedReadHalf>>,
        mut say: OwnedWriteHalf,
    ) -> Outcome {
        self.accept();
        let (news, mut heard) = mpsc::unbounded_channel();
        let mut successor: Option<Box<Successor>> = None;
        // Kept: it is its end that allows the next restart, not its being dropped.
        let mut dead = Vec::new();
        loop {
            let line = tokio::select! {
                line = told.next_line() => match line?.as_deref() {
                    None | Some("end") => return Ok(()),
                    Some("cancel") => {
                        let restart = self.restart.take().ok_or("no restart")?;
                        restart.abort();
                        let _ = restart.await;
                        "cancelled".to_owned()
                    }
                    Some("watchdog") => format!("watchdog {:?}", systemd::watchdog()),
                    Some("spawn") => {
                        spawn_ordinary()?;
                        continue;
                    }
                    Some(order) => {
                        self.order(order, news.clone())?;
                        continue;
                    }
                },
                Some(news) = heard.recv() => match news {
                    News::Failed(why) => format!("failed {why}"),
                    News::HandedOver(new) => {
                        self.drain().await?;
                        let line = format!("handed over to {}", new.pid());
                        successor = Some(new);
                        line
                    }
                },
                status = ended(&mut successor) => {
                    dead.extend(successor.take());
                    self.accept();
                    format!("successor died: {}", status?)
                }
            };
            say.write_all(format!("{line}\n").as_bytes()).await?;
        }
    }

    /// `restart ROLE [WITHIN_MS]`, `program PATH` or `shell COMMAND`, a command of one word.
    fn order(&mut self, order: &str, news: mpsc::UnboundedSender<News>) -> Outcome {
        let mut words = order.split(' ');
        let kind = words.next();
        let what = words.next().ok_or("incomplete")?;
        let mut restart = Restart::new().listener("ws", &*self.listener)?;
        if let Some(within) = words.next() {
            let within = Duration::from_millis(within.parse()?);
            let deadline = (now() + within).as_micros().to_string();
            restart = restart.ready_within(within).env(DEADLINE, deadline);
        }
        restart = match kind {
            Some("restart") => restart.env(ROLE, what),
            Some("program") => restart.program(what),
            Some("shell") => restart.program("sh").args(["-c", what]),
            _ => return Err(format!("told {order:?}").into()),
        };
        self.restart = Some(tokio::spawn(async move {
            let outcome = match restart.start().await {
                Ok(successor) => News::HandedOver(Box::new(successor)),
                Err(error) => News::Failed(described(&error)),
            };
            let _ = news.send(outcome);
        }));
        Ok(())
    }

    fn accept(&mut self) {
        let listener = Arc::clone(&self.listener);
        let (stop, stopped) = oneshot::channel::<()>();
        let task = tokio::spawn(async move {
            let mut connections = JoinSet::new();
            let mut stopped = core::pin::pin!(stopped);
            loop {
                tokio::select! {
                    _ = &mut stopped => break,
                    accepted = listener.accept() => {
                        let (mut stream, _) = accepted.expect("it listens");
                        connections.spawn(async move {
                            // A client that has gone away has its reasons.
                            let _ = stream.write_all(process::id().to_string().as_bytes()).await;
                        });
                    }
                    Some(_) = connections.join_next() => {}
                }
            }
            connections.join_all().await;
        });
        self.accepting = Some((stop, task));
    }

    /// Stops to accept, and waits for the connections.
    async fn drain(&mut self) -> Outcome {
        let (stop, task) = self.accepting.take().ok_or("it does not accept")?;
        drop(stop);
        Ok(task.await?)
    }
}

/// The time, alike in all processes.
fn now() -> Duration {
    UNIX_EPOCH.elapsed().expect("it is later than that")
}

/// The error as a log would have it: everything on one line, and what can be asked of it.
fn described(error: &handover::RestartError) -> String {
    let mut text = error.to_string();
    let mut cause = core::error::Error::source(error);
    while let Some(source) = cause {
        text = format!("{text}: {source}");
        cause = source.source();
    }
    let code = error.exit_status().and_then(|status| status.code());
    format!(
        "{text} [started {}, late {}, status {code:?}, reason {:?}]",
        !error.is_not_started(),
        error.is_timeout(),
        error.reason()
    )
}

/// The end of the successor, if there is one.
async fn ended(successor: &mut Option<Box<Successor>>) -> io::Result<process::ExitStatus> {
    match successor {
        Some(new) => new.exited().await,
        None => core::future::pending().await,
    }
}

/// A process that is no restart, with the environment and the input of this one.
fn spawn_ordinary() -> io::Result<()> {
    let mut ordinary = Command::new(env::current_exe()?)
        .args(ARGUMENTS)
        .env(ROLE, "plain")
        .spawn()?;
    // It ends with its line to the test.
    std::thread::spawn(move || ordinary.wait());
    Ok(())
}
