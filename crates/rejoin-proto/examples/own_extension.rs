//! An extension of your own: negotiated, then at work between two connections.
//!
//! Run it with `cargo run -p rejoin-proto --example own_extension`. It prints both sides'
//! negotiation, the frame as it travels (its first byte has RSV2 set) and the message that arrives.
//!
//! `x-rotate` turns every byte of a message by a number that the client offers and the server
//! confirms. It has the three parts that any extension has: the configuration ([`Rotate`]), a
//! parameter with a rule, and the codec ([`Turn`]) that lives inside a connection.

#![expect(clippy::print_stdout, reason = "an example shows what it does")]

use core::error::Error;
use std::sync::Arc;
use std::time::Instant;

use bytes::{Buf, BytesMut};
use rejoin_proto::extension::{
    Codec, Compression, Extension, Fault, Params, Progress, Response, Rsv,
};
use rejoin_proto::handshake::{
    ClientHandshake, ClientOptions, Extensions, RequestReader, Rule, ServerOptions, accept,
    encode_response,
};
use rejoin_proto::{Config, Connection, Delivery, Event, Message, Transmit};

/// The configuration: one value for all connections.
#[derive(Debug)]
struct Rotate {
    by: u8,
}

impl Rotate {
    /// The number in an offer or an answer, from 1 to 255.
    fn number(params: &Params) -> Result<u8, Rule> {
        let mut by = None;
        for param in params {
            match (param.name(), param.value()) {
                ("by", Some(value)) => by = value.parse().ok().filter(|by| *by != 0),
                ("by", None) => {
                    return Err(Rule::ValueMissing {
                        parameter: "by".to_owned(),
                    });
                }
                (name, _) => {
                    return Err(Rule::ParameterUnknown {
                        parameter: name.to_owned(),
                    });
                }
            }
        }
        by.ok_or(Rule::Own {
            what: "by must be a number from 1 to 255",
            section: "x-rotate 1",
        })
    }
}

impl Extension for Rotate {
    fn name(&self) -> &'static str {
        "x-rotate"
    }

    fn rsv(&self) -> Rsv {
        Rsv::RSV2
    }

    fn offers(&self) -> Vec<Params> {
        vec![Params::new().value("by", self.by)]
    }

    fn respond(&self, offer: &Params) -> Result<Response, Rule> {
        let by = Self::number(offer)?;
        Ok(Response {
            answer: offer.clone(),
            codec: Some(Box::new(Turn { by })),
        })
    }

    fn settle(&self, offered: &[Params], answer: &Params) -> Result<Option<Box<dyn Codec>>, Rule> {
        if !offered.contains(answer) {
            return Err(Rule::NotRepeated {
                parameter: "by".to_owned(),
            });
        }
        Ok(Some(Box::new(Turn {
            by: Self::number(answer)?,
        })))
    }
}

/// What was agreed for one connection, at work.
#[derive(Debug)]
struct Turn {
    by: u8,
}

impl Codec for Turn {
    fn rsv(&self) -> Rsv {
        Rsv::RSV2
    }

    fn start_encode(&mut self, _size: Option<usize>, _choice: Compression) -> bool {
        true
    }

    fn encode(&mut self, piece: &[u8], _last: bool, out: &mut BytesMut) -> Result<(), Fault> {
        out.extend(piece.iter().map(|byte| byte.wrapping_add(self.by)));
        Ok(())
    }

    fn decode(
        &mut self,
        piece: &[u8],
        last: bool,
        room: usize,
        out: &mut BytesMut,
    ) -> Result<Progress, Fault> {
        let consumed = piece.len().min(room);
        out.extend(
            piece
                .iter()
                .take(room)
                .map(|byte| byte.wrapping_sub(self.by)),
        );
        Ok(Progress {
            consumed,
            finished: last && consumed == piece.len(),
        })
    }

    fn held_bytes(&self) -> usize {
        0
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    // The handshake. Both sides could as well call the extension optional.
    let extensions = || Extensions::new().required(Rotate { by: 13 });
    let request = http::Request::get("ws://example.com/").body(())?;
    let options = ClientOptions::default().with_extensions(extensions());
    let nonce = *b"16 random bytes!"; // a real client draws them from a generator
    let mut client = ClientHandshake::new(request, &options, nonce)?;

    let options = ServerOptions::default().with_extensions(extensions());
    let mut wire = BytesMut::from(client.head());
    let request = RequestReader::new(options.head)
        .receive(&mut wire)?
        .ok_or("half a request")?;
    let accepted = accept(&request, &options)?;
    let mut wire = BytesMut::from(encode_response(&accepted.response.map(|()| "")));
    let opened = client.receive(&mut wire)?.ok_or("half an answer")?;
    println!("server: {}", accepted.agreement.explanation);
    println!("client: {}", opened.agreement.explanation);

    // The conversation: one message from client to server.
    let now = Instant::now();
    let config = Arc::new(Config::default());
    let mask_keys = || [0, 0, 0, 0]; // zeros keep the bytes readable here; never in production
    let mut client = Connection::client(&config, opened.agreement.chain, mask_keys, now);
    let mut server = Connection::server(&config, accepted.agreement.chain, now);
    client.send(Message::text("hello"), Compression::Auto)?;
    let mut wire = BytesMut::new();
    while let Transmit::Write(bytes) = client.poll_transmit(|| now) {
        let length = bytes.remaining();
        wire.extend_from_slice(&bytes.copy_to_bytes(length));
    }
    println!("frame:  {:02x?}", &wire[..]);
    assert_eq!(wire[0], 0x80 | Rsv::RSV2.bits() | 0x1, "FIN, RSV2, text");
    assert_eq!(&wire[6..], b"uryy|");
    let event = server.receive(&mut wire, Delivery::Whole, || now);
    println!("event:  {event:?}");
    assert_eq!(event, Some(Event::Message(Message::text("hello"))));
    Ok(())
}
