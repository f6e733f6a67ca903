//! What a connection runs over.

use tokio::io::{AsyncRead, AsyncWrite};

/// Anything that bytes can be read from and written to: TCP, TLS, a Unix socket, an upgraded HTTP
/// connection, a pipe in memory.
///
/// Implemented for every type that fits. Vectored writes are used where the type has them.
pub trait Transport: AsyncRead + AsyncWrite + Send + Unpin + 'static {}

impl<T: AsyncRead + AsyncWrite + Send + Unpin + 'static> Transport for T {}
