//! The grammar of `Sec-WebSocket-Extensions` (RFC 6455 section 9.1).
