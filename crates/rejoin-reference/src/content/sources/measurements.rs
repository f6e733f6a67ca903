//! What was measured over loopback, and with which versions.

use crate::content::model::{Source, SourceId};

sources! { MEASUREMENTS:
    MEASURED_CLIENTS "measured-clients" "Measured over loopback: a raw server sends one Close frame to each client. ws \
        a2f4e7c0, Node.js 20.20.2 (undici 6.24.1), python websockets 04e599ca, Tornado \
        e5300314, gorilla/websocket e064f32, tungstenite 0.30.0, fastwebsockets 0.10.0, \
        soketto 0.8.1";
    MEASURED_NEGOTIATION "measured-negotiation" "Measured over loopback: a raw server gives 27 answers to each client's offer of \
        extensions. ws a2f4e7c0, Node.js 20.20.2 (undici 6.24.1), python websockets \
        04e599ca, Tornado e5300314, gorilla/websocket e064f32, tungstenite 0.30.0";
    MEASURED_SERVERS "measured-servers" "Measured over loopback: a raw client sends one Close frame to each server. \
        python websockets 17.4, ws 8.23, picows 2.3, aiohttp 3.14, Uvicorn 0.54 with \
        wsproto 1.3, uWebSockets of 2026-08";
    MEASURED_RESTARTS "measured-restarts" "Measured over loopback: servers and proxies are stopped and reloaded with open \
        connections. python websockets 17.4, ws 8.23, Uvicorn 0.54, Hypercorn, Granian, \
        aiohttp 3.14, socket.io 4.8, nginx 1.31, HAProxy 3.5-dev";
    MEASURED_RECONNECTS "measured-reconnects" "Measured over loopback: how long clients wait after 1012. python websockets \
        17.4, phoenix.js 1.8, partysocket 1.3, reconnecting-websocket 4.4, graphql-ws \
        6.4";
    READ_LIBRARIES "read-libraries" "Read in their sources: ws, undici, websocket (Node.js), websockets, aiohttp, \
        picows, wsproto, autobahn (Python), uWebSockets, Beast, libwebsockets, gorilla, \
        coder, gws, gobwas, websocket.zig, Netty, Jetty, Java-WebSocket, Bandit, Cowboy, \
        Gun";
}
