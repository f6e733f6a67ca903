//! Codes that were registered later: 3000, 3003 and 3008.

use crate::content::{
    model::{Entry, Phase, Role, Viewer},
    short::{cause, fix, read, versus},
    sources as from,
};

pub(super) const TABLE: &[Entry] = &[
    Entry {
        code: 3000,
        last: 3000,
        key: "c3000",
        reason: Some("c3000-reason"),
        causes: &[
            cause(Phase::Open, "c3000-cause-token", &[from::IANA]),
            cause(
                Phase::Open,
                "c3000-cause-accept",
                &[from::WHATWG, from::UVICORN],
            ),
            cause(Phase::Open, "c3000-cause-centrifugo", &[from::CENTRIFUGO]).of("Centrifugo"),
            cause(Phase::Open, "c3000-cause-sockjs", &[from::SOCKJS]).of("SockJS"),
        ],
        fixes: &[
            fix(
                Role::Server,
                "c3000-fix-server",
                &[from::IANA, from::UWS_PROTOCOL],
            ),
            fix(Role::Client, "c3000-fix-client", &[from::IANA]),
        ],
        seen: &[
            read(Viewer::Browsers, "c3000-seen-browsers", &[from::WHATWG]),
            read(Viewer::UWebSockets, "c3000-seen-uws", &[from::UWS_PROTOCOL]),
        ],
        confusions: &[
            versus(3003, "c3000-versus-3003", &[from::IANA]),
            versus(1008, "c3000-versus-1008", &[from::RFC6455_7_4_1]),
        ],
        sources: &[from::IANA, from::RFC6455_7_4_2, from::REJOIN],
    },
    Entry {
        code: 3003,
        last: 3003,
        key: "c3003",
        reason: Some("c3003-reason"),
        causes: &[
            cause(Phase::Open, "c3003-cause-rights", &[from::IANA]),
            cause(Phase::Open, "c3003-cause-plan", &[from::IANA]),
            cause(Phase::Open, "c3003-cause-revoked", &[from::IANA]),
        ],
        fixes: &[
            fix(
                Role::Server,
                "c3003-fix-server",
                &[from::IANA, from::UWS_PROTOCOL],
            ),
            fix(Role::Client, "c3003-fix-client", &[from::IANA]),
        ],
        seen: &[
            read(Viewer::Browsers, "c3003-seen-browsers", &[from::WHATWG]),
            read(Viewer::UWebSockets, "c3003-seen-uws", &[from::UWS_PROTOCOL]),
        ],
        confusions: &[
            versus(3000, "c3003-versus-3000", &[from::IANA]),
            versus(1008, "c3003-versus-1008", &[from::RFC6455_7_4_1]),
        ],
        sources: &[from::IANA, from::RFC6455_7_4_2, from::REJOIN],
    },
    Entry {
        code: 3008,
        last: 3008,
        key: "c3008",
        reason: Some("c3008-reason"),
        causes: &[
            cause(Phase::Open, "c3008-cause-login", &[from::IANA]),
            cause(Phase::Open, "c3008-cause-answer", &[from::IANA]),
            cause(Phase::Open, "c3008-cause-centrifugo", &[from::CENTRIFUGO]).of("Centrifugo"),
            cause(Phase::Open, "c3008-cause-assemblyai", &[from::ASSEMBLYAI]).of("AssemblyAI"),
        ],
        fixes: &[
            fix(
                Role::Server,
                "c3008-fix-server",
                &[from::IANA, from::UWS_PROTOCOL],
            ),
            fix(
                Role::Client,
                "c3008-fix-client",
                &[from::IANA, from::RFC6455_7_2_3],
            ),
        ],
        seen: &[
            read(Viewer::Browsers, "c3008-seen-browsers", &[from::WHATWG]),
            read(Viewer::UWebSockets, "c3008-seen-uws", &[from::UWS_PROTOCOL]),
        ],
        confusions: &[
            versus(1006, "c3008-versus-1006", &[from::RFC6455_7_1_5]),
            versus(1013, "c3008-versus-1013", &[from::HYBI_RESTART]),
        ],
        sources: &[from::IANA, from::RFC6455_7_4_2, from::REJOIN],
    },
];
