# 서비스, 라이브러리, 프로토콜이 코드로 뜻하는 것.
# 한 줄에 메시지 하나. 왼쪽에서 오른쪽으로 유지되어야 하는 부분은 백틱 사이에 둔다.

s-assemblyai-note = 실패로 연결이 닫히기 전에 `Error` 유형의 JSON 메시지가 무슨 일이 있었는지 말합니다. 그 `error_code`가 뒤따르는 닫기 코드이고, `retryable`과 `retry_after_seconds`가 돌아올지와 그 시점을 말합니다. 프레임의 사유는 `See Error message for details`뿐입니다.
s-assemblyai-3006 = 연결 요청이나 메시지가 유효하지 않았습니다. `Error` 메시지가 매개변수를 알려 줍니다.
s-assemblyai-3008 = 세션이 최대 길이에 도달했습니다. 새 세션을 여십시오.

s-assemblyai-legacy-note = 옛 실시간 서비스의 코드입니다. 현재의 스트리밍 서비스는 다른 코드를 씁니다.
s-assemblyai-legacy-4000 = 샘플 속도가 양의 정수가 아닙니다.
s-assemblyai-legacy-4001 = 인증되지 않음: API 키나 토큰이 틀렸습니다.
s-assemblyai-legacy-4002 = 계정에 잔액이 없습니다.
s-assemblyai-legacy-4003 = 무료 계정에 없는 기능입니다.
s-assemblyai-legacy-4004 = 세션이 없습니다.
s-assemblyai-legacy-4008 = 세션이 만료되었습니다.
s-assemblyai-legacy-4010 = 세션이 이미 닫혔습니다.
s-assemblyai-legacy-4029 = 오디오를 너무 빨리 보냈습니다.
s-assemblyai-legacy-4030 = 다른 연결이 이미 이 세션을 맡고 있습니다.
s-assemblyai-legacy-4031 = 세션이 너무 오래 유휴였습니다.
s-assemblyai-legacy-4032 = 오디오 조각이 너무 짧았습니다.
s-assemblyai-legacy-4033 = 오디오 조각이 너무 길었습니다.
s-assemblyai-legacy-4034 = 오디오 조각이 너무 작아 변환할 수 없었습니다.
s-assemblyai-legacy-4101 = 메시지가 스키마에 맞지 않았습니다.
s-assemblyai-legacy-4102 = 계정에 열린 스트림이 너무 많습니다.
s-assemblyai-legacy-4103 = 이 세션은 다른 곳에서 다시 연결되었습니다. 이 연결은 더 이상 유효하지 않습니다.

s-deepgram-stt-note = Deepgram은 표준 코드를 씁니다. 사유 첫머리의 표지가 무슨 일이 있었는지 말합니다.
s-deepgram-stt-1008 = `DATA-0000`: 데이터를 오디오로 디코딩할 수 없습니다. 형식, 인코딩, 샘플 속도를 확인하십시오.
s-deepgram-stt-1011 = `NET-0000`: Deepgram이 제때 응답하지 못했습니다. `NET-0001`: 약 10초 동안 오디오가 오지 않았습니다. 오디오나 `KeepAlive` 메시지를 보내십시오.

s-deepgram-tts-note = Deepgram은 표준 코드를 씁니다. 사유 첫머리의 표지가 무슨 일이 있었는지 말합니다.
s-deepgram-tts-1003 = `MESSAGE-0000`: 텍스트 메시지만 받습니다.
s-deepgram-tts-1008 = `DATA-0000`: 메시지가 알려진 명령이 아닙니다. `DATA-0001`: 텍스트의 글자가 너무 많습니다.
s-deepgram-tts-1009 = `BIG-0000`, `BIG-0001`: 메시지가 너무 큽니다.
s-deepgram-tts-1011 = `NET-0000`부터 `NET-0003`까지: 도중이나 세션에서 제한 시간이 지났습니다.

s-gemini-live-note = 이 서비스에는 비공개 코드가 없습니다. 연결은 약 10분 살며, 끝나기 전에 `GoAway` 메시지가 옵니다. 새 연결에서 세션을 이어 가십시오.
s-gemini-live-1007 = 세션을 이어 갈 수 없을 때 사용자들이 보고했습니다. 새 세션을 시작하십시오.
s-gemini-live-1011 = 사용자들이 `Deadline expired before operation could complete`로 보고했습니다. 세션을 이어 가거나 새로 시작하십시오.

s-discord-gateway-note = 같은 번호라도 Discord의 음성과 RPC 소켓에서는 다른 뜻입니다. 계획된 닫기 전에 게이트웨이는 흔히 연산 코드 7(Reconnect)을 보냅니다. 그때 이어 가십시오.
s-discord-gateway-1001 = Discord는 클라이언트가 다시 연결해 이어 가기를 바랍니다.
s-discord-gateway-4000 = 알 수 없는 오류. 다시 연결하십시오.
s-discord-gateway-4001 = 연산 코드나 그 페이로드가 유효하지 않았습니다.
s-discord-gateway-4002 = 페이로드를 디코딩할 수 없었습니다.
s-discord-gateway-4003 = 식별 전에 페이로드가 왔거나, 세션이 무효가 되었습니다.
s-discord-gateway-4004 = 봇의 토큰이 틀렸습니다. 먼저 바꾸십시오.
s-discord-gateway-4005 = 클라이언트가 두 번 식별했습니다.
s-discord-gateway-4007 = 이어 가기의 순서 번호가 유효하지 않았습니다. 새 세션을 시작하십시오.
s-discord-gateway-4008 = 페이로드가 너무 빨리 왔습니다. 늦추십시오.
s-discord-gateway-4009 = 세션 시간이 초과되었습니다. 새 세션을 시작하십시오.
s-discord-gateway-4010 = 식별의 샤드가 유효하지 않았습니다.
s-discord-gateway-4011 = 봇이 연결 하나에 비해 너무 많은 서버에 있습니다. 샤드가 필요합니다.
s-discord-gateway-4012 = 게이트웨이 API의 버전이 유효하지 않았습니다.
s-discord-gateway-4013 = 인텐트가 유효하지 않았습니다. 비트를 어떻게 계산했는지 확인하십시오.
s-discord-gateway-4014 = 인텐트가 허용되지 않습니다. 애플리케이션에서 켜거나 승인을 받으십시오.

s-discord-rpc-note = RPC 서버는 사용자의 컴퓨터에서 돌아갑니다. 그 코드는 게이트웨이의 코드와 공통점이 없습니다.
s-discord-rpc-4000 = 클라이언트 ID가 유효하지 않습니다.
s-discord-rpc-4001 = 이 클라이언트 ID에는 이 출처가 허용되지 않습니다.
s-discord-rpc-4002 = 요청이 너무 빨리 왔습니다.
s-discord-rpc-4003 = 토큰이 취소되었습니다. 새것을 얻으십시오.
s-discord-rpc-4004 = 연결 문자열의 버전이 유효하지 않습니다.
s-discord-rpc-4005 = 연결 문자열의 인코딩이 유효하지 않습니다.

s-discord-voice-note = Discord는 몇몇 코드에 대해서만 다시 연결할지 말하고 나머지에는 말이 없습니다.
s-discord-voice-4001 = 연산 코드가 유효하지 않았습니다.
s-discord-voice-4002 = 식별의 페이로드를 디코딩할 수 없었습니다.
s-discord-voice-4003 = 식별 전에 페이로드가 왔습니다.
s-discord-voice-4004 = 식별의 토큰이 틀렸습니다.
s-discord-voice-4005 = 클라이언트가 두 번 식별했습니다.
s-discord-voice-4006 = 세션이 더 이상 유효하지 않습니다.
s-discord-voice-4009 = 세션 시간이 초과되었습니다.
s-discord-voice-4011 = 음성 서버를 찾지 못했습니다.
s-discord-voice-4012 = 프로토콜을 알아보지 못했습니다.
s-discord-voice-4014 = 클라이언트의 연결이 끊겼습니다. 쫓겨났거나, 게이트웨이 세션이 끝났습니다.
s-discord-voice-4015 = 음성 서버가 비정상 종료되었습니다. 이어 가십시오.
s-discord-voice-4016 = 암호화 방식을 알아보지 못했습니다.
s-discord-voice-4017 = 채널이 종단 간 암호화(DAVE)를 요구하는데 클라이언트에 없습니다.
s-discord-voice-4020 = 요청의 형식이 잘못되었습니다.
s-discord-voice-4021 = 속도 제한을 넘었습니다.
s-discord-voice-4022 = 통화가 모두에게 끝났습니다. 채널이 삭제되었거나 음성 서버가 바뀌었습니다.

s-fluxer-note = 코드는 Discord의 것을 따릅니다.
s-fluxer-4000 = 알 수 없는 오류.
s-fluxer-4001 = 연산 코드가 유효하지 않았습니다.
s-fluxer-4002 = 페이로드를 디코딩할 수 없었습니다.
s-fluxer-4003 = 식별 전에 페이로드가 왔습니다.
s-fluxer-4004 = 토큰이 틀렸습니다.
s-fluxer-4005 = 클라이언트가 두 번 식별했습니다.
s-fluxer-4007 = 이어 가기의 순서 번호가 유효하지 않았습니다.
s-fluxer-4008 = 페이로드가 너무 빨리 왔습니다.
s-fluxer-4009 = 세션 시간이 초과되었습니다. 새 세션을 시작하십시오.
s-fluxer-4010 = 샤드가 유효하지 않았습니다.
s-fluxer-4011 = 샤드가 필요합니다.
s-fluxer-4012 = 게이트웨이 API의 버전이 유효하지 않았습니다.

s-signal-note = 서버의 소스에서 확인했습니다.
s-signal-1011 = 서버가 저장된 메시지를 읽지 못했습니다.
s-signal-4401 = 계정이 다시 인증해야 합니다.
s-signal-4409 = 같은 기기가 다른 곳에서 연결했고, 그 연결이 넘겨받았습니다.

s-slack-note = Slack에는 비공개 코드가 없습니다. 연결을 끝내기 전에 `disconnect` 유형의 JSON 메시지를 이유와 함께 보냅니다. `warning`과 `refresh_requested`는 새 연결을 요청하고, `link_disabled`는 Socket Mode가 꺼졌다고 말합니다. 클라이언트는 1000으로 닫습니다. Slack의 서버는 닫기 핸드셰이크 뒤에 TCP를 닫지 않으므로 제한 시간을 쓰십시오.

s-twitch-eventsub-4000 = Twitch 서버 내부의 오류.
s-twitch-eventsub-4001 = 클라이언트가 메시지를 보냈습니다. pong만 허용됩니다.
s-twitch-eventsub-4002 = 클라이언트가 ping에 pong으로 응답하지 않았습니다.
s-twitch-eventsub-4003 = 클라이언트가 환영 메시지 뒤 10초 안에 구독을 만들지 않았습니다.
s-twitch-eventsub-4004 = 클라이언트가 재연결 메시지 뒤 30초 안에 새 주소로 옮기지 않았습니다.
s-twitch-eventsub-4005 = 네트워크 시간 초과. 일시적입니다.
s-twitch-eventsub-4006 = 네트워크 오류. 일시적입니다.
s-twitch-eventsub-4007 = 재연결 주소가 유효하지 않았습니다. 메시지의 주소를 그대로 쓰십시오.

s-aws-api-gateway-note = 연결은 최대 2시간 살며 10분의 침묵 뒤에 끝납니다. 자신의 코드가 관리 API로 삭제한 연결은 1000으로 끝납니다.
s-aws-api-gateway-1009 = 프레임이 32 KB보다, 또는 메시지가 128 KB보다 컸습니다.

s-aws-iot-wireless-note = 서버가 말합니다. 클라이언트의 어떤 메시지든 연결을 끝냅니다.
s-aws-iot-wireless-1000 = 요청이 이루어졌거나, 세션이 너무 오래 유휴였습니다.
s-aws-iot-wireless-1002 = 프로토콜 오류.
s-aws-iot-wireless-1003 = 클라이언트가 바이너리 데이터나 지원하지 않는 형식을 보냈습니다.
s-aws-iot-wireless-1008 = 정책을 위반했거나, 예를 들어 서명이 만료되어 인가에 실패했습니다.
s-aws-iot-wireless-1011 = 예상하지 못한 상태나 내부 오류.

s-binance-note = Binance는 비공개 코드를 공개하지 않습니다. 연결은 최대 24시간 삽니다. 서버는 ping을 보내고 제때 pong을 기대하며, 클라이언트가 초당 보내는 메시지 수를 제한합니다. 계획된 종료 전에 `serverShutdown`이라는 이벤트를 보냅니다.
s-binance-1008 = `Too many requests`: 클라이언트가 한도를 넘었습니다. 다시 연결하기 전에 늦추십시오.

s-home-assistant-note = 읽을 번호가 없습니다. 틀린 토큰에는 `auth_invalid` 유형의 메시지가 오고, 그 뒤 연결이 끝납니다.

s-obs-note = 프로토콜은 모든 코드에 대해 다시 연결할지 말하지는 않습니다.
s-obs-4000 = 알 수 없는 이유. 일어나지 않아야 합니다.
s-obs-4002 = 메시지를 디코딩할 수 없었습니다.
s-obs-4003 = 필드가 없습니다.
s-obs-4004 = 필드의 유형이 틀렸습니다.
s-obs-4005 = 필드의 값이 유효하지 않습니다.
s-obs-4006 = `op`가 없거나 유효하지 않습니다.
s-obs-4007 = 식별 전에 메시지가 왔습니다.
s-obs-4008 = 클라이언트가 두 번 식별했습니다. `Reidentify`를 쓰십시오.
s-obs-4009 = 비밀번호가 틀렸습니다.
s-obs-4010 = 서버가 이 버전의 프로토콜을 말하지 않습니다.
s-obs-4011 = 사용자가 OBS에서 이 클라이언트를 제거했습니다. 스스로 다시 연결하지 마십시오.
s-obs-4012 = 요청한 기능을 서버가 지원하지 않습니다.

s-pandascore-1000 = 경기가 끝났습니다.
s-pandascore-4001 = 토큰이 없습니다.
s-pandascore-4003 = 요금제에 이 주소가 없습니다.
s-pandascore-4029 = 이 경기에 이미 이 계정의 연결이 3개 있습니다.
s-pandascore-1001-1999 = PandaScore 쪽의 오류. 다시 연결하고 놓친 이벤트를 되찾으십시오.

s-actioncable-note = 읽을 번호가 없습니다. `disconnect` 유형의 JSON 메시지가 이유(`unauthorized`, `invalid_request`, `server_restart`, `remote`)와 돌아올지를 말하는 플래그 `reconnect`를 싣습니다.

s-centrifugo-note = 범위가 다시 연결할지 말하며 라이브러리가 스스로 합니다. 번호 3000과 3008은 여기서 IANA 등록부와 다른 뜻입니다.
s-centrifugo-3000 = 연결이 조언 없이 닫혔거나 끊겼습니다.
s-centrifugo-3001 = 서버가 중지됩니다.
s-centrifugo-3004 = 서버의 내부 오류.
s-centrifugo-3005 = 연결이 만료되었습니다.
s-centrifugo-3006 = 구독이 만료되었습니다.
s-centrifugo-3008 = 클라이언트가 충분히 빨리 읽지 않습니다.
s-centrifugo-3009 = 클라이언트에 쓰지 못했습니다.
s-centrifugo-3010 = 서버가 스트림에서 클라이언트의 위치가 틀렸음을 발견했습니다. 다시 연결하면 회복됩니다.
s-centrifugo-3011 = 서버가 클라이언트에 다시 연결하라고 요청합니다.
s-centrifugo-3012 = 클라이언트가 ping에 응답하지 않았습니다.
s-centrifugo-3013 = 클라이언트가 명령을 너무 많이 보냈습니다.
s-centrifugo-3014 = 클라이언트의 상태가 더 이상 유효하지 않아 처음부터 시작합니다.
s-centrifugo-3500 = 토큰이 유효하지 않습니다.
s-centrifugo-3501 = 클라이언트 프로토콜의 프레임 형식이 잘못되었습니다.
s-centrifugo-3502 = 클라이언트가 제때 인증하지 않았습니다.
s-centrifugo-3503 = 서버가 클라이언트에 멀리 있으라고 요청합니다.
s-centrifugo-3504 = 연결 수 한도에 도달했습니다.
s-centrifugo-3505 = 채널 수 한도에 도달했습니다.
s-centrifugo-3506 = 클라이언트의 형식이 데이터를 실을 수 없습니다. 예를 들어 JSON 클라이언트에 바이너리 데이터입니다.
s-centrifugo-3507 = 권한이 없습니다.
s-centrifugo-3508 = 요청한 것을 쓸 수 없습니다.
s-centrifugo-3509 = 클라이언트가 오류를 너무 많이 일으켰습니다.
s-centrifugo-3000-3499 = 최종이 아님: 클라이언트가 다시 연결합니다.
s-centrifugo-3500-3999 = 최종: 클라이언트가 다시 연결하지 않습니다.

s-colyseus-4000 = 클라이언트가 의도하여 방을 떠났습니다.
s-colyseus-4001 = 서버가 중지됩니다.
s-colyseus-4002 = 방이 오류 때문에 연결을 닫았습니다.
s-colyseus-4003 = 다시 연결하려는 시도가 모두 실패했습니다. 클라이언트가 스스로 보고합니다.
s-colyseus-4010 = 서버가 개발 모드로 재시작합니다. 클라이언트는 다시 연결을 시도할 수 있습니다.

s-graphql-ws-note = 기본으로 클라이언트는 4403, 4408, 4504를 뺀 이 코드들을 최종으로 여기고, 표준 코드도 1000, 1001, 1005, 1006과 1012~1014를 빼고 최종으로 여깁니다.
s-graphql-ws-4004 = 클라이언트가 쓸 수 없는 응답을 받았습니다.
s-graphql-ws-4005 = 클라이언트 내부의 오류.
s-graphql-ws-4400 = 메시지의 형식이 잘못되었습니다.
s-graphql-ws-4401 = 연결이 확인되기 전에 작업이 왔습니다. 만료된 자격 증명에 쓰는 서버도 있습니다.
s-graphql-ws-4403 = 서버가 초기화할 때 연결을 거부했습니다.
s-graphql-ws-4406 = 서버가 제안된 하위 프로토콜을 하나도 말하지 않습니다.
s-graphql-ws-4408 = 클라이언트가 제때 연결을 초기화하지 않았습니다.
s-graphql-ws-4409 = 이 id의 작업이 이미 있습니다.
s-graphql-ws-4429 = 클라이언트가 연결을 두 번 초기화했습니다.
s-graphql-ws-4500 = 서버 내부의 오류.
s-graphql-ws-4504 = 서버가 제때 연결을 확인하지 않았습니다. 이 코드는 클라이언트가 보냅니다.

s-hocuspocus-4205 = 서버가 클라이언트에 연결과 문서 보기를 초기화하라고 요청합니다.
s-hocuspocus-4401 = 사용자가 인증되지 않았습니다.
s-hocuspocus-4403 = 사용자가 이 문서를 열 수 없습니다.
s-hocuspocus-4408 = 클라이언트가 기대한 것을 제때 하지 않았습니다.

s-phoenix-note = Phoenix에는 비공개 코드가 없습니다. 그 클라이언트는 모든 코드 뒤에 다시 연결합니다. 옛 버전은 1000에서 멈췄습니다. 첫 시도는 무작위 부분 없이 10 ms 뒤입니다.
s-phoenix-1000 = 리스너가 멈췄거나 채널의 일이 끝났습니다.
s-phoenix-1001 = 애플리케이션이 의도하여 소켓을 끊었습니다.
s-phoenix-1012 = 서버가 멈추기 전에 소켓을 비웁니다.

s-pusher-note = 클라이언트가 모르는 번호라도 범위가 다시 연결할지 말합니다.
s-pusher-4000 = 애플리케이션은 `wss:`만 받습니다.
s-pusher-4001 = 애플리케이션이 없습니다.
s-pusher-4003 = 애플리케이션이 비활성화되어 있습니다.
s-pusher-4004 = 애플리케이션이 연결 할당량에 도달했습니다.
s-pusher-4005 = 경로를 찾지 못했습니다.
s-pusher-4006 = 버전 문자열의 형식이 잘못되었습니다.
s-pusher-4007 = 이 프로토콜 버전은 지원하지 않습니다.
s-pusher-4008 = 프로토콜 버전이 주어지지 않았습니다.
s-pusher-4009 = 연결이 인가되지 않았습니다.
s-pusher-4100 = 서비스가 용량을 넘었습니다. 적어도 1초 기다리십시오.
s-pusher-4200 = 바로 다시 연결하십시오.
s-pusher-4201 = 클라이언트가 제때 ping에 응답하지 않았습니다.
s-pusher-4202 = 연결이 24시간 동안 비활성이었습니다.
s-pusher-4301 = 클라이언트가 이벤트를 너무 빨리 보냈습니다.
s-pusher-4302 = 감시 목록의 한도에 도달했습니다.
s-pusher-4000-4099 = 바꾸지 않고 다시 연결하지 마십시오.
s-pusher-4100-4199 = 적어도 1초 뒤에 다시 연결하십시오.
s-pusher-4200-4299 = 바로 다시 연결하십시오.
s-pusher-4300-4399 = 다른 오류. 할 일은 코드에 따라 다릅니다.

s-socketio-note = Socket.IO는 번호가 아니라 말로 보고합니다. `io server disconnect`와 `io client disconnect` 뒤에는 클라이언트가 스스로 돌아오지 않고, `ping timeout`, `transport close`, `transport error` 뒤에는 돌아옵니다. 서버가 멈출 때 Close 프레임에는 코드가 없습니다.
s-socketio-1005 = 서버가 멈췄습니다. 그 Close 프레임에는 코드가 없습니다.

s-sockjs-note = 이 코드는 `c[3000,"Go away!"]` 같은 SockJS 프레임으로 전달됩니다. 클라이언트가 close 이벤트로 바꿉니다. 아래 계층의 Close 프레임은 다른 코드를 실을 수 있습니다.
s-sockjs-1002 = 연결이 중단되었거나 프로토콜이 어겨졌습니다.
s-sockjs-2010 = 이 세션의 다른 연결이 아직 열려 있습니다.
s-sockjs-3000 = `Go away!`: 서버가 세션을 끝냈습니다.

s-spring-1013 = 서비스가 과부하입니다(`SERVICE_OVERLOAD`).
s-spring-4500 = 세션을 신뢰할 수 없습니다(`SESSION_NOT_RELIABLE`). 메시지를 충분히 빨리 보낼 수 없어 Spring이 포기했습니다.
