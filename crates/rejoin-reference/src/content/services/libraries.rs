//! Libraries, frameworks and protocols.

use crate::content::{
    model::{Reconnect, Service},
    short::{code, range},
    sources as from,
};

pub(super) const ACTIONCABLE: Service = Service {
    key: "actioncable",
    family: "rails",
    name: "Rails ActionCable",
    subprotocols: &["actioncable-v1-json"],
    codes: &[],
    ranges: &[],
    note: Some("s-actioncable-note"),
    sources: &[from::ACTIONCABLE],
};

pub(super) const CENTRIFUGO: Service = Service {
    key: "centrifugo",
    family: "centrifugo",
    name: "Centrifugo",
    subprotocols: &["centrifuge-protobuf"],
    codes: &[
        code(3000, "s-centrifugo-3000", Reconnect::Unstated),
        code(3001, "s-centrifugo-3001", Reconnect::Yes),
        code(3004, "s-centrifugo-3004", Reconnect::Yes),
        code(3005, "s-centrifugo-3005", Reconnect::Yes),
        code(3006, "s-centrifugo-3006", Reconnect::Yes),
        code(3008, "s-centrifugo-3008", Reconnect::Yes),
        code(3009, "s-centrifugo-3009", Reconnect::Yes),
        code(3010, "s-centrifugo-3010", Reconnect::Yes),
        code(3011, "s-centrifugo-3011", Reconnect::Yes),
        code(3012, "s-centrifugo-3012", Reconnect::Yes),
        code(3013, "s-centrifugo-3013", Reconnect::Yes),
        code(3014, "s-centrifugo-3014", Reconnect::Yes),
        code(3500, "s-centrifugo-3500", Reconnect::No),
        code(3501, "s-centrifugo-3501", Reconnect::No),
        code(3502, "s-centrifugo-3502", Reconnect::No),
        code(3503, "s-centrifugo-3503", Reconnect::No),
        code(3504, "s-centrifugo-3504", Reconnect::No),
        code(3505, "s-centrifugo-3505", Reconnect::No),
        code(3506, "s-centrifugo-3506", Reconnect::No),
        code(3507, "s-centrifugo-3507", Reconnect::No),
        code(3508, "s-centrifugo-3508", Reconnect::No),
        code(3509, "s-centrifugo-3509", Reconnect::No),
    ],
    ranges: &[
        range(3000, 3499, "s-centrifugo-3000-3499", Reconnect::Yes),
        range(3500, 3999, "s-centrifugo-3500-3999", Reconnect::No),
    ],
    note: Some("s-centrifugo-note"),
    sources: &[from::CENTRIFUGO],
};

pub(super) const COLYSEUS: Service = Service {
    key: "colyseus",
    family: "colyseus",
    name: "Colyseus",
    subprotocols: &[],
    codes: &[
        code(4000, "s-colyseus-4000", Reconnect::Unstated),
        code(4001, "s-colyseus-4001", Reconnect::Unstated),
        code(4002, "s-colyseus-4002", Reconnect::Unstated),
        code(4003, "s-colyseus-4003", Reconnect::Unstated),
        code(4010, "s-colyseus-4010", Reconnect::Yes),
    ],
    ranges: &[],
    note: None,
    sources: &[from::COLYSEUS],
};

pub(super) const GRAPHQL_WS: Service = Service {
    key: "graphql-ws",
    family: "graphql",
    name: "graphql-ws",
    subprotocols: &["graphql-transport-ws"],
    codes: &[
        code(4004, "s-graphql-ws-4004", Reconnect::No),
        code(4005, "s-graphql-ws-4005", Reconnect::No),
        code(4400, "s-graphql-ws-4400", Reconnect::No),
        code(4401, "s-graphql-ws-4401", Reconnect::No),
        code(4403, "s-graphql-ws-4403", Reconnect::Yes),
        code(4406, "s-graphql-ws-4406", Reconnect::No),
        code(4408, "s-graphql-ws-4408", Reconnect::Yes),
        code(4409, "s-graphql-ws-4409", Reconnect::No),
        code(4429, "s-graphql-ws-4429", Reconnect::No),
        code(4500, "s-graphql-ws-4500", Reconnect::No),
        code(4504, "s-graphql-ws-4504", Reconnect::Yes),
    ],
    ranges: &[],
    note: Some("s-graphql-ws-note"),
    sources: &[from::GRAPHQL_WS, from::GRAPHQL_WS_CODES],
};

pub(super) const HOCUSPOCUS: Service = Service {
    key: "hocuspocus",
    family: "tiptap",
    name: "Hocuspocus",
    subprotocols: &[],
    codes: &[
        code(4205, "s-hocuspocus-4205", Reconnect::Unstated),
        code(4401, "s-hocuspocus-4401", Reconnect::Unstated),
        code(4403, "s-hocuspocus-4403", Reconnect::Unstated),
        code(4408, "s-hocuspocus-4408", Reconnect::Unstated),
    ],
    ranges: &[],
    note: None,
    sources: &[from::HOCUSPOCUS],
};

pub(super) const PHOENIX: Service = Service {
    key: "phoenix",
    family: "phoenix",
    name: "Phoenix Channels",
    subprotocols: &[],
    codes: &[
        code(1000, "s-phoenix-1000", Reconnect::Unstated),
        code(1001, "s-phoenix-1001", Reconnect::Yes),
        code(1012, "s-phoenix-1012", Reconnect::Yes),
    ],
    ranges: &[],
    note: Some("s-phoenix-note"),
    sources: &[from::PHOENIX_DRAIN, from::PHOENIX_JS],
};

pub(super) const PUSHER: Service = Service {
    key: "pusher",
    family: "pusher",
    name: "Pusher Channels",
    subprotocols: &[],
    codes: &[
        code(4000, "s-pusher-4000", Reconnect::AfterChange),
        code(4001, "s-pusher-4001", Reconnect::AfterChange),
        code(4003, "s-pusher-4003", Reconnect::AfterChange),
        code(4004, "s-pusher-4004", Reconnect::AfterChange),
        code(4005, "s-pusher-4005", Reconnect::AfterChange),
        code(4006, "s-pusher-4006", Reconnect::AfterChange),
        code(4007, "s-pusher-4007", Reconnect::AfterChange),
        code(4008, "s-pusher-4008", Reconnect::AfterChange),
        code(4009, "s-pusher-4009", Reconnect::AfterChange),
        code(4100, "s-pusher-4100", Reconnect::Yes),
        code(4200, "s-pusher-4200", Reconnect::Yes),
        code(4201, "s-pusher-4201", Reconnect::Yes),
        code(4202, "s-pusher-4202", Reconnect::Yes),
        code(4301, "s-pusher-4301", Reconnect::Unstated),
        code(4302, "s-pusher-4302", Reconnect::Unstated),
    ],
    ranges: &[
        range(4000, 4099, "s-pusher-4000-4099", Reconnect::AfterChange),
        range(4100, 4199, "s-pusher-4100-4199", Reconnect::Yes),
        range(4200, 4299, "s-pusher-4200-4299", Reconnect::Yes),
        range(4300, 4399, "s-pusher-4300-4399", Reconnect::Unstated),
    ],
    note: Some("s-pusher-note"),
    sources: &[from::PUSHER],
};

pub(super) const SOCKETIO: Service = Service {
    key: "socketio",
    family: "socketio",
    name: "Socket.IO",
    subprotocols: &[],
    codes: &[code(1005, "s-socketio-1005", Reconnect::Yes).with(&[from::MEASURED_RESTARTS])],
    ranges: &[],
    note: Some("s-socketio-note"),
    sources: &[from::SOCKETIO],
};

pub(super) const SOCKJS: Service = Service {
    key: "sockjs",
    family: "sockjs",
    name: "SockJS",
    subprotocols: &[],
    codes: &[
        code(1002, "s-sockjs-1002", Reconnect::Unstated),
        code(2010, "s-sockjs-2010", Reconnect::Unstated),
        code(3000, "s-sockjs-3000", Reconnect::Unstated),
    ],
    ranges: &[],
    note: Some("s-sockjs-note"),
    sources: &[from::SOCKJS],
};

pub(super) const SPRING: Service = Service {
    key: "spring",
    family: "spring",
    name: "Spring",
    subprotocols: &[],
    codes: &[
        code(1013, "s-spring-1013", Reconnect::Unstated),
        code(4500, "s-spring-4500", Reconnect::Unstated),
    ],
    ranges: &[],
    note: None,
    sources: &[from::SPRING],
};
