//! Services for speech and models.

use crate::content::{
    model::{Reconnect, Service},
    short::code,
    sources as from,
};

pub(super) const ASSEMBLYAI: Service = Service {
    key: "assemblyai",
    family: "assemblyai",
    name: "AssemblyAI streaming",
    subprotocols: &[],
    codes: &[
        code(3006, "s-assemblyai-3006", Reconnect::Unstated),
        code(3008, "s-assemblyai-3008", Reconnect::Unstated),
    ],
    ranges: &[],
    note: Some("s-assemblyai-note"),
    sources: &[from::ASSEMBLYAI, from::ASSEMBLYAI_TTS],
};

pub(super) const ASSEMBLYAI_LEGACY: Service = Service {
    key: "assemblyai-legacy",
    family: "assemblyai",
    name: "AssemblyAI real-time (legacy)",
    subprotocols: &[],
    codes: &[
        code(4000, "s-assemblyai-legacy-4000", Reconnect::Unstated),
        code(4001, "s-assemblyai-legacy-4001", Reconnect::Unstated),
        code(4002, "s-assemblyai-legacy-4002", Reconnect::Unstated),
        code(4003, "s-assemblyai-legacy-4003", Reconnect::Unstated),
        code(4004, "s-assemblyai-legacy-4004", Reconnect::Unstated),
        code(4008, "s-assemblyai-legacy-4008", Reconnect::Unstated),
        code(4010, "s-assemblyai-legacy-4010", Reconnect::Unstated),
        code(4029, "s-assemblyai-legacy-4029", Reconnect::Unstated),
        code(4030, "s-assemblyai-legacy-4030", Reconnect::Unstated),
        code(4031, "s-assemblyai-legacy-4031", Reconnect::Unstated),
        code(4032, "s-assemblyai-legacy-4032", Reconnect::Unstated),
        code(4033, "s-assemblyai-legacy-4033", Reconnect::Unstated),
        code(4034, "s-assemblyai-legacy-4034", Reconnect::Unstated),
        code(4101, "s-assemblyai-legacy-4101", Reconnect::Unstated),
        code(4102, "s-assemblyai-legacy-4102", Reconnect::Unstated),
        code(4103, "s-assemblyai-legacy-4103", Reconnect::Unstated),
    ],
    ranges: &[],
    note: Some("s-assemblyai-legacy-note"),
    sources: &[from::ASSEMBLYAI_LEGACY],
};

pub(super) const DEEPGRAM_STT: Service = Service {
    key: "deepgram-stt",
    family: "deepgram",
    name: "Deepgram speech to text",
    subprotocols: &[],
    codes: &[
        code(1008, "s-deepgram-stt-1008", Reconnect::Unstated),
        code(1011, "s-deepgram-stt-1011", Reconnect::Unstated),
    ],
    ranges: &[],
    note: Some("s-deepgram-stt-note"),
    sources: &[from::DEEPGRAM_STT],
};

pub(super) const DEEPGRAM_TTS: Service = Service {
    key: "deepgram-tts",
    family: "deepgram",
    name: "Deepgram text to speech",
    subprotocols: &[],
    codes: &[
        code(1003, "s-deepgram-tts-1003", Reconnect::Unstated),
        code(1008, "s-deepgram-tts-1008", Reconnect::Unstated),
        code(1009, "s-deepgram-tts-1009", Reconnect::Unstated),
        code(1011, "s-deepgram-tts-1011", Reconnect::Unstated),
    ],
    ranges: &[],
    note: Some("s-deepgram-tts-note"),
    sources: &[from::DEEPGRAM_TTS],
};

pub(super) const GEMINI_LIVE: Service = Service {
    key: "gemini-live",
    family: "google",
    name: "Gemini Live API",
    subprotocols: &[],
    codes: &[
        code(1007, "s-gemini-live-1007", Reconnect::Unstated).with(&[from::GEMINI_FORUM]),
        code(1011, "s-gemini-live-1011", Reconnect::Unstated).with(&[from::GEMINI_FORUM]),
    ],
    ranges: &[],
    note: Some("s-gemini-live-note"),
    sources: &[from::GEMINI],
};
