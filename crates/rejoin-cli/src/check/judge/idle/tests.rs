use super::super::hops::Likelihood;
use super::*;
use crate::check::facts::IdleOutcome;

fn cut(lasted: f64, since_opening: f64) -> Idle {
    Idle {
        lasted: Duration::from_secs_f64(lasted),
        since_opening: Duration::from_secs_f64(since_opening),
        pings: Vec::new(),
        messages: 0,
        outcome: IdleOutcome::Cut,
    }
}

fn products(idle: &Idle, code: Option<u16>, reason: &str, hops: &[Hop]) -> Vec<&'static str> {
    let suspects = suspects(idle, code, reason, hops);
    suspects.iter().map(|known| known.product).collect()
}

#[test]
fn the_time_and_the_way_it_ended_tell_who_it_was() {
    for (seconds, code, expected) in [
        (60.1, None, &["nginx", "AWS load balancer"][..]),
        (60.1, Some(1000), &["cowboy"]),
        (60.1, Some(1002), &["Bandit or Phoenix"]),
        (30.2, Some(1001), &["Jetty"]),
        (55.4, None, &["Heroku router"]),
        (101.0, None, &["Cloudflare"]),
        (120.4, None, &["uWebSockets"]),
        (240.9, None, &["Azure Load Balancer"]),
        (300.5, None, &["Envoy", "Boost.Beast"]),
        (351.0, None, &["AWS load balancer"]),
        (600.5, Some(1001), &["AWS API Gateway"]),
        (600.5, None, &["AWS API Gateway"]),
        (45.0, None, &[]),
        (60.1, Some(1011), &[]),
        (2.0, None, &[]),
    ] {
        let found = products(&cut(seconds, seconds + 200.0), code, "", &[]);
        assert_eq!(found, expected, "{seconds} s, {code:?}");
    }
}

#[test]
fn a_limit_on_the_whole_life_counts_from_the_opening() {
    let google = ["Google Cloud load balancer"];
    assert_eq!(products(&cut(25.0, 30.1), None, "", &[]), google);
    assert!(products(&cut(30.1, 70.0), None, "", &[]).is_empty());
}

#[test]
fn who_was_seen_in_the_answer_is_suspected_alone() {
    let nginx = Hop {
        name: "nginx".to_owned(),
        sign: "Server: nginx".to_owned(),
        proxy: Likelihood::Possible,
    };
    assert_eq!(products(&cut(60.1, 60.2), None, "", &[nginx]), ["nginx"]);
}

#[test]
fn words_in_the_reason_tell_whatever_the_time() {
    let found = products(&cut(41.0, 41.0), Some(1011), "keepalive ping timeout", &[]);
    assert_eq!(found, ["Python websockets (uvicorn too)"]);
    let found = products(
        &cut(9.0, 9.0),
        Some(1001),
        "No response from ping frame.",
        &[],
    );
    assert_eq!(found, ["Deno"]);
}
