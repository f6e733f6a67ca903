//! The rows. Constants, names, documentation and behaviour are all made from them.

use crate::{
    Class, CloseCode, CodeInfo, DelayRange, ReceivedCode, Registration, Retry, RetryAdvice, Sender,
    Source, WireRule,
};

/// Makes the table, the look-up and the constants out of the rows.
///
/// The word after a row's numbers says which type has a constant for it: `CloseCode`,
/// `ReceivedCode` or, for none, `NoConstant`.
macro_rules! rows {
    ($(
        $name:ident = $first:literal $(..= $last:literal)?, $constant:ident {
            title: $title:literal,
            meaning: $meaning:literal,
            registration: $registration:expr,
            sender: $sender:ident, $sender_source:ident $(, by_text: $sender_by_text:ident)?,
            wire: $wire:ident,
            class: $class:ident,
            retry: $verdict:expr, $retry_source:ident, $basis:literal
                $(, registered_delay: $registered_delay:expr)?,
        }
    )*) => {
        /// The rows themselves, each a constant, so that the table and the look-up share them.
        mod row {
            use super::*;
            $(
                pub(super) const $name: CodeInfo = CodeInfo {
                    first: $first,
                    last: either!($($last)?, $first),
                    name: stringify!($name),
                    title: $title,
                    meaning: $meaning,
                    registration: $registration,
                    sender: Sender::$sender,
                    sender_by_text: either!($(Sender::$sender_by_text)?, Sender::$sender),
                    sender_source: Source::$sender_source,
                    wire: WireRule::$wire,
                    class: Class::$class,
                    retry: RetryAdvice {
                        verdict: $verdict,
                        basis: $basis,
                        source: Source::$retry_source,
                        registered_delay: either!($(Some($registered_delay))?, None),
                    },
                };
            )*
        }

        /// Every row: the codes 1000 to 1015, then 3000, 3003 and 3008, then the ranges.
        ///
        /// A code that has a row of its own does not belong to the range around it;
        /// [`lookup`] knows that.
        ///
        /// | codes | name | sent by | meaning |
        /// | --- | --- | --- | --- |
        $(
            #[doc = concat!(
                "| ", $first $(, "-", $last)?, " | `", stringify!($name), "` | ",
                stringify!($sender), " | ", $meaning, " |"
            )]
        )*
        pub const ROWS: &[CodeInfo] = &[$(row::$name),*];

        /// The row of any code, also of those that nobody may send.
        ///
        /// # Examples
        ///
        /// ```
        /// use rejoin_close_codes::{Sender, WireRule, lookup};
        ///
        /// assert_eq!(lookup(1006).wire, WireRule::LocalOnly);
        /// assert_eq!(lookup(1010).sender, Sender::Client);
        /// assert_eq!(lookup(3001).name, "LIBRARY");
        /// assert_eq!(lookup(65_535).wire, WireRule::OutOfRange);
        /// ```
        pub const fn lookup(code: u16) -> &'static CodeInfo {
            // Single codes stand before the ranges around them; the compiler checks that every
            // number has an arm.
            match code {
                $($first $(..= $last)? => const { &row::$name },)*
            }
        }

        /// The codes of the table that may stand in a Close frame.
        impl CloseCode {
            $(constant!(CloseCode, $constant, $name, $first, $title, $meaning);)*
        }

        /// The codes of the table that an endpoint concludes by itself.
        impl ReceivedCode {
            $(constant!(ReceivedCode, $constant, $name, $first, $title, $meaning);)*
        }
    };
}

/// The first of two, if there is one, else the second.
macro_rules! either {
    (, $second:expr) => {
        $second
    };
    ($first:expr, $second:expr) => {
        $first
    };
}

/// A constant, where the type that is being given constants is the one that the row names.
macro_rules! constant {
    (CloseCode, CloseCode, $name:ident, $code:literal, $title:literal, $meaning:literal) => {
        #[doc = concat!($code, ", ", $title, ": ", $meaning)]
        pub const $name: Self = Self::constant($code);
    };
    (ReceivedCode, ReceivedCode, $name:ident, $code:literal, $title:literal, $meaning:literal) => {
        #[doc = concat!($code, ", ", $title, ": ", $meaning)]
        pub const $name: Self = Self::new($code);
    };
    ($type:ident, $other:ident, $($row:tt)*) => {};
}

/// An entry of the registry.
const fn registered(description: &'static str, reference: &'static str) -> Registration {
    Registration {
        description,
        reference: Some(reference),
    }
}

/// What the registry says of numbers that are free.
const UNASSIGNED: Registration = Registration {
    description: "Unassigned",
    reference: None,
};

/// The reference of most rows.
const RFC_6455: &str = "[RFC6455]";

/// The reference of 1012 and 1013.
const HYBI_RESTART: &str =
    "[https://mailarchive.ietf.org/arch/msg/hybi/P_1vbD9uyHl63nbIIbFxKMfSwcM/]";

/// The reference of 1014.
const HYBI_BAD_GATEWAY: &str =
    "[https://mailarchive.ietf.org/arch/msg/hybi/VOLI2xp4tzFnIFYespe6oOtpFXA/]";

/// Reconnect, the first time after a delay as RFC 6455 section 7.2.3 has it.
const RECONNECT: Retry = Retry::Yes {
    first_delay: DelayRange::FIRST_RECONNECT,
};

rows! {
    NORMAL_CLOSURE = 1000, CloseCode {
        title: "Normal Closure",
        meaning: "The connection has served its purpose.",
        registration: Some(registered("Normal Closure", RFC_6455)),
        sender: Both, RFC_6455_7_4_1,
        wire: Allowed,
        class: Done,
        retry: Retry::NotNeeded, REJOIN,
            "nothing failed; some servers also end idle or old connections this way, and an \
            application that still needs one opens it",
    }
    GOING_AWAY = 1001, CloseCode {
        title: "Going Away",
        meaning: "The sender leaves: a server goes down, or a browser leaves the page.",
        registration: Some(registered("Going Away", RFC_6455)),
        sender: Both, RFC_6455_7_4_1,
        wire: Allowed,
        class: Leaving,
        retry: RECONNECT, RFC_6455_7_2_3,
            "the server may be back, or another may stand at its address",
    }
    PROTOCOL_ERROR = 1002, CloseCode {
        title: "Protocol Error",
        meaning: "The peer broke the rules of the protocol.",
        registration: Some(registered("Protocol error", RFC_6455)),
        sender: Both, RFC_6455_7_4_1,
        wire: Allowed,
        class: Protocol,
        retry: Retry::Never, REJOIN, "the same program would break the same rule again",
    }
    UNSUPPORTED_DATA = 1003, CloseCode {
        title: "Unsupported Data",
        meaning: "The peer sent a kind of data that the sender does not take.",
        registration: Some(registered("Unsupported Data", RFC_6455)),
        sender: Both, RFC_6455_7_4_1,
        wire: Allowed,
        class: Protocol,
        retry: Retry::Never, REJOIN, "the same program would send the same kind of data again",
    }
    RESERVED = 1004, NoConstant {
        title: "Reserved",
        meaning: "Held back without a meaning; a Close frame that carries it is a protocol error.",
        registration: Some(registered("Reserved", RFC_6455)),
        sender: Nobody, RFC_6455_7_4_1,
        wire: Reserved,
        class: Invalid,
        retry: Retry::Never, REJOIN, "a peer that sends it breaks the protocol, and would again",
    }
    NO_STATUS_RECEIVED = 1005, ReceivedCode {
        title: "No Status Received",
        meaning: "The peer closed in good order, with a Close frame that carried no code.",
        registration: Some(registered("No Status Rcvd", RFC_6455)),
        sender: Nobody, RFC_6455_7_4_1,
        wire: LocalOnly,
        class: Unstated,
        retry: RECONNECT, REJOIN, "the peer gave no reason to stay away",
    }
    ABNORMAL_CLOSURE = 1006, ReceivedCode {
        title: "Abnormal Closure",
        meaning: "The connection ended without a Close frame from the peer.",
        registration: Some(registered("Abnormal Closure", RFC_6455)),
        sender: Nobody, RFC_6455_7_4_1,
        wire: LocalOnly,
        class: Lost,
        retry: RECONNECT, RFC_6455_7_2_3, "a lost connection is the case that the section is about",
    }
    INVALID_FRAME_PAYLOAD_DATA = 1007, CloseCode {
        title: "Invalid Frame Payload Data",
        meaning: "A message did not fit its type, such as text that is not UTF-8.",
        registration: Some(registered("Invalid frame payload data", RFC_6455)),
        sender: Both, RFC_6455_7_4_1,
        wire: Allowed,
        class: Protocol,
        retry: Retry::Never, REJOIN, "the same program would send the same data again",
    }
    POLICY_VIOLATION = 1008, CloseCode {
        title: "Policy Violation",
        meaning: "The sender refuses what it received, for reasons that no other code fits or \
            that it keeps to itself.",
        registration: Some(registered("Policy Violation", RFC_6455)),
        sender: Both, RFC_6455_7_4_1,
        wire: Allowed,
        class: Policy,
        retry: Retry::WithNewInput, REJOIN,
            "most often credentials are missing or expired, or requests come too fast; unchanged \
            they are refused again",
    }
    MESSAGE_TOO_BIG = 1009, CloseCode {
        title: "Message Too Big",
        meaning: "A message was larger than the sender takes.",
        registration: Some(registered("Message Too Big", RFC_6455)),
        sender: Both, RFC_6455_7_4_1,
        wire: Allowed,
        class: Limit,
        retry: Retry::WithNewInput, REJOIN, "a new connection is welcome, the same message is not",
    }
    MANDATORY_EXTENSION = 1010, CloseCode {
        title: "Mandatory Extension",
        meaning: "The client needs extensions that the server did not agree to; the reason lists \
            them.",
        registration: Some(registered("Mandatory Ext.", RFC_6455)),
        sender: Client, RFC_6455_7_4_1,
        wire: Allowed,
        class: Negotiation,
        retry: Retry::Never, REJOIN,
            "the same offer gets the same answer until the server, or a proxy between, is \
            configured otherwise",
    }
    INTERNAL_ERROR = 1011, CloseCode {
        title: "Internal Error",
        meaning: "The sender met a condition that keeps it from going on.",
        registration: Some(registered("Internal Error", "[RFC6455][RFC Errata 3227]")),
        sender: Both, RFC_6455_ERRATUM_3227, by_text: Server,
        wire: Allowed,
        class: Failure,
        retry: RECONNECT, REJOIN, "the failure may have been that of one request or one moment",
    }
    SERVICE_RESTART = 1012, CloseCode {
        title: "Service Restart",
        meaning: "The service restarts and will be back soon.",
        registration: Some(registered("Service Restart", HYBI_RESTART)),
        sender: Server, HYBI_RESTART,
        wire: Allowed,
        class: Restart,
        retry: Retry::Yes { first_delay: DelayRange::SERVICE_RESTART }, HYBI_RESTART,
            "the registration expects clients back; its delay is for crowds, the default is for a \
            server that closes its connections at a measured pace",
            registered_delay: DelayRange::SERVICE_RESTART_REGISTERED,
    }
    TRY_AGAIN_LATER = 1013, CloseCode {
        title: "Try Again Later",
        meaning: "The service has too much to do.",
        registration: Some(registered("Try Again Later", HYBI_RESTART)),
        sender: Server, HYBI_RESTART,
        wire: Allowed,
        class: Overload,
        retry: RECONNECT, REJOIN,
            "with growing delays; the registration would have a client take another address of \
            the service, or wait for its user",
    }
    BAD_GATEWAY = 1014, CloseCode {
        title: "Bad Gateway",
        meaning: "The sender stands in front of another server, which gave it no valid answer.",
        registration: Some(registered("The server was acting as a gateway or proxy and received \
            an invalid response from the upstream server. This is similar to 502 HTTP Status \
            Code.", HYBI_BAD_GATEWAY)),
        sender: Server, HYBI_BAD_GATEWAY,
        wire: Allowed,
        class: Failure,
        retry: RECONNECT, REJOIN,
            "the server behind the gateway may be back, or another may take its place",
    }
    TLS_HANDSHAKE = 1015, ReceivedCode {
        title: "TLS Handshake",
        meaning: "The secure connection could not be made, for instance because the certificate \
            was not trusted.",
        registration: Some(registered("TLS handshake", RFC_6455)),
        sender: Nobody, RFC_6455_7_4_1,
        wire: LocalOnly,
        class: Tls,
        retry: Retry::Never, REJOIN,
            "certificate and trust stay as they are until someone changes them",
    }
    UNAUTHORIZED = 3000, CloseCode {
        title: "Unauthorized",
        meaning: "The sender does not know who the peer is; some libraries gave the number other \
            meanings.",
        registration: Some(registered("Unauthorized", "[Leo_Tietz]")),
        sender: Both, IANA_REGISTRY,
        wire: Allowed,
        class: Authorization,
        retry: Retry::WithNewInput, REJOIN, "the same credentials are refused again",
    }
    FORBIDDEN = 3003, CloseCode {
        title: "Forbidden",
        meaning: "The sender knows who the peer is and does not let it.",
        registration: Some(registered("Forbidden", "[Ada_Young]")),
        sender: Both, IANA_REGISTRY,
        wire: Allowed,
        class: Authorization,
        retry: Retry::Never, REJOIN, "the rights stay as they are until someone changes them",
    }
    TIMEOUT = 3008, CloseCode {
        title: "Timeout",
        meaning: "The peer took too long; some libraries gave the number other meanings.",
        registration: Some(registered("Timeout", "[Morgan_Jones]")),
        sender: Both, IANA_REGISTRY,
        wire: Allowed,
        class: Timeout,
        retry: RECONNECT, REJOIN, "slowness may pass",
    }
    UNUSED = 0..=999, NoConstant {
        title: "Unused",
        meaning: "Not a close code.",
        registration: None,
        sender: Nobody, RFC_6455_7_4_2,
        wire: Unused,
        class: Invalid,
        retry: Retry::Never, REJOIN, "a peer that sends it breaks the protocol, and would again",
    }
    UNASSIGNED_PROTOCOL = 1016..=2999, NoConstant {
        title: "Unassigned",
        meaning: "Kept for later versions of the protocol and for extensions with a public \
            specification.",
        registration: Some(UNASSIGNED),
        sender: Nobody, RFC_6455_7_4_2,
        wire: Unassigned,
        class: Invalid,
        retry: Retry::Never, REJOIN, "a peer that sends it breaks the protocol, and would again",
    }
    LIBRARY = 3000..=3999, NoConstant {
        title: "Library Code",
        meaning: "For libraries, frameworks and applications, which register it; not registered \
            today.",
        registration: Some(UNASSIGNED),
        sender: Both, RFC_6455_7_4_2,
        wire: Allowed,
        class: Library,
        retry: Retry::Application, RFC_6455_7_4_2, "the protocol gives the number no meaning",
    }
    PRIVATE_USE = 4000..=4999, NoConstant {
        title: "Private Use",
        meaning: "For private agreement between applications; it cannot be registered.",
        registration: Some(registered("Reserved for Private Use", RFC_6455)),
        sender: Both, RFC_6455_7_4_2,
        wire: Allowed,
        class: Application,
        retry: Retry::Application, RFC_6455_7_4_2, "the protocol gives the number no meaning",
    }
    OUT_OF_RANGE = 5000..=65_535, NoConstant {
        title: "Out of Range",
        meaning: "Not a close code.",
        registration: None,
        sender: Nobody, RFC_6455_7_4_2,
        wire: OutOfRange,
        class: Invalid,
        retry: Retry::Never, REJOIN, "a peer that sends it breaks the protocol, and would again",
    }
}
