//! "Why was I closed?"

use super::{
    model::{Guide, Next, Question},
    short::{answer, choice},
};

/// The tree of questions that leads from what one sees to the codes to read about.
pub fn guide() -> &'static Guide {
    &GUIDE
}

const GUIDE: Guide = Guide {
    questions: &[
        Question {
            id: "g-q-opened",
            choices: &[
                choice("g-c-opened-yes", Next::Question("g-q-number")),
                choice("g-c-opened-no", Next::Question("g-q-handshake")),
                choice("g-c-opened-number", Next::Question("g-q-number")),
            ],
        },
        Question {
            id: "g-q-handshake",
            choices: &[
                choice("g-c-handshake-nothing", Next::Answer("g-a-unreachable")),
                choice("g-c-handshake-tls", Next::Answer("g-a-tls")),
                choice("g-c-handshake-login", Next::Answer("g-a-refused")),
                choice("g-c-handshake-status", Next::Answer("g-a-status")),
                choice("g-c-handshake-switched", Next::Answer("g-a-answer")),
                choice("g-c-handshake-browser", Next::Answer("g-a-browser")),
            ],
        },
        Question {
            id: "g-q-number",
            choices: &[
                choice("g-c-number-planned", Next::Question("g-q-wanted")),
                choice("g-c-number-data", Next::Question("g-q-sent")),
                choice("g-c-number-empty", Next::Answer("g-a-empty")),
                choice("g-c-number-lost", Next::Question("g-q-moment")),
                choice("g-c-number-refused", Next::Question("g-q-credentials")),
                choice("g-c-number-extension", Next::Question("g-q-reason")),
                choice("g-c-number-service", Next::Question("g-q-service")),
                choice("g-c-number-slow", Next::Answer("g-a-slow")),
                choice("g-c-number-private", Next::Answer("g-a-private")),
                choice("g-c-number-other", Next::Answer("g-a-invalid")),
            ],
        },
        Question {
            id: "g-q-wanted",
            choices: &[
                choice("g-c-wanted-yes", Next::Answer("g-a-done")),
                choice("g-c-wanted-deploy", Next::Answer("g-a-leaving")),
                choice("g-c-wanted-silence", Next::Answer("g-a-silence")),
            ],
        },
        Question {
            id: "g-q-sent",
            choices: &[
                choice("g-c-sent-large", Next::Answer("g-a-large")),
                choice("g-c-sent-binary", Next::Answer("g-a-type")),
                choice("g-c-sent-text", Next::Answer("g-a-text")),
                choice("g-c-sent-ordinary", Next::Answer("g-a-protocol")),
            ],
        },
        Question {
            id: "g-q-moment",
            choices: &[
                choice("g-c-moment-fixed", Next::Answer("g-a-timeout")),
                choice("g-c-moment-together", Next::Answer("g-a-cut")),
                choice("g-c-moment-large", Next::Answer("g-a-limit")),
                choice("g-c-moment-random", Next::Answer("g-a-network")),
            ],
        },
        Question {
            id: "g-q-credentials",
            choices: &[
                choice("g-c-credentials-no", Next::Answer("g-a-renew")),
                choice("g-c-credentials-yes", Next::Question("g-q-rate")),
            ],
        },
        Question {
            id: "g-q-rate",
            choices: &[
                choice("g-c-rate-yes", Next::Answer("g-a-rate")),
                choice("g-c-rate-no", Next::Answer("g-a-rights")),
            ],
        },
        Question {
            id: "g-q-reason",
            choices: &[
                choice("g-c-reason-names", Next::Answer("g-a-extension")),
                choice("g-c-reason-okhttp", Next::Answer("g-a-okhttp")),
                choice("g-c-reason-other", Next::Answer("g-a-broken")),
            ],
        },
        Question {
            id: "g-q-service",
            choices: &[
                choice("g-c-service-ping", Next::Answer("g-a-ping")),
                choice("g-c-service-failed", Next::Answer("g-a-failed")),
                choice("g-c-service-restart", Next::Answer("g-a-restart")),
                choice("g-c-service-busy", Next::Answer("g-a-busy")),
                choice("g-c-service-gateway", Next::Answer("g-a-gateway")),
            ],
        },
    ],
    answers: &[
        answer("g-a-unreachable", &[1006]),
        answer("g-a-tls", &[1015, 1006]),
        answer("g-a-refused", &[3000, 3003, 1008]),
        answer("g-a-status", &[1006]),
        answer("g-a-answer", &[1006, 1010]),
        answer("g-a-browser", &[1006, 1015]),
        answer("g-a-empty", &[1005]),
        answer("g-a-slow", &[3008]),
        answer("g-a-private", &[4000, 3001]),
        answer("g-a-invalid", &[1016, 5000, 999, 1004]),
        answer("g-a-done", &[1000, 1001]),
        answer("g-a-leaving", &[1001, 1012]),
        answer("g-a-silence", &[1000, 1001, 1002]),
        answer("g-a-large", &[1009]),
        answer("g-a-type", &[1003]),
        answer("g-a-text", &[1007, 1002]),
        answer("g-a-protocol", &[1002]),
        answer("g-a-timeout", &[1006]),
        answer("g-a-cut", &[1006, 1012]),
        answer("g-a-limit", &[1009, 1006]),
        answer("g-a-network", &[1006]),
        answer("g-a-renew", &[3000, 1008]),
        answer("g-a-rate", &[1008, 1013]),
        answer("g-a-rights", &[3003, 1008]),
        answer("g-a-extension", &[1010]),
        answer("g-a-okhttp", &[1010]),
        answer("g-a-broken", &[1010]),
        answer("g-a-ping", &[1011]),
        answer("g-a-failed", &[1011]),
        answer("g-a-restart", &[1012]),
        answer("g-a-busy", &[1013]),
        answer("g-a-gateway", &[1014, 1011]),
    ],
};
