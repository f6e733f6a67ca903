//! Ends in good order: 1000 and 1001.

use crate::content::{
    model::{Entry, Phase, Role, Viewer},
    short::{cause, fix, measured, read, versus},
    sources as from,
};

pub(super) const TABLE: &[Entry] = &[
    Entry {
        code: 1000,
        last: 1000,
        key: "c1000",
        reason: Some("c1000-reason"),
        causes: &[
            cause(Phase::Open, "c1000-cause-app", &[from::RFC6455_7_4_1]),
            cause(Phase::Open, "c1000-cause-idle", &[from::COWBOY]).of("Cowboy"),
            cause(Phase::Open, "c1000-cause-lifetime", &[from::UWS_CONTEXT]).of("uWebSockets"),
            cause(
                Phase::Open,
                "c1000-cause-shutdown",
                &[from::BANDIT, from::PHOENIX_JS],
            )
            .of("Bandit"),
            cause(
                Phase::Open,
                "c1000-cause-token",
                &[from::POSTGRES_WEBSOCKETS],
            )
            .of("postgres-websockets"),
        ],
        fixes: &[
            fix(Role::Server, "c1000-fix-server", &[from::RFC6455_7_4_1]),
            fix(
                Role::Client,
                "c1000-fix-client",
                &[from::PHOENIX_JS, from::UWS_CONTEXT],
            ),
        ],
        seen: &[
            read(Viewer::Browsers, "c1000-seen-browsers", &[from::WHATWG]),
            read(Viewer::DotNet, "c1000-seen-dotnet", &[from::DOTNET_SOURCE]),
            read(Viewer::Faye, "c1000-seen-faye", &[from::FAYE]),
            measured(
                Viewer::Aiohttp,
                "3.14",
                "c1000-seen-aiohttp",
                &[from::MEASURED_SERVERS],
            ),
        ],
        confusions: &[
            versus(1001, "c1000-versus-1001", &[from::RFC6455_7_4_1]),
            versus(1005, "c1000-versus-1005", &[from::RFC6455_7_1_5]),
        ],
        sources: &[from::RFC6455_7_4_1, from::REJOIN],
    },
    Entry {
        code: 1001,
        last: 1001,
        key: "c1001",
        reason: Some("c1001-reason"),
        causes: &[
            cause(Phase::Open, "c1001-cause-tab", &[from::WHATWG]),
            cause(
                Phase::Open,
                "c1001-cause-cloudflare",
                &[from::CLOUDFLARE_RESTART, from::CLOUDFLARE],
            )
            .of("Cloudflare"),
            cause(Phase::Open, "c1001-cause-caddy", &[from::CADDY]).of("Caddy"),
            cause(
                Phase::Open,
                "c1001-cause-idle",
                &[from::JETTY, from::TOMCAT],
            )
            .of("Jetty"),
            cause(
                Phase::Open,
                "c1001-cause-shutdown",
                &[
                    from::MEASURED_RESTARTS,
                    from::PY_WEBSOCKETS_SERVER,
                    from::JETTY,
                    from::JAVA_WEBSOCKET,
                ],
            ),
            cause(Phase::Open, "c1001-cause-pong", &[from::DENO]).of("Deno"),
            cause(Phase::Open, "c1001-cause-queue", &[from::OKHTTP]).of("OkHttp"),
            cause(Phase::Open, "c1001-cause-discord", &[from::DISCORD_1001]).of("Discord"),
        ],
        fixes: &[
            fix(Role::Server, "c1001-fix-server", &[from::HYBI_RESTART]),
            fix(Role::Client, "c1001-fix-client", &[from::RFC6455_7_2_3]),
            fix(Role::Proxy, "c1001-fix-proxy", &[from::CADDY]),
        ],
        seen: &[
            read(Viewer::Browsers, "c1001-seen-browsers", &[from::WHATWG]),
            read(
                Viewer::PythonWebsockets,
                "c1001-seen-python",
                &[from::PY_WEBSOCKETS_FRAMES],
            ),
        ],
        confusions: &[
            versus(1012, "c1001-versus-1012", &[from::HYBI_RESTART]),
            versus(1000, "c1001-versus-1000", &[from::RFC6455_7_4_1]),
        ],
        sources: &[from::RFC6455_7_4_1, from::RFC6455_7_2_3],
    },
];
