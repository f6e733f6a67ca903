//! The address of a peer in few bytes: every connection holds one.

use core::net::{Ipv6Addr, SocketAddr, SocketAddrV4, SocketAddrV6};

/// All that is in a [`SocketAddr`], in 28 bytes instead of 32.
#[derive(Clone, Copy, Debug)]
pub(super) struct Peer {
    /// Of version 4 mapped into version 6.
    address: [u8; 16],
    flow_info: u32,
    scope_id: u32,
    port: u16,
    version_4: bool,
}

impl From<SocketAddr> for Peer {
    fn from(peer: SocketAddr) -> Self {
        let (address, flow_info, scope_id) = match peer {
            SocketAddr::V4(peer) => (peer.ip().to_ipv6_mapped(), 0, 0),
            SocketAddr::V6(peer) => (*peer.ip(), peer.flowinfo(), peer.scope_id()),
        };
        Self {
            address: address.octets(),
            flow_info,
            scope_id,
            port: peer.port(),
            version_4: peer.is_ipv4(),
        }
    }
}

impl From<Peer> for SocketAddr {
    fn from(peer: Peer) -> Self {
        let address = Ipv6Addr::from(peer.address);
        match address.to_ipv4_mapped() {
            Some(address) if peer.version_4 => SocketAddrV4::new(address, peer.port).into(),
            _ => SocketAddrV6::new(address, peer.port, peer.flow_info, peer.scope_id).into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_comes_back_as_it_was() {
        let link_local = Ipv6Addr::new(0xfe80, 0, 0, 0, 1, 2, 3, 4);
        let addresses = [
            "127.0.0.1:80".parse().expect("an address"),
            "255.255.255.255:65535".parse().expect("an address"),
            "[::]:0".parse().expect("an address"),
            "[::ffff:127.0.0.1]:80".parse().expect("an address"),
            SocketAddrV6::new(link_local, 4433, 7, 3).into(),
        ];
        for address in addresses {
            assert_eq!(SocketAddr::from(Peer::from(address)), address);
        }
    }
}
