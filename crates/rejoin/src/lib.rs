//! WebSocket client and server on tokio.
#![forbid(unsafe_code)]
