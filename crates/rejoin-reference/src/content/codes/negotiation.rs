//! 1010: what was not agreed.

use crate::content::{
    model::{Entry, Phase, Role, Viewer},
    short::{cause, fix, measured, read, versus},
    sources as from,
};

pub(super) const TABLE: &[Entry] = &[Entry {
    code: 1010,
    last: 1010,
    key: "c1010",
    reason: Some("c1010-reason"),
    causes: &[
        cause(Phase::Open, "c1010-cause-okhttp", &[from::OKHTTP]).of("OkHttp"),
        cause(Phase::Open, "c1010-cause-required", &[from::RFC6455_7_4_1]),
    ],
    fixes: &[fix(Role::Server, "c1010-fix-server", &[from::RFC6455_9_1])],
    seen: &[
        measured(
            Viewer::Libraries,
            "ws a2f4e7c0, python websockets 04e599ca, Tornado e5300314",
            "c1010-seen-libraries",
            &[from::MEASURED_CLIENTS],
        ),
        read(Viewer::OkHttp, "c1010-seen-okhttp", &[from::OKHTTP]),
    ],
    confusions: &[versus(
        1002,
        "c1010-versus-1002",
        &[from::RFC6455_4_1, from::RFC6455_7_4_1],
    )],
    sources: &[from::RFC6455_7_4_1],
}];
