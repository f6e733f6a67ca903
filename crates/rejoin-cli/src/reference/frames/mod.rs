//! Captured bytes: the frames that they are, or the body of a Close frame, and the code in it.

use rejoin::proto::inspect::{Frame, Unreadable, frames};
use rejoin::proto::{CloseFrame, Endpoint, Opcode, ProtocolError, RetryWindow};
use rejoin_reference::render::text::{Layout, Page};
use rejoin_reference::render::{json as render, text};
use rejoin_reference::{Context, Explanation, Language, Prose, Subject, Texts};
use serde::Serialize;

use super::rules;
use crate::inert;

/// Bytes, taken apart.
pub(super) struct Taken {
    language: Language,
    pieces: Vec<Piece>,
    explanation: Option<Explanation>,
}

/// A frame, or what is known of one.
struct Piece {
    /// What the header says; none for a body alone, and where there is no frame to be read.
    frame: Option<Frame>,
    close: Option<CloseFrame>,
    fault: Option<ProtocolError>,
    is_complete: bool,
}

/// Takes bytes apart.
///
/// They are frames if the first byte has the FIN bit, which no code of a Close frame has, or if they
/// are whole frames to the end; otherwise they are the body of a Close frame.
pub(super) fn take_apart(bytes: &[u8], context: Context, language: Language) -> Taken {
    let has_fin = bytes.first().is_some_and(|byte| byte & 0x80 != 0);
    let pieces = if has_fin || frames(bytes).all(|frame| frame.is_ok()) {
        frames(bytes).map(Piece::of_frame).collect()
    } else {
        vec![Piece::of_body(bytes)]
    };
    let code = pieces.iter().find_map(Piece::code);
    let answer = pieces
        .iter()
        .find_map(|piece| piece.fault)
        .map(|fault| fault.close_code().get());
    let subject = code.or(answer).map(Subject::Code);
    Taken {
        language,
        pieces,
        explanation: subject.map(|subject| Explanation::new(subject, context, language)),
    }
}

impl Piece {
    fn of_frame(frame: Result<Frame, Unreadable>) -> Self {
        let frame = match frame {
            Ok(frame) => frame,
            Err(Unreadable::Broken(fault)) => return Self::without_frame(Some(fault), true),
            Err(_) => return Self::without_frame(None, false),
        };
        let (close, mut fault) = match frame.close() {
            None => (None, None),
            Some(Ok(close)) => (Some(close), None),
            Some(Err(fault)) => (None, Some(fault)),
        };
        let is_plain_text = frame.opcode == Opcode::Text && frame.fin && frame.rsv.is_empty();
        if is_plain_text && core::str::from_utf8(&frame.payload).is_err() {
            fault = Some(ProtocolError::InvalidUtf8);
        }
        Self {
            frame: Some(frame),
            close,
            fault,
            is_complete: true,
        }
    }

    fn of_body(body: &[u8]) -> Self {
        let is_too_long = body.len() > rejoin::proto::MAX_CONTROL_BYTES;
        let close = CloseFrame::from_body(body);
        let too_long = is_too_long.then_some(ProtocolError::ControlFrameTooLong);
        Self {
            frame: None,
            fault: too_long.or(close.as_ref().err().copied()),
            close: close.ok(),
            is_complete: true,
        }
    }

    fn without_frame(fault: Option<ProtocolError>, is_complete: bool) -> Self {
        Self {
            frame: None,
            close: None,
            fault,
            is_complete,
        }
    }

    /// The code that it carries, allowed or not; 1005 for a Close frame without one.
    fn code(&self) -> Option<u16> {
        if let Some(ProtocolError::InvalidCloseCode(code)) = self.fault {
            return Some(code);
        }
        self.close
            .as_ref()
            .map(|close| close.effective_code().get())
    }
}

/// The bytes as a page, and the code explained.
pub(super) fn page(taken: &Taken, layout: Layout) -> String {
    let texts = Texts::of(taken.language);
    let mut page = Page::new(layout, texts.direction());
    page.strong(&texts.prose("heading-frames"));
    for piece in &taken.pieces {
        show(piece, &mut page, texts);
    }
    page.gap();
    let explanation = taken.explanation.as_ref();
    page.into_text()
        + &explanation
            .map(|it| text::explanation(it, layout))
            .unwrap_or_default()
}

fn show(piece: &Piece, page: &mut Page, texts: &Texts) {
    if let Some(frame) = &piece.frame {
        page.indented(&headline(frame, texts));
        if !frame.fin {
            page.indented(&texts.prose("frame-continues"));
        }
        if !frame.rsv.is_empty() {
            page.indented(&texts.prose("frame-compressed"));
        }
        if !matches!(frame.opcode, Opcode::Close) {
            let (label, payload) = payload(frame);
            page.table(&[(&texts.prose(label), &payload)]);
        }
    } else if let Some(close) = &piece.close {
        let length = close.reason().len() + if close.code().is_some() { 2 } else { 0 };
        page.indented(&texts.prose_with("frame-body", &[("length", length.into())]));
    }
    if let Some(close) = &piece.close {
        let none = texts.prose("label-none");
        let code = close
            .code()
            .map_or(none.clone(), |code| Prose::literal(code.get().to_string()));
        let reason = match close.reason() {
            "" => none,
            reason => Prose::literal(inert::Line(reason).to_string()),
        };
        page.table(&[
            (&texts.prose("label-code"), &code),
            (&texts.prose("label-reason"), &reason),
        ]);
        if let Some(window) = RetryWindow::in_reason(close.reason()) {
            let range = format!(
                "{}-{}",
                window.min().as_secs_f64(),
                window.max().as_secs_f64()
            );
            page.indented(&texts.prose_with("reason-window", &[("range", range.into())]));
        }
    }
    if let Some(fault) = piece.fault {
        page.indented(&broken(fault, texts));
    }
    if !piece.is_complete {
        page.indented(&texts.prose("frame-incomplete"));
    }
}

fn headline(frame: &Frame, texts: &Texts) -> Prose {
    let id = match frame.sender {
        Endpoint::Client => "frame-of-client",
        Endpoint::Server => "frame-of-server",
    };
    let variables = [
        ("kind", kind(frame.opcode).into()),
        ("length", frame.payload.len().into()),
    ];
    texts.prose_with(id, &variables)
}

/// The words of RFC 6455, the same in every language.
const fn kind(opcode: Opcode) -> &'static str {
    match opcode {
        Opcode::Continuation => "Continuation",
        Opcode::Text => "Text",
        Opcode::Binary => "Binary",
        Opcode::Close => "Close",
        Opcode::Ping => "Ping",
        Opcode::Pong => "Pong",
    }
}

/// What a frame other than Close carries, and what to call it.
fn payload(frame: &Frame) -> (&'static str, Prose) {
    let text = core::str::from_utf8(&frame.payload).ok();
    if let Some(text) = text.filter(|_| frame.opcode == Opcode::Text && frame.rsv.is_empty()) {
        let start = inert::start(text, MOST_CHARACTERS);
        let rest = if start.len() < text.len() { "..." } else { "" };
        (
            "label-text",
            Prose::literal(format!("{}{rest}", inert::Line(start))),
        )
    } else {
        let (start, rest) = frame.payload.split_at(frame.payload.len().min(MOST_BYTES));
        let rest = if rest.is_empty() { "" } else { " ..." };
        ("label-bytes", Prose::literal(hex(start) + rest))
    }
}

fn broken(fault: ProtocolError, texts: &Texts) -> Prose {
    let rule = rules::fault(fault, texts);
    let section = Prose::literal(fault.section());
    let code = Prose::literal(fault.close_code().get().to_string());
    let parts = [("rule", &rule), ("section", &section), ("code", &code)];
    texts.prose_around("frame-fault", &parts)
}

fn hex(bytes: &[u8]) -> String {
    let digits: Vec<String> = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    digits.join(" ")
}

/// So many characters of a text are shown.
const MOST_CHARACTERS: usize = 200;

/// So many bytes of a payload are shown.
const MOST_BYTES: usize = 48;

/// The bytes for programs, and the code explained.
pub(super) fn json(taken: &Taken) -> impl Serialize {
    let texts = Texts::of(taken.language);
    let frames = taken.pieces.iter();
    Json {
        kind: "frames",
        language: taken.language.tag(),
        direction: taken.language.direction().html(),
        frames: frames.map(|piece| FrameJson::of(piece, texts)).collect(),
        explanation: taken.explanation.as_ref().map(render::explanation),
    }
}

#[derive(Serialize)]
struct Json<E> {
    kind: &'static str,
    language: &'static str,
    direction: &'static str,
    frames: Vec<FrameJson>,
    explanation: Option<E>,
}

#[derive(Serialize)]
struct FrameJson {
    sender: Option<&'static str>,
    opcode: Option<&'static str>,
    fin: Option<bool>,
    rsv1: Option<bool>,
    payload_hex: Option<String>,
    code: Option<u16>,
    reason: Option<String>,
    retry_window_ms: Option<[u64; 2]>,
    complete: bool,
    fault: Option<FaultJson>,
}

#[derive(Serialize)]
struct FaultJson {
    rule: String,
    section: &'static str,
    answered_with: u16,
}

impl FrameJson {
    fn of(piece: &Piece, texts: &Texts) -> Self {
        let frame = piece.frame.as_ref();
        let close = piece.close.as_ref();
        let window = close.and_then(|close| RetryWindow::in_reason(close.reason()));
        Self {
            sender: frame.map(|frame| match frame.sender {
                Endpoint::Client => "client",
                Endpoint::Server => "server",
            }),
            opcode: frame.map(|frame| kind(frame.opcode)),
            fin: frame.map(|frame| frame.fin),
            rsv1: frame.map(|frame| !frame.rsv.is_empty()),
            payload_hex: frame.map(|frame| hex(&frame.payload)),
            code: piece.code(),
            reason: close.map(|close| close.reason().to_owned()),
            retry_window_ms: window.map(|window| [window.min(), window.max()].map(millis)),
            complete: piece.is_complete,
            fault: piece.fault.map(|fault| FaultJson {
                rule: rules::fault(fault, texts).to_string(),
                section: fault.section(),
                answered_with: fault.close_code().get(),
            }),
        }
    }
}

fn millis(delay: core::time::Duration) -> u64 {
    u64::try_from(delay.as_millis()).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests;
