//! The rules of the protocol in the words of the reference.

use rejoin::extension::header::Offence;
use rejoin::proto::ProtocolError;
use rejoin::proto::handshake::Rule;
use rejoin_reference::{Prose, Texts};

/// The key and the words of a rule of negotiation.
///
/// What an extension says of itself, or what is new in the enum, stays in English.
pub(super) fn rule(rule: &Rule, texts: &Texts) -> (&'static str, Prose) {
    let about = |id, parameter: &str| {
        let parameter = Prose::literal(parameter.to_owned());
        texts.prose_around(id, &[("parameter", &parameter)])
    };
    match rule {
        Rule::AgreedTwice => ("agreed-twice", texts.prose("rule-agreed-twice")),
        Rule::DeclinedByPolicy => ("declined-by-policy", texts.prose("rule-declined-by-policy")),
        Rule::LargerThanOffered {
            parameter,
            offered,
            answered,
        } => {
            let [answered, offered] =
                [answered, offered].map(|bits| Prose::literal(format!("{parameter}={bits}")));
            let parts = [("answered", &answered), ("offered", &offered)];
            (
                "larger-than-offered",
                texts.prose_around("rule-larger-than-offered", &parts),
            )
        }
        Rule::NotAnswered => ("not-answered", texts.prose("rule-not-answered")),
        Rule::NotConfigured => ("not-configured", texts.prose("rule-not-configured")),
        Rule::NotOffered { parameter } => ("not-offered", about("rule-not-offered", parameter)),
        Rule::NotRepeated { parameter } => ("not-repeated", about("rule-not-repeated", parameter)),
        Rule::NotRequested => ("not-requested", texts.prose("rule-not-requested")),
        Rule::ParameterRepeated { parameter } => (
            "parameter-repeated",
            about("rule-parameter-repeated", parameter),
        ),
        Rule::ParameterUnknown { parameter } => (
            "parameter-unknown",
            about("rule-parameter-unknown", parameter),
        ),
        Rule::RequiredHere { parameter } => {
            ("required-here", about("rule-required-here", parameter))
        }
        Rule::RsvTaken { rsv, by } => {
            let (bits, by) = (Prose::literal(rsv.to_string()), Prose::literal(by.clone()));
            let parts = [("bits", &bits), ("extension", &by)];
            ("rsv-taken", texts.prose_around("rule-rsv-taken", &parts))
        }
        Rule::ValueInvalid { parameter } => {
            ("value-invalid", about("rule-value-invalid", parameter))
        }
        Rule::ValueMissing { parameter } => {
            ("value-missing", about("rule-value-missing", parameter))
        }
        Rule::ValueNotAllowed { parameter } => (
            "value-not-allowed",
            about("rule-value-not-allowed", parameter),
        ),
        Rule::WindowUnsupported { parameter, bits } => (
            "window-unsupported",
            about("rule-window-unsupported", &format!("{parameter}={bits}")),
        ),
        Rule::Own { .. } | Rule::Unwritable | _ => ("other", Prose::literal(rule.to_string())),
    }
}

/// The words of a way to break the grammar.
pub(super) fn offence(offence: Offence, texts: &Texts) -> Prose {
    match offence {
        Offence::EmptyList => texts.prose("offence-empty-list"),
        Offence::ParameterMissing => texts.prose("offence-parameter-missing"),
        Offence::QuoteNotClosed => texts.prose("offence-quote-not-closed"),
        Offence::UnexpectedByte(_) => texts.prose("offence-unexpected-byte"),
        Offence::ValueMissing => texts.prose("offence-value-missing"),
        Offence::ValueNotToken => texts.prose("offence-value-not-token"),
        _ => Prose::literal(offence.to_string()),
    }
}

/// The rule that a frame breaks, in words.
pub(super) fn fault(fault: ProtocolError, texts: &Texts) -> Prose {
    texts.prose(match fault {
        ProtocolError::CloseBodyTooShort => "fault-close-body-too-short",
        ProtocolError::CloseReasonNotUtf8 => "fault-close-reason-not-utf8",
        ProtocolError::ContinuationWithoutMessage => "fault-continuation-without-message",
        ProtocolError::ControlFrameFragmented => "fault-control-frame-fragmented",
        ProtocolError::ControlFrameTooLong => "fault-control-frame-too-long",
        ProtocolError::InvalidCloseCode(_) => "fault-invalid-close-code",
        ProtocolError::InvalidUtf8 => "fault-invalid-utf8",
        ProtocolError::LengthNotMinimal => "fault-length-not-minimal",
        ProtocolError::LengthTooLarge => "fault-length-too-large",
        ProtocolError::MaskForbidden => "fault-mask-forbidden",
        ProtocolError::MaskMissing => "fault-mask-missing",
        ProtocolError::MessageInterrupted => "fault-message-interrupted",
        ProtocolError::ReservedBits(_) => "fault-reserved-bits",
        ProtocolError::ReservedOpcode(_) => "fault-reserved-opcode",
        // Not of a frame alone, or new in the enum.
        ProtocolError::ExtensionData(_)
        | ProtocolError::FrameTooLarge { .. }
        | ProtocolError::MessageTooLarge { .. }
        | ProtocolError::TooManyFragments { .. }
        | ProtocolError::UnacceptedKind(_)
        | _ => return Prose::literal(fault.to_string()),
    })
}
