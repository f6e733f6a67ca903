//! Chat and messaging.

use crate::content::{
    model::{Reconnect, Service},
    short::code,
    sources as from,
};

pub(super) const DISCORD_GATEWAY: Service = Service {
    key: "discord-gateway",
    family: "discord",
    name: "Discord Gateway",
    subprotocols: &[],
    codes: &[
        code(1001, "s-discord-gateway-1001", Reconnect::Yes).with(&[from::DISCORD_1001]),
        code(4000, "s-discord-gateway-4000", Reconnect::Yes),
        code(4001, "s-discord-gateway-4001", Reconnect::Yes),
        code(4002, "s-discord-gateway-4002", Reconnect::Yes),
        code(4003, "s-discord-gateway-4003", Reconnect::Yes),
        code(4004, "s-discord-gateway-4004", Reconnect::No),
        code(4005, "s-discord-gateway-4005", Reconnect::Yes),
        code(4007, "s-discord-gateway-4007", Reconnect::Yes),
        code(4008, "s-discord-gateway-4008", Reconnect::Yes),
        code(4009, "s-discord-gateway-4009", Reconnect::Yes),
        code(4010, "s-discord-gateway-4010", Reconnect::No),
        code(4011, "s-discord-gateway-4011", Reconnect::No),
        code(4012, "s-discord-gateway-4012", Reconnect::No),
        code(4013, "s-discord-gateway-4013", Reconnect::No),
        code(4014, "s-discord-gateway-4014", Reconnect::No),
    ],
    ranges: &[],
    note: Some("s-discord-gateway-note"),
    sources: &[from::DISCORD],
};

pub(super) const DISCORD_RPC: Service = Service {
    key: "discord-rpc",
    family: "discord",
    name: "Discord RPC",
    subprotocols: &[],
    codes: &[
        code(4000, "s-discord-rpc-4000", Reconnect::Unstated),
        code(4001, "s-discord-rpc-4001", Reconnect::Unstated),
        code(4002, "s-discord-rpc-4002", Reconnect::Unstated),
        code(4003, "s-discord-rpc-4003", Reconnect::AfterChange),
        code(4004, "s-discord-rpc-4004", Reconnect::Unstated),
        code(4005, "s-discord-rpc-4005", Reconnect::Unstated),
    ],
    ranges: &[],
    note: Some("s-discord-rpc-note"),
    sources: &[from::DISCORD],
};

pub(super) const DISCORD_VOICE: Service = Service {
    key: "discord-voice",
    family: "discord",
    name: "Discord Voice",
    subprotocols: &[],
    codes: &[
        code(4001, "s-discord-voice-4001", Reconnect::Unstated),
        code(4002, "s-discord-voice-4002", Reconnect::Unstated),
        code(4003, "s-discord-voice-4003", Reconnect::Unstated),
        code(4004, "s-discord-voice-4004", Reconnect::Unstated),
        code(4005, "s-discord-voice-4005", Reconnect::Unstated),
        code(4006, "s-discord-voice-4006", Reconnect::Unstated),
        code(4009, "s-discord-voice-4009", Reconnect::Unstated),
        code(4011, "s-discord-voice-4011", Reconnect::Unstated),
        code(4012, "s-discord-voice-4012", Reconnect::Unstated),
        code(4014, "s-discord-voice-4014", Reconnect::No),
        code(4015, "s-discord-voice-4015", Reconnect::Yes),
        code(4016, "s-discord-voice-4016", Reconnect::Unstated),
        code(4017, "s-discord-voice-4017", Reconnect::Unstated),
        code(4020, "s-discord-voice-4020", Reconnect::Unstated),
        code(4021, "s-discord-voice-4021", Reconnect::No),
        code(4022, "s-discord-voice-4022", Reconnect::No),
    ],
    ranges: &[],
    note: Some("s-discord-voice-note"),
    sources: &[from::DISCORD],
};

pub(super) const FLUXER: Service = Service {
    key: "fluxer",
    family: "fluxer",
    name: "Fluxer Gateway",
    subprotocols: &[],
    codes: &[
        code(4000, "s-fluxer-4000", Reconnect::Yes),
        code(4001, "s-fluxer-4001", Reconnect::Yes),
        code(4002, "s-fluxer-4002", Reconnect::Yes),
        code(4003, "s-fluxer-4003", Reconnect::Yes),
        code(4004, "s-fluxer-4004", Reconnect::No),
        code(4005, "s-fluxer-4005", Reconnect::Yes),
        code(4007, "s-fluxer-4007", Reconnect::Yes),
        code(4008, "s-fluxer-4008", Reconnect::Yes),
        code(4009, "s-fluxer-4009", Reconnect::Yes),
        code(4010, "s-fluxer-4010", Reconnect::No),
        code(4011, "s-fluxer-4011", Reconnect::No),
        code(4012, "s-fluxer-4012", Reconnect::No),
    ],
    ranges: &[],
    note: Some("s-fluxer-note"),
    sources: &[from::FLUXER],
};

pub(super) const SIGNAL: Service = Service {
    key: "signal",
    family: "signal",
    name: "Signal",
    subprotocols: &[],
    codes: &[
        code(1011, "s-signal-1011", Reconnect::Unstated),
        code(4401, "s-signal-4401", Reconnect::Unstated),
        code(4409, "s-signal-4409", Reconnect::Unstated),
    ],
    ranges: &[],
    note: Some("s-signal-note"),
    sources: &[from::SIGNAL],
};

pub(super) const SLACK: Service = Service {
    key: "slack",
    family: "slack",
    name: "Slack Socket Mode",
    subprotocols: &[],
    codes: &[],
    ranges: &[],
    note: Some("s-slack-note"),
    sources: &[from::SLACK, from::SLACK_SDK],
};

pub(super) const TWITCH_EVENTSUB: Service = Service {
    key: "twitch-eventsub",
    family: "twitch",
    name: "Twitch EventSub",
    subprotocols: &[],
    codes: &[
        code(4000, "s-twitch-eventsub-4000", Reconnect::Unstated),
        code(4001, "s-twitch-eventsub-4001", Reconnect::Unstated),
        code(4002, "s-twitch-eventsub-4002", Reconnect::Unstated),
        code(4003, "s-twitch-eventsub-4003", Reconnect::Unstated),
        code(4004, "s-twitch-eventsub-4004", Reconnect::Unstated),
        code(4005, "s-twitch-eventsub-4005", Reconnect::Unstated),
        code(4006, "s-twitch-eventsub-4006", Reconnect::Unstated),
        code(4007, "s-twitch-eventsub-4007", Reconnect::Unstated),
    ],
    ranges: &[],
    note: None,
    sources: &[from::TWITCH],
};
