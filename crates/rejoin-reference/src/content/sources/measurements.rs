//! What was measured, and with what.

use crate::content::model::{Source, SourceId};

sources! { MEASUREMENTS:
    MEASURED_CLIENTS "measured-clients" "Measured over loopback: a raw server sends one Close frame to \
        each client. ws a2f4e7c0, Node.js 20.20.2 (undici 6.24.1), python websockets 04e599ca, \
        Tornado e5300314, gorilla/websocket e064f32, tungstenite 0.30.0, fastwebsockets 0.10.0, \
        soketto 0.8.1";
}
