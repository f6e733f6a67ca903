//! Which status a close code deserves.

use rejoin_close_codes::ReceivedCode;

use super::Exit;

#[test]
fn every_code_has_its_status() {
    for (code, exit) in [
        (1000, Exit::Well),
        (1001, Exit::Well),
        (1005, Exit::Well),
        (1002, Exit::PeerClosedWithError),
        (1003, Exit::PeerClosedWithError),
        (1006, Exit::Lost),
        (1007, Exit::PeerClosedWithError),
        (1008, Exit::PeerClosedWithError),
        (1009, Exit::PeerClosedWithError),
        (1010, Exit::PeerClosedWithError),
        (1011, Exit::PeerClosedWithError),
        (1012, Exit::PeerClosedWithError),
        (1013, Exit::PeerClosedWithError),
        (1014, Exit::PeerClosedWithError),
        (3000, Exit::PeerClosedWithError),
        (3999, Exit::PeerClosedWithError),
        (4000, Exit::PeerClosedWithError),
        (4999, Exit::PeerClosedWithError),
    ] {
        assert_eq!(Exit::of_code(ReceivedCode::new(code)), exit, "{code}");
    }
}

#[test]
fn the_numbers_are_those_that_scripts_rely_on() {
    let all = [
        Exit::Well,
        Exit::Other,
        Exit::Usage,
        Exit::CouldNotConnect,
        Exit::Refused,
        Exit::ExtensionMissing,
        Exit::PeerClosedWithError,
        Exit::Lost,
    ];
    for (number, exit) in all.into_iter().enumerate() {
        assert_eq!(usize::from(exit as u8), number, "{exit:?}");
    }
}
