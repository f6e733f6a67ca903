//! The steps of a handshake. What waits for a request is small, and nothing else is made before one
//! has come: many may wait at a time.

use core::future::{Future, poll_fn};
use core::net::SocketAddr;
use core::pin::pin;
use core::task::{Context, Poll, Waker, ready};

use bytes::{BufMut, BytesMut};
use rejoin_proto::Connection;
use rejoin_proto::handshake::{Agreement, Refusal, RequestReader, accept_into};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::time::{Instant, timeout};

use super::ServerEvent;
use super::accept::{AcceptError, Accepted, Acceptor};
use super::refuse::{answer, refuse};
use super::setup::Setup;
use crate::buffers;
use crate::socket::WebSocket;
use crate::transport::Transport;

/// A transport whose request is still to come.
#[derive(Debug)]
struct Reading<T> {
    transport: T,
    reader: RequestReader,
    /// What has come of it.
    input: BytesMut,
}

/// A request, and what it came over.
#[derive(Debug)]
pub(super) struct Received<T> {
    pub(super) transport: T,
    pub(super) request: http::Request<()>,
    /// What came behind the request.
    input: BytesMut,
}

/// A request that was agreed to.
struct Agreed {
    request: http::Request<()>,
    input: BytesMut,
    agreement: Agreement,
}

/// No connection is to be; the peer is to be told why, if it is there.
struct Declined<T> {
    transport: T,
    /// What was asked for, if it could be read.
    request: Option<Box<http::Request<()>>>,
    fault: AcceptError,
}

/// Why there is no connection.
pub(super) enum Unopened {
    /// The request was one of plain HTTP, and the application answered.
    Answered,
    Failed(AcceptError),
}

/// Who asks, of which server.
#[derive(Clone, Copy)]
pub(super) struct Caller<'a> {
    pub(super) setup: &'a Setup,
    pub(super) peer: &'a SocketAddr,
}

/// What could not be answered without waiting, which happens seldom.
enum Unanswered<T> {
    Declined(Declined<T>),
    /// So much of the answer is left.
    Unwritten(T, Box<Agreed>, BytesMut),
}

impl<T: Transport> Reading<T> {
    fn new(transport: T, acceptor: &Acceptor) -> Self {
        Self {
            transport,
            reader: RequestReader::new(acceptor.options.head),
            input: BytesMut::new(),
        }
    }

    /// Ready when the head of the request is complete; what came behind it is left in the input.
    fn poll(&mut self, context: &mut Context<'_>) -> Poll<Result<http::Request<()>, AcceptError>> {
        let Self {
            transport,
            reader,
            input,
        } = self;
        loop {
            // A head arrives in one piece nearly always: it is read into the thread's buffer, and only
            // what is left over moves to memory of the connection's own.
            let came = if input.is_empty() {
                let mut buffer = buffers::take(READ_BYTES);
                let came = poll_more(transport, reader, &mut buffer, context);
                input.extend_from_slice(&buffer);
                buffers::give_back(buffer);
                came
            } else {
                poll_more(transport, reader, input, context)
            };
            match ready!(came) {
                Ok(Some(request)) => return Poll::Ready(Ok(request)),
                Ok(None) => {}
                Err(error) => return Poll::Ready(Err(error)),
            }
        }
    }

    fn received(
        self,
        request: Result<http::Request<()>, AcceptError>,
    ) -> Result<Received<T>, Declined<T>> {
        let Self {
            transport, input, ..
        } = self;
        match request {
            Ok(request) => Ok(Received {
                transport,
                request,
                // Early frames are kept, an empty buffer is not.
                input: if input.is_empty() {
                    BytesMut::new()
                } else {
                    input
                },
            }),
            Err(fault) => Err(Declined {
                transport,
                request: None,
                fault,
            }),
        }
    }
}

/// Reads once and looks at what has come.
fn poll_more(
    transport: &mut impl Transport,
    reader: &mut RequestReader,
    input: &mut BytesMut,
    context: &mut Context<'_>,
) -> Poll<Result<Option<http::Request<()>>, AcceptError>> {
    input.reserve(READ_BYTES);
    let mut room = input.limit(READ_BYTES);
    let read = ready!(pin!(transport.read_buf(&mut room)).poll(context));
    Poll::Ready(match read {
        Ok(0) => Err(AcceptError::Refused(reader.receive_eof())),
        Ok(_) => reader.receive(input).map_err(AcceptError::Refused),
        Err(error) => Err(AcceptError::Transport(error)),
    })
}

/// Values are handed on whole from step to step, so that none is kept by a future that waits.
impl Acceptor {
    /// From the first byte of a request to the open connection.
    pub(super) async fn shake_hands<T: Transport>(
        &self,
        transport: T,
        caller: Caller<'_>,
    ) -> Result<Accepted, Unopened> {
        let mut reading = Reading::new(transport, self);
        let request = self.wait_for(&mut reading).await;
        let received = reading.received(request).map_err(Unanswered::Declined);
        let rest = match received.and_then(|received| self.answer(received)) {
            Ok(accepted) => return Ok(accepted),
            Err(rest) => rest,
        };
        // In memory of its own, which those for whom nothing is waited need not carry.
        Box::pin(self.finish_with(rest, caller)).await
    }

    /// The request alone.
    pub(super) async fn read<T: Transport>(
        &self,
        transport: T,
    ) -> Result<Received<T>, AcceptError> {
        let mut reading = Reading::new(transport, self);
        let request = self.wait_for(&mut reading).await;
        let declined = match reading.received(request) {
            Ok(received) => return Ok(received),
            Err(declined) => declined,
        };
        Err(Box::pin(self.decline(declined)).await)
    }

    /// Accepts the request if that may be, and answers it.
    pub(super) async fn settle<T: Transport>(
        &self,
        received: Received<T>,
    ) -> Result<Accepted, AcceptError> {
        let rest = match self.answer(received) {
            Ok(accepted) => return Ok(accepted),
            Err(rest) => rest,
        };
        Box::pin(self.finish(rest)).await
    }

    /// Waits for the request, within the deadline.
    async fn wait_for(
        &self,
        reading: &mut Reading<impl Transport>,
    ) -> Result<http::Request<()>, AcceptError> {
        let request = poll_fn(|context| reading.poll(context));
        let request = timeout(self.deadline(), request).await;
        request.unwrap_or(Err(AcceptError::Refused(Refusal::TimedOut)))
    }

    /// The answer, as far as it goes without waiting.
    fn answer<T: Transport>(&self, received: Received<T>) -> Result<Accepted, Unanswered<T>> {
        let Received {
            mut transport,
            request,
            input,
        } = received;
        let mut answer = BytesMut::new();
        let admitted = accept_into(&request, &self.options, &mut answer)
            .and_then(|agreement| self.connections().admit().map(|()| agreement));
        let agreement = match admitted {
            Ok(agreement) => agreement,
            Err(refusal) => {
                return Err(Unanswered::Declined(Declined {
                    transport,
                    request: Some(Box::new(request)),
                    fault: AcceptError::Refused(refusal),
                }));
            }
        };
        let agreed = Agreed {
            request,
            input,
            agreement,
        };
        // There is room for it nearly always. If there is not, the next try is told when there is.
        let context = &mut Context::from_waker(Waker::noop());
        let written = pin!(write(&mut transport, &mut answer)).poll(context);
        match written {
            Poll::Ready(Ok(())) => Ok(self.open(transport, agreed)),
            Poll::Ready(Err(error)) => {
                let request = None;
                let fault = AcceptError::Transport(error);
                Err(Unanswered::Declined(Declined {
                    transport,
                    request,
                    fault,
                }))
            }
            Poll::Pending => Err(Unanswered::Unwritten(transport, Box::new(agreed), answer)),
        }
    }

    /// What is left to be done and has to be waited for, within the deadline.
    async fn finish<T: Transport>(&self, rest: Unanswered<T>) -> Result<Accepted, AcceptError> {
        match rest {
            Unanswered::Declined(declined) => Err(self.decline(declined).await),
            Unanswered::Unwritten(mut transport, agreed, mut answer) => {
                let writing = write(&mut transport, &mut answer);
                match timeout(self.deadline(), writing).await {
                    Ok(Ok(())) => Ok(self.open(transport, *agreed)),
                    Ok(Err(error)) => Err(AcceptError::Transport(error)),
                    Err(elapsed) => Err(AcceptError::Transport(elapsed.into())),
                }
            }
        }
    }

    /// The same, but that the application may answer what is no handshake.
    async fn finish_with<T: Transport>(
        &self,
        rest: Unanswered<T>,
        caller: Caller<'_>,
    ) -> Result<Accepted, Unopened> {
        let Caller { setup, peer } = caller;
        let declined = match rest {
            Unanswered::Declined(declined) => declined,
            unwritten @ Unanswered::Unwritten(..) => {
                return self.finish(unwritten).await.map_err(Unopened::Failed);
            }
        };
        let request = declined.request.as_deref();
        let answered = request.and_then(|request| Some((request, setup.http.to(request, *peer)?)));
        let Some((request, response)) = answered else {
            return Err(Unopened::Failed(self.decline(declined).await));
        };
        setup.tell(&ServerEvent::Answered {
            peer: *peer,
            request,
            status: response.status(),
        });
        let method = request.method();
        answer(declined.transport, method, &response, self.deadline()).await;
        Err(Unopened::Answered)
    }

    async fn decline(&self, declined: Declined<impl Transport>) -> AcceptError {
        let Declined {
            transport, fault, ..
        } = declined;
        if let AcceptError::Refused(refusal) = &fault {
            refuse(transport, &refusal.response(), self.deadline()).await;
        }
        fault
    }

    /// The answer has left: the connection is open.
    fn open<T: Transport>(&self, transport: T, agreed: Agreed) -> Accepted {
        let Agreed {
            request,
            input,
            agreement,
        } = agreed;
        let now = Instant::now().into_std();
        let connection = Connection::server(&self.config, agreement.chain, now);
        Accepted {
            socket: WebSocket::from_parts(transport, connection, input),
            request,
            subprotocol: agreement.subprotocol,
            extensions: agreement.extensions,
            explanation: agreement.explanation,
        }
    }
}

/// Writes what is left of an answer, which gets shorter by what has left.
async fn write(transport: &mut impl Transport, answer: &mut BytesMut) -> std::io::Result<()> {
    transport.write_all_buf(answer).await?;
    transport.flush().await
}

/// The most that one read takes of a head; most heads fit.
const READ_BYTES: usize = 2 << 10;
