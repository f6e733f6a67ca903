//! Cloud platforms, home and studio.

use crate::content::{
    model::{Reconnect, Service},
    short::{code, range},
    sources as from,
};

pub(super) const AWS_API_GATEWAY: Service = Service {
    key: "aws-api-gateway",
    family: "aws",
    name: "AWS API Gateway",
    subprotocols: &[],
    codes: &[code(1009, "s-aws-api-gateway-1009", Reconnect::Unstated)],
    ranges: &[],
    note: Some("s-aws-api-gateway-note"),
    sources: &[from::AWS_API_GATEWAY, from::AWS_CHALICE],
};

pub(super) const AWS_IOT_WIRELESS: Service = Service {
    key: "aws-iot-wireless",
    family: "aws",
    name: "AWS IoT Wireless network analyzer",
    subprotocols: &[],
    codes: &[
        code(1000, "s-aws-iot-wireless-1000", Reconnect::Unstated),
        code(1002, "s-aws-iot-wireless-1002", Reconnect::Unstated),
        code(1003, "s-aws-iot-wireless-1003", Reconnect::Unstated),
        code(1008, "s-aws-iot-wireless-1008", Reconnect::Unstated),
        code(1011, "s-aws-iot-wireless-1011", Reconnect::Unstated),
    ],
    ranges: &[],
    note: Some("s-aws-iot-wireless-note"),
    sources: &[from::AWS_IOT_WIRELESS],
};

pub(super) const BINANCE: Service = Service {
    key: "binance",
    family: "binance",
    name: "Binance",
    subprotocols: &[],
    codes: &[code(1008, "s-binance-1008", Reconnect::Unstated).with(&[from::BINANCE_1008])],
    ranges: &[],
    note: Some("s-binance-note"),
    sources: &[from::BINANCE],
};

pub(super) const HOME_ASSISTANT: Service = Service {
    key: "home-assistant",
    family: "home-assistant",
    name: "Home Assistant",
    subprotocols: &[],
    codes: &[],
    ranges: &[],
    note: Some("s-home-assistant-note"),
    sources: &[from::HOME_ASSISTANT],
};

pub(super) const OBS: Service = Service {
    key: "obs",
    family: "obs",
    name: "OBS (obs-websocket 5)",
    subprotocols: &["obswebsocket.json", "obswebsocket.msgpack"],
    codes: &[
        code(4000, "s-obs-4000", Reconnect::Unstated),
        code(4002, "s-obs-4002", Reconnect::Unstated),
        code(4003, "s-obs-4003", Reconnect::Unstated),
        code(4004, "s-obs-4004", Reconnect::Unstated),
        code(4005, "s-obs-4005", Reconnect::Unstated),
        code(4006, "s-obs-4006", Reconnect::Unstated),
        code(4007, "s-obs-4007", Reconnect::Unstated),
        code(4008, "s-obs-4008", Reconnect::Unstated),
        code(4009, "s-obs-4009", Reconnect::Unstated),
        code(4010, "s-obs-4010", Reconnect::Unstated),
        code(4011, "s-obs-4011", Reconnect::No),
        code(4012, "s-obs-4012", Reconnect::Unstated),
    ],
    ranges: &[],
    note: Some("s-obs-note"),
    sources: &[from::OBS],
};

pub(super) const PANDASCORE: Service = Service {
    key: "pandascore",
    family: "pandascore",
    name: "PandaScore",
    subprotocols: &[],
    codes: &[
        code(1000, "s-pandascore-1000", Reconnect::Unstated),
        code(4001, "s-pandascore-4001", Reconnect::Unstated),
        code(4003, "s-pandascore-4003", Reconnect::Unstated),
        code(4029, "s-pandascore-4029", Reconnect::Unstated),
    ],
    ranges: &[range(1001, 1999, "s-pandascore-1001-1999", Reconnect::Yes)],
    note: None,
    sources: &[from::PANDASCORE],
};
