//! Messages and offers that are refused: 1007 to 1010.

use crate::content::{
    model::{Entry, Phase, Role, Viewer},
    short::{cause, fix, measured, read, versus},
    sources as from,
};

pub(super) const TABLE: &[Entry] = &[
    Entry {
        code: 1007,
        last: 1007,
        key: "c1007",
        reason: Some("c1007-reason"),
        causes: &[
            cause(Phase::Open, "c1007-cause-utf8", &[from::RFC6455_8_1]),
            cause(Phase::Open, "c1007-cause-split", &[from::RFC6455_8_1]),
            cause(Phase::Open, "c1007-cause-binary", &[from::RFC6455_8_1]),
            cause(
                Phase::Open,
                "c1007-cause-inflate",
                &[from::NODE_WS, from::BANDIT],
            ),
            cause(
                Phase::Open,
                "c1007-cause-reason",
                &[from::RFC6455_5_5_1, from::MEASURED_CLIENTS],
            ),
            cause(Phase::Open, "c1007-cause-gemini", &[from::GEMINI_FORUM]).of("Gemini Live"),
        ],
        fixes: &[
            fix(Role::Server, "c1007-fix-server", &[from::RFC6455_8_1]),
            fix(Role::Client, "c1007-fix-client", &[from::RFC6455_8_1]),
            fix(Role::Proxy, "c1007-fix-proxy", &[from::RFC7692_7]),
        ],
        seen: &[
            read(Viewer::Chromium, "c1007-seen-chromium", &[from::CHROMIUM]),
            measured(
                Viewer::Tungstenite,
                "0.30.0",
                "c1007-seen-tungstenite",
                &[from::MEASURED_CLIENTS],
            ),
            read(Viewer::UWebSockets, "c1007-seen-uws", &[from::UWS_PROTOCOL]),
        ],
        confusions: &[
            versus(1003, "c1007-versus-1003", &[from::RFC6455_7_4_1]),
            versus(1002, "c1007-versus-1002", &[from::RFC6455_7_4_1]),
        ],
        sources: &[
            from::RFC6455_7_4_1,
            from::RFC6455_8_1,
            from::PY_WEBSOCKETS,
            from::REJOIN,
        ],
    },
    Entry {
        code: 1008,
        last: 1008,
        key: "c1008",
        reason: Some("c1008-reason"),
        causes: &[
            cause(Phase::Open, "c1008-cause-token", &[from::AWS_IOT_WIRELESS]),
            cause(
                Phase::Open,
                "c1008-cause-rate",
                &[from::RFC6455_7_4_1, from::BINANCE_1008],
            ),
            cause(Phase::Open, "c1008-cause-deepgram", &[from::DEEPGRAM_STT]).of("Deepgram"),
            cause(Phase::Open, "c1008-cause-codex", &[from::CODEX]).of("OpenAI Codex"),
            cause(Phase::Open, "c1008-cause-fragments", &[from::NODE_WS]).of("ws"),
            cause(Phase::Open, "c1008-cause-origin", &[from::RFC6455_1_6]),
        ],
        fixes: &[
            fix(Role::Server, "c1008-fix-server", &[from::IANA]),
            fix(Role::Client, "c1008-fix-client", &[from::RFC6455_7_4_1]),
        ],
        seen: &[
            read(Viewer::Browsers, "c1008-seen-browsers", &[from::WHATWG]),
            read(
                Viewer::Libraries,
                "c1008-seen-libraries",
                &[from::GRAPHQL_WS_CODES],
            ),
        ],
        confusions: &[
            versus(3000, "c1008-versus-3000", &[from::IANA]),
            versus(1013, "c1008-versus-1013", &[from::HYBI_RESTART]),
            versus(1009, "c1008-versus-1009", &[from::RFC6455_7_4_1]),
        ],
        sources: &[from::RFC6455_7_4_1, from::REJOIN],
    },
    Entry {
        code: 1009,
        last: 1009,
        key: "c1009",
        reason: Some("c1009-reason"),
        causes: &[
            cause(
                Phase::Open,
                "c1009-cause-python",
                &[from::PY_WEBSOCKETS_SERVER],
            )
            .of("python websockets"),
            cause(
                Phase::Open,
                "c1009-cause-aiohttp",
                &[from::AIOHTTP, from::TORNADO, from::UVICORN],
            )
            .of("aiohttp"),
            cause(
                Phase::Open,
                "c1009-cause-java",
                &[from::JETTY, from::TOMCAT],
            ),
            cause(Phase::Open, "c1009-cause-node", &[from::NODE_WS]).of("ws"),
            cause(Phase::Open, "c1009-cause-apigw", &[from::AWS_API_GATEWAY]).of("AWS API Gateway"),
            cause(Phase::Open, "c1009-cause-bomb", &[from::RFC7692_7]),
        ],
        fixes: &[
            fix(Role::Server, "c1009-fix-server", &[from::RFC6455_7_4_1]),
            fix(
                Role::Client,
                "c1009-fix-client",
                &[from::RFC6455_7_4_1, from::AWS_API_GATEWAY],
            ),
        ],
        seen: &[
            read(Viewer::UWebSockets, "c1009-seen-uws", &[from::UWS_PROTOCOL]),
            read(
                Viewer::Tungstenite,
                "c1009-seen-tungstenite",
                &[from::TUNGSTENITE, from::MEASURED_CLIENTS],
            ),
            read(Viewer::Gorilla, "c1009-seen-gorilla", &[from::GORILLA]),
        ],
        confusions: &[
            versus(1008, "c1009-versus-1008", &[from::RFC6455_7_4_1]),
            versus(
                1006,
                "c1009-versus-1006",
                &[from::UWS_PROTOCOL, from::MEASURED_CLIENTS],
            ),
        ],
        sources: &[from::RFC6455_7_4_1, from::REJOIN],
    },
    Entry {
        code: 1010,
        last: 1010,
        key: "c1010",
        reason: Some("c1010-reason"),
        causes: &[
            cause(
                Phase::Open,
                "c1010-cause-required",
                &[from::RFC6455_7_4_1, from::REJOIN],
            )
            .of("Rejoin"),
            cause(Phase::Open, "c1010-cause-okhttp", &[from::OKHTTP]).of("OkHttp"),
            cause(Phase::Open, "c1010-cause-faye", &[from::FAYE]).of("faye"),
            cause(Phase::Open, "c1010-cause-proxy", &[from::TRAEFIK_4843]).of("Traefik"),
            cause(Phase::Open, "c1010-cause-workers", &[from::WORKERS_8908])
                .of("Cloudflare Workers"),
        ],
        fixes: &[
            fix(
                Role::Server,
                "c1010-fix-server",
                &[from::RFC6455_9_1, from::OKHTTP],
            ),
            fix(Role::Client, "c1010-fix-client", &[from::RFC6455_7_4_1]),
            fix(Role::Proxy, "c1010-fix-proxy", &[from::RFC6455_9_1]),
        ],
        seen: &[
            read(Viewer::Browsers, "c1010-seen-browsers", &[from::WHATWG]),
            read(Viewer::OkHttp, "c1010-seen-okhttp", &[from::OKHTTP]),
            measured(
                Viewer::Libraries,
                "ws a2f4e7c0, Node.js 20.20.2, python websockets 04e599ca, Tornado e5300314, gorilla/websocket e064f32, tungstenite 0.30.0, fastwebsockets 0.10.0, soketto 0.8.1",
                "c1010-seen-libraries",
                &[from::MEASURED_CLIENTS],
            ),
            read(
                Viewer::Beast,
                "c1010-seen-beast",
                &[from::BEAST_313, from::READ_LIBRARIES],
            ),
        ],
        confusions: &[
            versus(
                1002,
                "c1010-versus-1002",
                &[from::RFC6455_4_1, from::RFC6455_5_2],
            ),
            versus(
                1012,
                "c1010-versus-1012",
                &[from::HYBI_RESTART, from::RFC6455_7_4_1],
            ),
            versus(
                1006,
                "c1010-versus-1006",
                &[from::RFC6455_4_1, from::MEASURED_NEGOTIATION],
            ),
        ],
        sources: &[from::RFC6455_7_4_1, from::RFC6455_9_1, from::REJOIN],
    },
];
