//! Frames and types that are refused: 1002 and 1003.

use crate::content::{
    model::{Entry, Phase, Role, Viewer},
    short::{cause, fix, measured, read, versus},
    sources as from,
};

pub(super) const TABLE: &[Entry] = &[
    Entry {
        code: 1002,
        last: 1002,
        key: "c1002",
        reason: Some("c1002-reason"),
        causes: &[
            cause(Phase::Open, "c1002-cause-mask", &[from::RFC6455_5_1]),
            cause(
                Phase::Open,
                "c1002-cause-bits",
                &[from::RFC6455_5_2, from::RFC6455_5_5],
            ),
            cause(
                Phase::Open,
                "c1002-cause-compression",
                &[from::HTTP_PROXY_1508, from::SAFARI],
            ),
            cause(
                Phase::Open,
                "c1002-cause-code",
                &[
                    from::MEASURED_CLIENTS,
                    from::TOMCAT,
                    from::LIBWEBSOCKETS,
                    from::FAYE,
                ],
            ),
            cause(Phase::Open, "c1002-cause-utf8", &[from::CHROMIUM]).of("Chromium"),
            cause(Phase::Open, "c1002-cause-twice", &[from::NODE_WS]),
            cause(Phase::Open, "c1002-cause-idle", &[from::BANDIT]).of("Bandit"),
        ],
        fixes: &[
            fix(
                Role::Server,
                "c1002-fix-server",
                &[from::RFC6455_5_2, from::HYBI_RESTART],
            ),
            fix(Role::Client, "c1002-fix-client", &[from::RFC6455_5_1]),
            fix(Role::Proxy, "c1002-fix-proxy", &[from::RFC6455_9_1]),
        ],
        seen: &[
            read(Viewer::Chromium, "c1002-seen-chromium", &[from::CHROMIUM]),
            measured(
                Viewer::Tungstenite,
                "0.30.0",
                "c1002-seen-tungstenite",
                &[from::MEASURED_CLIENTS],
            ),
        ],
        confusions: &[
            versus(1007, "c1002-versus-1007", &[from::RFC6455_7_4_1]),
            versus(1003, "c1002-versus-1003", &[from::RFC6455_7_4_1]),
            versus(
                1010,
                "c1002-versus-1010",
                &[from::RFC6455_4_1, from::RFC6455_7_4_1],
            ),
        ],
        sources: &[
            from::RFC6455_7_4_1,
            from::RFC6455_7_1_7,
            from::PY_WEBSOCKETS,
            from::REJOIN,
        ],
    },
    Entry {
        code: 1003,
        last: 1003,
        key: "c1003",
        reason: Some("c1003-reason"),
        causes: &[
            cause(Phase::Open, "c1003-cause-type", &[from::RFC6455_7_4_1]),
            cause(Phase::Open, "c1003-cause-json", &[from::STARLETTE]).of("Starlette"),
            cause(Phase::Open, "c1003-cause-usp", &[from::USP]).of("USP agents"),
            cause(Phase::Open, "c1003-cause-iot", &[from::AWS_IOT_WIRELESS]).of("AWS IoT Wireless"),
        ],
        fixes: &[
            fix(Role::Server, "c1003-fix-server", &[from::RFC6455_7_4_1]),
            fix(Role::Client, "c1003-fix-client", &[from::WHATWG]),
        ],
        seen: &[
            measured(
                Viewer::Libraries,
                "ws a2f4e7c0, python websockets 04e599ca, tungstenite 0.30.0",
                "c1003-seen-libraries",
                &[from::MEASURED_CLIENTS],
            ),
            read(Viewer::Browsers, "c1003-seen-browsers", &[from::WHATWG]),
        ],
        confusions: &[
            versus(1007, "c1003-versus-1007", &[from::RFC6455_7_4_1]),
            versus(1008, "c1003-versus-1008", &[from::RFC6455_7_4_1]),
        ],
        sources: &[from::RFC6455_7_4_1, from::REJOIN],
    },
];
