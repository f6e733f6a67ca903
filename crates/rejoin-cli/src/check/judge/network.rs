//! Names and addresses.

use super::finding::Finding;
use crate::check::facts::{Asked, Dial, DialFault, Lookup};

/// What is wrong on the way to the server.
pub(super) fn judge(asked: &Asked, lookup: &Lookup, dials: &[Dial]) -> Vec<Finding> {
    let (host, port) = (&asked.host, asked.port);
    if let Err(why) = &lookup.found {
        return vec![
            Finding::error(
                "name-unknown",
                format!("no address is known for {host}: {why}"),
            )
            .because("Nothing can be asked of a server whose address is not known.")
            .client("check how the host is written, and whether this machine's resolver works")
            .server("publish an A or AAAA record for the name"),
        ];
    }
    let dead: Vec<&Dial> = dials.iter().filter(|dial| dial.outcome.is_err()).collect();
    if dead.is_empty() {
        return Vec::new();
    }
    let list: Vec<String> = dead.iter().map(|dial| describe(dial)).collect();
    let list = list.join(", ");
    if dead.len() < dials.len() {
        return vec![
            Finding::warning(
                "address-dead",
                format!("some addresses do not answer: {list}"),
            )
            .because(
                "Clients that try only one address, or one after the other, fail or wait \
                     there.",
            )
            .server(
                "have something listen on every address that the name has, or take the \
                     address out of the name",
            ),
        ];
    }
    let refused = dead
        .iter()
        .all(|dial| dial.outcome == Err(DialFault::Refused));
    let found = Finding::error(
        "unreachable",
        format!("no connection to {host}:{port}: {list}"),
    );
    vec![if refused {
        found
            .because("The machine is there, but nothing listens on this port.")
            .server(format!(
                "start the server, and have it listen on port {port} of this address: \
                 one that listens on 127.0.0.1 cannot be reached from elsewhere"
            ))
            .client("check the port")
    } else {
        found
            .because("Packets to it are lost or turned back, as a firewall does it.")
            .server(format!(
                "let TCP port {port} through firewalls and security groups"
            ))
            .client("check the host and the port, and whether this network lets the port out")
    }]
}

fn describe(dial: &Dial) -> String {
    let address = dial.address;
    match &dial.outcome {
        Ok(()) => format!("{address} connected"),
        Err(DialFault::Refused) => format!("{address} refused"),
        Err(DialFault::TimedOut) => format!("{address} silent for {:.1?}", dial.took),
        Err(DialFault::Other(why)) => format!("{address} {why}"),
    }
}

#[cfg(test)]
mod tests {
    use core::time::Duration;

    use super::super::finding::Severity;
    use super::*;

    fn dial(address: &str, outcome: Result<(), DialFault>) -> Dial {
        Dial {
            address: address.parse().expect("an address"),
            outcome,
            took: Duration::from_secs(2),
        }
    }

    fn judged(dials: &[Dial]) -> Vec<Finding> {
        let asked = Asked {
            host: "example.com".to_owned(),
            port: 443,
            ..Asked::default()
        };
        let lookup = Lookup {
            found: Ok(dials.iter().map(|dial| dial.address).collect()),
            took: Duration::ZERO,
        };
        judge(&asked, &lookup, dials)
    }

    #[test]
    fn one_dead_address_of_two_is_a_warning() {
        let found = judged(&[
            dial("192.0.2.1:443", Ok(())),
            dial("[2001:db8::1]:443", Err(DialFault::TimedOut)),
        ]);
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(
            (found[0].id, found[0].severity),
            ("address-dead", Severity::Warning)
        );
        assert!(
            found[0].seen.ends_with("[2001:db8::1]:443 silent for 2.0s"),
            "{found:?}"
        );
    }

    #[test]
    fn nobody_listening_is_told_from_packets_that_are_lost() {
        let refused = judged(&[dial("192.0.2.1:443", Err(DialFault::Refused))]);
        assert!(refused[0].why.contains("nothing listens"), "{refused:?}");
        let lost = judged(&[
            dial("192.0.2.1:443", Err(DialFault::Refused)),
            dial(
                "192.0.2.2:443",
                Err(DialFault::Other("network unreachable".to_owned())),
            ),
        ]);
        assert_eq!(lost[0].id, "unreachable");
        assert!(lost[0].why.contains("firewall"), "{lost:?}");
    }
}
