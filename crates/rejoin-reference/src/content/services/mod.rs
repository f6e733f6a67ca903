//! Services, protocols and frameworks that give codes meanings of their own.

mod ai;
mod chat;
mod cloud;
mod libraries;

use super::model::Service;

/// Every service, in the order of their keys.
pub fn services() -> &'static [Service] {
    &[
        libraries::ACTIONCABLE,
        ai::ASSEMBLYAI,
        ai::ASSEMBLYAI_LEGACY,
        cloud::AWS_API_GATEWAY,
        cloud::AWS_IOT_WIRELESS,
        cloud::BINANCE,
        libraries::CENTRIFUGO,
        libraries::COLYSEUS,
        ai::DEEPGRAM_STT,
        ai::DEEPGRAM_TTS,
        chat::DISCORD_GATEWAY,
        chat::DISCORD_RPC,
        chat::DISCORD_VOICE,
        chat::FLUXER,
        ai::GEMINI_LIVE,
        libraries::GRAPHQL_WS,
        libraries::HOCUSPOCUS,
        cloud::HOME_ASSISTANT,
        cloud::OBS,
        cloud::PANDASCORE,
        libraries::PHOENIX,
        libraries::PUSHER,
        chat::SIGNAL,
        chat::SLACK,
        libraries::SOCKETIO,
        libraries::SOCKJS,
        libraries::SPRING,
        chat::TWITCH_EVENTSUB,
    ]
}
