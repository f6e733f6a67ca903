//! Codes without a row of their own, by range.

use crate::content::{
    model::{Entry, Phase, Role, Viewer},
    short::{cause, fix, measured, read, versus},
    sources as from,
};

pub(super) const TABLE: &[Entry] = &[
    Entry {
        code: 0,
        last: 999,
        key: "r0-999",
        reason: None,
        causes: &[
            cause(Phase::Open, "r0-999-cause-none", &[from::RFC6455_7_4_2]),
            cause(Phase::Open, "r0-999-cause-http", &[from::RFC6455_7_4_2]),
        ],
        fixes: &[
            fix(Role::Server, "r0-999-fix-server", &[from::RFC6455_7_4_2]),
            fix(Role::Client, "r0-999-fix-client", &[from::RFC6455_7_4_2]),
        ],
        seen: &[
            read(
                Viewer::Browsers,
                "r0-999-seen-browsers",
                &[from::WHATWG, from::CHROMIUM, from::FIREFOX],
            ),
            measured(
                Viewer::Libraries,
                "ws a2f4e7c0, python websockets 04e599ca, gorilla/websocket e064f32, tungstenite 0.30.0",
                "r0-999-seen-libraries",
                &[from::MEASURED_CLIENTS],
            ),
        ],
        confusions: &[versus(1005, "r0-999-versus-1005", &[from::RFC6455_7_1_5])],
        sources: &[from::RFC6455_7_4_2, from::REJOIN],
    },
    Entry {
        code: 1016,
        last: 2999,
        key: "r1016-2999",
        reason: None,
        causes: &[
            cause(Phase::Open, "r1016-2999-cause-own", &[from::RFC6455_7_4_2]),
            cause(Phase::Open, "r1016-2999-cause-newer", &[from::IANA]),
            cause(Phase::Open, "r1016-2999-cause-sockjs", &[from::SOCKJS]).of("SockJS"),
        ],
        fixes: &[
            fix(
                Role::Server,
                "r1016-2999-fix-server",
                &[from::RFC6455_7_4_2],
            ),
            fix(
                Role::Client,
                "r1016-2999-fix-client",
                &[from::RFC6455_7_4_2],
            ),
        ],
        seen: &[
            read(
                Viewer::Browsers,
                "r1016-2999-seen-browsers",
                &[from::WHATWG, from::CHROMIUM, from::FIREFOX],
            ),
            measured(
                Viewer::Libraries,
                "ws a2f4e7c0, python websockets 04e599ca, gorilla/websocket e064f32, tungstenite 0.30.0",
                "r1016-2999-seen-libraries",
                &[from::MEASURED_CLIENTS],
            ),
        ],
        confusions: &[versus(
            4000,
            "r1016-2999-versus-4000",
            &[from::RFC6455_7_4_2],
        )],
        sources: &[from::RFC6455_7_4_2, from::IANA, from::REJOIN],
    },
    Entry {
        code: 3000,
        last: 3999,
        key: "r3000-3999",
        reason: Some("r3000-3999-reason"),
        causes: &[
            cause(
                Phase::Open,
                "r3000-3999-cause-centrifugo",
                &[from::CENTRIFUGO],
            )
            .of("Centrifugo"),
            cause(
                Phase::Open,
                "r3000-3999-cause-assemblyai",
                &[from::ASSEMBLYAI_TTS],
            )
            .of("AssemblyAI"),
            cause(
                Phase::Open,
                "r3000-3999-cause-library",
                &[from::RFC6455_7_4_2],
            ),
        ],
        fixes: &[
            fix(
                Role::Server,
                "r3000-3999-fix-server",
                &[from::IANA, from::UWS_PROTOCOL],
            ),
            fix(
                Role::Client,
                "r3000-3999-fix-client",
                &[from::RFC6455_7_4_2],
            ),
        ],
        seen: &[
            read(
                Viewer::Browsers,
                "r3000-3999-seen-browsers",
                &[from::WHATWG],
            ),
            measured(
                Viewer::Libraries,
                "ws a2f4e7c0, python websockets 04e599ca, Tornado e5300314, gorilla/websocket e064f32, tungstenite 0.30.0",
                "r3000-3999-seen-libraries",
                &[from::MEASURED_CLIENTS],
            ),
            measured(
                Viewer::UWebSockets,
                "2026-08",
                "r3000-3999-seen-uws",
                &[from::MEASURED_SERVERS, from::UWS_PROTOCOL],
            ),
        ],
        confusions: &[versus(
            4000,
            "r3000-3999-versus-4000",
            &[from::RFC6455_7_4_2],
        )],
        sources: &[from::RFC6455_7_4_2, from::IANA],
    },
    Entry {
        code: 4000,
        last: 4999,
        key: "r4000-4999",
        reason: Some("r4000-4999-reason"),
        causes: &[
            cause(
                Phase::Open,
                "r4000-4999-cause-service",
                &[from::RFC6455_7_4_2],
            ),
            cause(
                Phase::Open,
                "r4000-4999-cause-http",
                &[from::GRAPHQL_WS, from::HOCUSPOCUS, from::SIGNAL],
            ),
            cause(Phase::Open, "r4000-4999-cause-refused", &[from::WHATWG]),
        ],
        fixes: &[
            fix(
                Role::Server,
                "r4000-4999-fix-server",
                &[from::GRAPHQL_WS, from::PUSHER],
            ),
            fix(
                Role::Client,
                "r4000-4999-fix-client",
                &[from::RFC6455_7_4_2],
            ),
        ],
        seen: &[
            read(
                Viewer::Browsers,
                "r4000-4999-seen-browsers",
                &[from::WHATWG],
            ),
            measured(
                Viewer::Libraries,
                "ws a2f4e7c0, python websockets 04e599ca, Tornado e5300314, gorilla/websocket e064f32, tungstenite 0.30.0",
                "r4000-4999-seen-libraries",
                &[from::MEASURED_CLIENTS, from::MEASURED_SERVERS],
            ),
        ],
        confusions: &[
            versus(
                3000,
                "r4000-4999-versus-3000",
                &[from::RFC6455_7_4_2, from::IANA],
            ),
            versus(1008, "r4000-4999-versus-1008", &[from::RFC6455_7_4_1]),
        ],
        sources: &[from::RFC6455_7_4_2, from::IANA],
    },
    Entry {
        code: 5000,
        last: 65535,
        key: "r5000-65535",
        reason: None,
        causes: &[
            cause(Phase::Open, "r5000-65535-cause-own", &[from::RFC6455_7_4_2]),
            cause(
                Phase::Open,
                "r5000-65535-cause-order",
                &[from::RFC6455_5_5_1],
            ),
            cause(
                Phase::Open,
                "r5000-65535-cause-text",
                &[from::RFC6455_5_5_1],
            ),
            cause(
                Phase::Open,
                "r5000-65535-cause-overflow",
                &[from::RFC6455_5_5_1],
            ),
        ],
        fixes: &[
            fix(
                Role::Server,
                "r5000-65535-fix-server",
                &[from::RFC6455_7_4_2],
            ),
            fix(
                Role::Client,
                "r5000-65535-fix-client",
                &[from::RFC6455_7_4_2],
            ),
        ],
        seen: &[
            read(
                Viewer::Browsers,
                "r5000-65535-seen-browsers",
                &[from::WHATWG, from::CHROMIUM, from::FIREFOX],
            ),
            measured(
                Viewer::Libraries,
                "ws a2f4e7c0, python websockets 04e599ca, gorilla/websocket e064f32, tungstenite 0.30.0",
                "r5000-65535-seen-libraries",
                &[from::MEASURED_CLIENTS, from::MEASURED_SERVERS],
            ),
        ],
        confusions: &[versus(
            4000,
            "r5000-65535-versus-4000",
            &[from::RFC6455_7_4_2],
        )],
        sources: &[from::RFC6455_7_4_2, from::REJOIN],
    },
];
