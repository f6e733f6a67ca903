//! What no Close frame may carry: 1004, 1005 and 1006.

use crate::content::{
    model::{Entry, Phase, Role, Viewer},
    short::{cause, fix, measured, read, versus},
    sources as from,
};

pub(super) const TABLE: &[Entry] = &[
    Entry {
        code: 1004,
        last: 1004,
        key: "c1004",
        reason: None,
        causes: &[
            cause(
                Phase::Open,
                "c1004-cause-peer",
                &[from::RFC6455_7_4_1, from::MEASURED_CLIENTS],
            ),
            cause(
                Phase::Open,
                "c1004-cause-table",
                &[from::HYBI_10, from::RFC6455_7_4_1],
            ),
        ],
        fixes: &[
            fix(Role::Server, "c1004-fix-server", &[from::RFC6455_7_4_1]),
            fix(Role::Client, "c1004-fix-client", &[from::RFC6455_7_4_1]),
        ],
        seen: &[
            measured(
                Viewer::Libraries,
                "ws a2f4e7c0, python websockets 04e599ca, gorilla/websocket e064f32, tungstenite 0.30.0",
                "c1004-seen-libraries",
                &[from::MEASURED_CLIENTS],
            ),
            measured(
                Viewer::Tornado,
                "e5300314",
                "c1004-seen-tornado",
                &[from::MEASURED_CLIENTS],
            ),
        ],
        confusions: &[versus(
            1009,
            "c1004-versus-1009",
            &[from::HYBI_10, from::RFC6455_7_4_1],
        )],
        sources: &[from::RFC6455_7_4_1, from::IANA],
    },
    Entry {
        code: 1005,
        last: 1005,
        key: "c1005",
        reason: None,
        causes: &[
            cause(Phase::Open, "c1005-cause-js", &[from::WHATWG]),
            cause(Phase::Open, "c1005-cause-gc", &[from::WHATWG]),
            cause(
                Phase::Open,
                "c1005-cause-library",
                &[from::TORNADO, from::COWBOY],
            ),
            cause(
                Phase::Open,
                "c1005-cause-socketio",
                &[from::MEASURED_RESTARTS],
            )
            .of("Socket.IO"),
            cause(
                Phase::Open,
                "c1005-cause-short",
                &[from::MEASURED_CLIENTS, from::FIREFOX],
            )
            .of("gorilla/websocket"),
        ],
        fixes: &[
            fix(Role::Server, "c1005-fix-server", &[from::RFC6455_5_5_1]),
            fix(Role::Client, "c1005-fix-client", &[from::WHATWG]),
        ],
        seen: &[
            read(Viewer::Browsers, "c1005-seen-browsers", &[from::WHATWG]),
            measured(
                Viewer::Libraries,
                "ws a2f4e7c0, python websockets 04e599ca, gorilla/websocket e064f32",
                "c1005-seen-libraries",
                &[from::MEASURED_CLIENTS],
            ),
            read(
                Viewer::Libraries,
                "c1005-seen-dotnet",
                &[from::DOTNET_SOURCE, from::FAYE],
            ),
        ],
        confusions: &[
            versus(
                1006,
                "c1005-versus-1006",
                &[from::RFC6455_7_1_5, from::RFC6455_7_4_1],
            ),
            versus(1000, "c1005-versus-1000", &[from::RFC6455_7_1_5]),
        ],
        sources: &[
            from::RFC6455_7_4_1,
            from::RFC6455_7_1_5,
            from::RFC6455_5_5_1,
            from::REJOIN,
        ],
    },
    Entry {
        code: 1006,
        last: 1006,
        key: "c1006",
        reason: None,
        causes: &[
            cause(Phase::Handshake, "c1006-cause-refused", &[from::WHATWG]),
            cause(
                Phase::Handshake,
                "c1006-cause-status",
                &[from::WHATWG, from::RFC6455_4_1],
            ),
            cause(
                Phase::Handshake,
                "c1006-cause-headers",
                &[from::RFC6455_4_1],
            ),
            cause(Phase::Handshake, "c1006-cause-tls", &[from::WHATWG]),
            cause(Phase::Open, "c1006-cause-nginx", &[from::NGINX_WEBSOCKET]).of("nginx"),
            cause(Phase::Open, "c1006-cause-alb", &[from::AWS_ALB]).of("AWS ALB"),
            cause(
                Phase::Open,
                "c1006-cause-gcp",
                &[from::GCP, from::CLOUD_RUN],
            )
            .of("Google Cloud"),
            cause(
                Phase::Open,
                "c1006-cause-cloudflare",
                &[
                    from::CLOUDFLARE_IDLE,
                    from::CLOUDFLARE,
                    from::CLOUDFLARE_WORKERS,
                ],
            )
            .of("Cloudflare"),
            cause(
                Phase::Open,
                "c1006-cause-reload",
                &[
                    from::MEASURED_RESTARTS,
                    from::INGRESS_NGINX,
                    from::NGINX_RELOAD,
                    from::HAPROXY,
                ],
            ),
            cause(
                Phase::Open,
                "c1006-cause-uws",
                &[from::UWS_CONTEXT, from::UWS_PROTOCOL],
            )
            .of("uWebSockets"),
            cause(
                Phase::Open,
                "c1006-cause-tungstenite",
                &[from::MEASURED_CLIENTS],
            )
            .of("tungstenite"),
            cause(Phase::Either, "c1006-cause-crash", &[from::RFC6455_7_1_5]),
        ],
        fixes: &[
            fix(
                Role::Server,
                "c1006-fix-server",
                &[from::RFC6455_7_1_7, from::MEASURED_RESTARTS],
            ),
            fix(
                Role::Client,
                "c1006-fix-client",
                &[from::RFC6455_7_2_3, from::WHATWG],
            ),
            fix(
                Role::Proxy,
                "c1006-fix-proxy",
                &[from::NGINX_WEBSOCKET, from::AWS_ALB],
            ),
        ],
        seen: &[
            read(Viewer::Browsers, "c1006-seen-browsers", &[from::WHATWG]),
            read(
                Viewer::PythonWebsockets,
                "c1006-seen-python",
                &[from::PY_WEBSOCKETS_FAQ],
            ),
            measured(
                Viewer::Libraries,
                "ws a2f4e7c0, python websockets 04e599ca",
                "c1006-seen-libraries",
                &[from::MEASURED_CLIENTS],
            ),
            read(
                Viewer::Libraries,
                "c1006-seen-aiohttp",
                &[from::AIOHTTP, from::MEASURED_CLIENTS],
            ),
        ],
        confusions: &[
            versus(1005, "c1006-versus-1005", &[from::RFC6455_7_4_1]),
            versus(1015, "c1006-versus-1015", &[from::WHATWG]),
        ],
        sources: &[
            from::RFC6455_7_4_1,
            from::RFC6455_7_1_5,
            from::RFC6455_7_2_3,
        ],
    },
];
