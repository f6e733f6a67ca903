//! What a service says of itself, 1011 to 1014, and TLS, 1015.

use crate::content::{
    model::{Entry, Phase, Role, Viewer},
    short::{cause, fix, measured, read, versus},
    sources as from,
};

pub(super) const TABLE: &[Entry] = &[
    Entry {
        code: 1011,
        last: 1011,
        key: "c1011",
        reason: Some("c1011-reason"),
        causes: &[
            cause(
                Phase::Open,
                "c1011-cause-crash",
                &[from::PY_WEBSOCKETS_FAQ, from::COWBOY, from::BANDIT],
            ),
            cause(
                Phase::Open,
                "c1011-cause-ping",
                &[from::PY_WEBSOCKETS_FAQ, from::PY_WEBSOCKETS_KEEPALIVE],
            )
            .of("python websockets"),
            cause(
                Phase::Open,
                "c1011-cause-hypercorn",
                &[from::MEASURED_RESTARTS],
            )
            .of("Hypercorn"),
            cause(Phase::Open, "c1011-cause-deepgram", &[from::DEEPGRAM_STT]).of("Deepgram"),
            cause(Phase::Open, "c1011-cause-gemini", &[from::GEMINI_FORUM]).of("Gemini Live"),
        ],
        fixes: &[
            fix(
                Role::Server,
                "c1011-fix-server",
                &[from::PY_WEBSOCKETS_KEEPALIVE],
            ),
            fix(Role::Client, "c1011-fix-client", &[from::RFC6455_7_2_3]),
        ],
        seen: &[
            read(
                Viewer::PythonWebsockets,
                "c1011-seen-python",
                &[from::PY_WEBSOCKETS_FAQ],
            ),
            measured(
                Viewer::Libraries,
                "ws a2f4e7c0, python websockets 04e599ca, tungstenite 0.30.0",
                "c1011-seen-libraries",
                &[from::MEASURED_CLIENTS],
            ),
        ],
        confusions: &[
            versus(1014, "c1011-versus-1014", &[from::HYBI_GATEWAY]),
            versus(1013, "c1011-versus-1013", &[from::HYBI_RESTART]),
            versus(1006, "c1011-versus-1006", &[from::RFC6455_7_1_7]),
        ],
        sources: &[from::RFC6455_7_4_1, from::ERRATUM_3227, from::REJOIN],
    },
    Entry {
        code: 1012,
        last: 1012,
        key: "c1012",
        reason: Some("c1012-reason"),
        causes: &[
            cause(
                Phase::Open,
                "c1012-cause-uvicorn",
                &[from::UVICORN, from::MEASURED_RESTARTS],
            )
            .of("Uvicorn"),
            cause(
                Phase::Open,
                "c1012-cause-phoenix",
                &[from::PHOENIX_DRAIN, from::BANDIT],
            )
            .of("Phoenix"),
            cause(Phase::Open, "c1012-cause-rejoin", &[from::REJOIN]).of("Rejoin"),
            cause(Phase::Open, "c1012-cause-deploy", &[from::HYBI_RESTART]),
        ],
        fixes: &[
            fix(
                Role::Server,
                "c1012-fix-server",
                &[from::HYBI_RESTART, from::REJOIN],
            ),
            fix(
                Role::Client,
                "c1012-fix-client",
                &[from::HYBI_RESTART, from::MEASURED_RECONNECTS],
            ),
            fix(Role::Proxy, "c1012-fix-proxy", &[from::MEASURED_RESTARTS]),
        ],
        seen: &[
            read(
                Viewer::Browsers,
                "c1012-seen-browsers",
                &[from::WHATWG, from::CHROMIUM, from::FIREFOX, from::WEBKIT],
            ),
            read(Viewer::Tomcat, "c1012-seen-tomcat", &[from::TOMCAT]),
            measured(
                Viewer::UWebSockets,
                "2026-08",
                "c1012-seen-uws",
                &[from::MEASURED_SERVERS, from::UWS_PROTOCOL],
            ),
            read(
                Viewer::Libraries,
                "c1012-seen-libwebsockets",
                &[from::LIBWEBSOCKETS, from::BANDIT, from::FAYE],
            ),
            read(Viewer::DotNet, "c1012-seen-dotnet", &[from::DOTNET]),
            read(Viewer::DartIo, "c1012-seen-dart", &[from::DART_IO]),
            measured(
                Viewer::Libraries,
                "python websockets 17.4, phoenix.js 1.8, partysocket 1.3, reconnecting-websocket 4.4",
                "c1012-seen-reconnects",
                &[from::MEASURED_RECONNECTS],
            ),
        ],
        confusions: &[
            versus(
                1001,
                "c1012-versus-1001",
                &[from::HYBI_RESTART, from::RFC6455_7_4_1],
            ),
            versus(1013, "c1012-versus-1013", &[from::HYBI_RESTART]),
            versus(
                1010,
                "c1012-versus-1010",
                &[from::RFC6455_7_4_1, from::HYBI_RESTART],
            ),
        ],
        sources: &[from::HYBI_RESTART, from::IANA, from::REJOIN],
    },
    Entry {
        code: 1013,
        last: 1013,
        key: "c1013",
        reason: Some("c1013-reason"),
        causes: &[
            cause(Phase::Open, "c1013-cause-overload", &[from::HYBI_RESTART]),
            cause(Phase::Open, "c1013-cause-capnp", &[from::CAPNPROTO]).of("Cap'n Proto"),
            cause(Phase::Open, "c1013-cause-spring", &[from::SPRING]).of("Spring"),
        ],
        fixes: &[
            fix(
                Role::Server,
                "c1013-fix-server",
                &[from::HYBI_RESTART, from::RFC9110_10_2_3],
            ),
            fix(Role::Client, "c1013-fix-client", &[from::HYBI_RESTART]),
            fix(Role::Proxy, "c1013-fix-proxy", &[from::RFC9110_10_2_3]),
        ],
        seen: &[
            read(
                Viewer::Libraries,
                "c1013-seen-tomcat",
                &[from::TOMCAT, from::UWS_PROTOCOL, from::FAYE],
            ),
            read(
                Viewer::Libraries,
                "c1013-seen-libraries",
                &[from::GRAPHQL_WS_CODES],
            ),
        ],
        confusions: &[
            versus(1012, "c1013-versus-1012", &[from::HYBI_RESTART]),
            versus(1008, "c1013-versus-1008", &[from::RFC6455_7_4_1]),
            versus(3008, "c1013-versus-3008", &[from::IANA]),
        ],
        sources: &[from::HYBI_RESTART, from::IANA, from::REJOIN],
    },
    Entry {
        code: 1014,
        last: 1014,
        key: "c1014",
        reason: Some("c1014-reason"),
        causes: &[
            cause(Phase::Open, "c1014-cause-upstream", &[from::HYBI_GATEWAY]),
            cause(
                Phase::Open,
                "c1014-cause-none",
                &[
                    from::HYBI_GATEWAY,
                    from::MEASURED_RESTARTS,
                    from::ENVOY,
                    from::TRAEFIK,
                ],
            ),
        ],
        fixes: &[
            fix(Role::Server, "c1014-fix-server", &[from::HYBI_GATEWAY]),
            fix(Role::Client, "c1014-fix-client", &[from::MEASURED_CLIENTS]),
            fix(
                Role::Proxy,
                "c1014-fix-proxy",
                &[from::HYBI_GATEWAY, from::MEASURED_CLIENTS],
            ),
        ],
        seen: &[
            measured(
                Viewer::Libraries,
                "ws a2f4e7c0, Node.js 20.20.2, python websockets 04e599ca, Tornado e5300314",
                "c1014-seen-accepted",
                &[from::MEASURED_CLIENTS],
            ),
            measured(
                Viewer::Libraries,
                "gorilla/websocket e064f32, tungstenite 0.30.0, fastwebsockets 0.10.0, soketto 0.8.1",
                "c1014-seen-refused",
                &[from::MEASURED_CLIENTS],
            ),
            read(
                Viewer::Browsers,
                "c1014-seen-browsers",
                &[from::CHROMIUM, from::FIREFOX, from::WEBKIT],
            ),
            read(
                Viewer::Libraries,
                "c1014-seen-beast",
                &[from::BEAST_3099, from::DOTNET],
            ),
        ],
        confusions: &[
            versus(1011, "c1014-versus-1011", &[from::HYBI_GATEWAY]),
            versus(1006, "c1014-versus-1006", &[from::HYBI_GATEWAY]),
        ],
        sources: &[
            from::HYBI_GATEWAY,
            from::RFC9110_15_6_3,
            from::IANA,
            from::REJOIN,
        ],
    },
    Entry {
        code: 1015,
        last: 1015,
        key: "c1015",
        reason: None,
        causes: &[
            cause(
                Phase::Handshake,
                "c1015-cause-expired",
                &[from::RFC6455_7_4_1],
            ),
            cause(Phase::Handshake, "c1015-cause-name", &[from::RFC6455_7_4_1]),
            cause(
                Phase::Handshake,
                "c1015-cause-version",
                &[from::RFC6455_7_4_1],
            ),
            cause(Phase::Handshake, "c1015-cause-plain", &[from::RFC6455_4_1]),
            cause(
                Phase::Open,
                "c1015-cause-sent",
                &[from::MEASURED_CLIENTS, from::RFC6455_7_4_1],
            ),
        ],
        fixes: &[
            fix(Role::Server, "c1015-fix-server", &[from::RFC6455_7_4_1]),
            fix(Role::Client, "c1015-fix-client", &[from::RFC6455_4_1]),
            fix(Role::Proxy, "c1015-fix-proxy", &[from::RFC6455_7_4_1]),
        ],
        seen: &[
            read(Viewer::Browsers, "c1015-seen-browsers", &[from::WHATWG]),
            read(Viewer::Firefox, "c1015-seen-firefox", &[from::FIREFOX]),
            measured(
                Viewer::Libraries,
                "soketto 0.8.1, Tornado e5300314",
                "c1015-seen-soketto",
                &[from::MEASURED_CLIENTS],
            ),
        ],
        confusions: &[versus(1006, "c1015-versus-1006", &[from::WHATWG])],
        sources: &[from::RFC6455_7_4_1, from::REJOIN],
    },
];
