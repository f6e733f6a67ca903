//! Documentation of services and protocols with codes of their own.

use crate::content::model::{Source, SourceId};

sources! { SERVICES:
    ACTIONCABLE "actioncable" "Rails: actioncable/lib/action_cable.rb"
        at "https://github.com/rails/rails/blob/HEAD/actioncable/lib/action_cable.rb";
    ASSEMBLYAI "assemblyai" "AssemblyAI: common session errors and closures"
        at "https://www.assemblyai.com/docs/streaming/common-session-errors-and-closures";
    ASSEMBLYAI_LEGACY "assemblyai-legacy" "AssemblyAI: real-time API (legacy), close and error codes"
        at "https://assemblyai.com/docs/api-reference/real-time";
    ASSEMBLYAI_TTS "assemblyai-tts" "AssemblyAI: TTS error handling"
        at "https://www.assemblyai.com/docs/tts/error-handling";
    AWS_API_GATEWAY "aws-api-gateway" "AWS: quotas of WebSocket APIs in API Gateway"
        at "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-execution-service-websocket-limits-table.html";
    AWS_IOT_WIRELESS "aws-iot-wireless" "AWS IoT Wireless: WebSocket messages and status codes"
        at "https://docs.aws.amazon.com/iot-wireless/latest/developerguide/network-analyzer-messages-status.html";
    AWS_CHALICE "aws-chalice" "AWS Chalice, issue 2060: closing through the management API gives 1000"
        at "https://github.com/aws/chalice/issues/2060";
    BINANCE "binance" "Binance: WebSocket streams"
        at "https://github.com/binance/binance-spot-api-docs/blob/HEAD/web-socket-streams.md";
    BINANCE_1008 "binance-1008" "binance-connector-js, issue 530: 1008 \"Too many requests\""
        at "https://github.com/binance/binance-connector-js/issues/530";
    CENTRIFUGO "centrifugo" "Centrifugo: error and disconnect codes"
        at "https://centrifugal.dev/docs/server/codes";
    COLYSEUS "colyseus" "Colyseus: packages/shared-types/src/Protocol.ts"
        at "https://github.com/colyseus/colyseus/blob/HEAD/packages/shared-types/src/Protocol.ts";
    DEEPGRAM_STT "deepgram-stt" "Deepgram: STT troubleshooting, WebSocket, NET and DATA errors"
        at "https://developers.deepgram.com/docs/stt-troubleshooting-websocket-data-and-net-errors";
    DEEPGRAM_TTS "deepgram-tts" "Deepgram: TTS troubleshooting, WebSocket, NET and DATA errors"
        at "https://developers.deepgram.com/docs/tts-troubleshooting-websocket-net-and-data-errors";
    DISCORD "discord" "Discord: opcodes and status codes"
        at "https://docs.discord.com/developers/topics/opcodes-and-status-codes";
    DISCORD_1001 "discord-1001" "orca, issue 10: Discord closes with 1001 to have the client reconnect"
        at "https://github.com/cee-studio/orca/issues/10";
    FLUXER "fluxer" "Fluxer: gateway close codes"
        at "https://docs.fluxer.app/gateway/close_codes";
    GEMINI "gemini" "Google: Gemini Live API, start and manage live sessions"
        at "https://docs.cloud.google.com/gemini-enterprise-agent-platform/models/live-api/start-manage-session";
    GEMINI_FORUM "gemini-forum" "Google AI forum: 1011 after 58 minutes, 1007 on resumption"
        at "https://discuss.ai.google.dev/t/gemini-3-8-live-live-sessions-are-closed-at-exactly-58-00-with-1011-deadline-expired-resumption-afterwards-fails-with-1007/186392";
    GRAPHQL_WS "graphql-ws" "graphql-ws: the GraphQL over WebSocket protocol"
        at "https://github.com/enisdenjo/graphql-ws/blob/HEAD/PROTOCOL.md";
    GRAPHQL_WS_CODES "graphql-ws-codes" "graphql-ws: src/common.ts and src/client.ts"
        at "https://github.com/enisdenjo/graphql-ws/blob/HEAD/src/common.ts";
    HOCUSPOCUS "hocuspocus" "Hocuspocus: packages/common/src/CloseEvents.ts"
        at "https://github.com/ueberdosis/hocuspocus/blob/HEAD/packages/common/src/CloseEvents.ts";
    HOME_ASSISTANT "home-assistant" "Home Assistant: WebSocket API"
        at "https://developers.home-assistant.io/docs/api/websocket";
    OBS "obs" "obs-websocket 5: protocol, WebSocketCloseCode"
        at "https://github.com/obsproject/obs-websocket/blob/HEAD/docs/generated/protocol.md";
    PANDASCORE "pandascore" "PandaScore: disconnections"
        at "https://developers.pandascore.co/docs/disconnections";
    PUSHER "pusher" "Pusher Channels: WebSocket protocol"
        at "https://pusher.com/docs/channels/library_auth_reference/pusher-websockets-protocol";
    SIGNAL "signal" "Signal-Server"
        at "https://github.com/signalapp/Signal-Server";
    SLACK_SDK "slack-sdk" "Slack SDK for Node.js: release notes of @slack/socket-mode 3.2.0"
        at "https://github.com/slackapi/node-slack-sdk/releases";
    SLACK "slack" "Slack: using Socket Mode"
        at "https://docs.slack.dev/apis/events-api/using-socket-mode";
    SOCKETIO "socketio" "Socket.IO: the client's socket, disconnect"
        at "https://socket.io/docs/v4/client-socket-instance/#disconnect";
    SOCKJS "sockjs" "SockJS: the protocol"
        at "https://github.com/sockjs/sockjs-protocol";
    TWITCH "twitch" "Twitch: getting events using WebSockets"
        at "https://dev.twitch.tv/docs/eventsub/handling-websocket-events";
}
