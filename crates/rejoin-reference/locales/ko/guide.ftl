# 왜 닫혔을까? 질문, 고를 수 있는 답, 그리고 결론.
# 한 줄에 메시지 하나. 왼쪽에서 오른쪽으로 유지되어야 하는 부분은 백틱 사이에 둔다.

g-q-opened = 연결이 끝나기 전에 열렸습니까?
g-c-opened-yes = 예: 메시지를 보낼 수 있었습니다.
g-c-opened-no = 아니요: 열린 적이 없습니다.
g-c-opened-number = 번호만 있습니다.

g-q-handshake = 시도에서 무엇이 돌아왔습니까?
g-c-handshake-nothing = 아무것도: 거부되었거나 시간이 초과되었습니다.
g-c-handshake-tls = 인증서나 TLS에 관한 오류.
g-c-handshake-login = HTTP 상태 401 또는 403.
g-c-handshake-status = 다른 HTTP 상태. 200, 302, 400, 404, 426, 502 등.
g-c-handshake-switched = 상태 101. 그래도 클라이언트가 포기했습니다.
g-c-handshake-browser = 브라우저에서 1006만 보입니다.

g-q-number = 어떤 번호입니까?
g-c-number-planned = 1000 또는 1001
g-c-number-data = 1002, 1003, 1007 또는 1009
g-c-number-empty = 1005
g-c-number-lost = 1006
g-c-number-refused = 1008, 3000 또는 3003
g-c-number-extension = 1010
g-c-number-service = 1011, 1012, 1013 또는 1014
g-c-number-slow = 3008
g-c-number-private = 3000~4999의 다른 번호
g-c-number-other = 그 밖의 번호

g-q-wanted = 이 연결이 끝나기를 누가 원했습니까?
g-c-wanted-yes = 예: 일이 끝났거나 페이지를 떠났습니다.
g-c-wanted-deploy = 아니요. 서버나 프록시가 재시작되었습니다.
g-c-wanted-silence = 아니요. 조용했거나 오래 살아 있었습니다.

g-q-sent = 끝나기 직전에 무엇을 보냈습니까?
g-c-sent-large = 큰 메시지
g-c-sent-binary = 텍스트를 기대하는 서버에 바이너리 데이터를, 또는 그 반대
g-c-sent-text = UTF-8이 아닐 수 있는 언어나 출처의 텍스트
g-c-sent-ordinary = 특별한 것 없음

g-q-moment = 언제 끝났습니까?
g-c-moment-fixed = 30, 60, 100초 뒤, 또는 다른 일정한 시간 뒤
g-c-moment-together = 모든 클라이언트에서 같은 순간에
g-c-moment-large = 큰 메시지 직후
g-c-moment-random = 아무 때나, 여기저기 클라이언트 하나씩

g-q-credentials = 자격 증명이 있고, 유효하며, 만료되지 않았습니까?
g-c-credentials-no = 아니요, 또는 모릅니다.
g-c-credentials-yes = 예.

g-q-rate = 클라이언트가 아주 많이 또는 아주 자주 보냈습니까?
g-c-rate-yes = 예.
g-c-rate-no = 아니요.

g-q-reason = 1010의 사유가 무엇이라고 합니까?
g-c-reason-names = 확장의 이름을 댑니다. 예: `permessage-deflate`.
g-c-reason-okhttp = `unexpected Sec-WebSocket-Extensions in response header`
g-c-reason-other = 다른 것, 또는 아무것도 없음.

g-q-service = 넷 중 어느 것입니까?
g-c-service-ping = 1011, `keepalive ping timeout`과 함께
g-c-service-failed = 1011, 다른 사유이거나 사유 없음
g-c-service-restart = 1012
g-c-service-busy = 1013
g-c-service-gateway = 1014

g-a-unreachable = 서버에 닿지 못했습니다. 이름, 포트, 방화벽, 서버가 듣고 있는지 확인하십시오. 늘어나는 임의의 지연으로 다시 시도하는 것이 옳습니다.
g-a-tls = TLS가 실패했습니다. 인증서가 만료되지 않았고, 이 호스트를 가리키며, 전체 체인과 함께 오는지, 스킴이 포트와 맞는지 확인하십시오. 다시 시도해도 소용없습니다.
g-a-refused = 연결이 열리기 전에 서버가 거부합니다. 401이면 자격 증명을 갱신하고, 403이면 권한을 요청하십시오. `Origin`도 확인하십시오.
g-a-status = 당신의 WebSocket 서버가 아닌 것이 응답했거나, 프록시가 요청을 망쳤습니다. 경로를, 그리고 프록시가 `Upgrade`와 `Connection`을 HTTP/1.1로 전달하는지 확인하십시오. 리디렉션은 흔히 로그인 페이지로 이어집니다.
g-a-answer = 101이 유효하지 않았습니다. 요청과 응답의 `Sec-WebSocket-Accept`, `Sec-WebSocket-Extensions`, `Sec-WebSocket-Protocol`을 비교하십시오. 요청하지 않은 것이 있어서는 안 됩니다.
g-a-browser = 브라우저는 원인을 숨깁니다. 콘솔과 네트워크 보기를 보거나, 브라우저 밖에서 핸드셰이크를 되풀이하십시오. `rejoin check URL`이 모든 단계를 보여 줍니다.
g-a-empty = 상대가 질서 있게 닫고 코드를 주지 않았습니다. 고장 난 것은 없습니다. 연결이 아직 필요하면 다시 연결하십시오.
g-a-slow = 상대가 당신이 보내야 할 것(로그인, 응답, 데이터)을 너무 오래 기다렸습니다. 더 일찍 보내십시오. Centrifugo와 AssemblyAI에서 이 번호는 다른 뜻입니다.
g-a-private = 이 번호는 어떤 서비스나 라이브러리의 것입니다. 어느 것인지 알아내 그 표에서 찾으십시오.
g-a-invalid = 이 번호는 보내서는 안 됩니다. 상대에, 또는 닫기를 다시 쓰는 프로그램에 잘못이 있습니다.
g-a-done = 계획된 종료입니다. 고칠 것이 없습니다. 필요할 때 새 연결을 여십시오.
g-a-leaving = 서버나 프록시가 질서 있게 떠났습니다. 0~5초의 임의 시간 뒤에 다시 연결하십시오. 당신의 서버이고 돌아온다면 1012를 보내십시오.
g-a-silence = 침묵이나 수명의 한도가 끝냈습니다. Cowboy와 uWebSockets는 1000, Jetty와 Deno는 1001, Bandit은 1002라고 합니다. ping을 보내고 한도를 늘린 뒤 다시 연결하십시오.
g-a-large = 메시지가 상대의 한도를 넘었습니다. 자체 형식으로 나누거나 한도를 늘리십시오.
g-a-type = 상대는 다른 유형의 메시지만 받습니다. 보내는 호출을 바꾸십시오.
g-a-text = 텍스트가 UTF-8이 아니었습니다. UTF-8로 인코딩하거나 바이너리로 보내십시오. Chromium은 이에 1002라고 합니다.
g-a-protocol = 프레임이 프로토콜을 어겼습니다. 오래된 라이브러리와 압축을 한쪽에서만 처리하는 프록시를 의심하십시오. 압축 없이 시도하십시오.
g-a-timeout = 프록시가 끊었습니다. 60초의 침묵은 nginx나 AWS, 100초는 Cloudflare, 수명 30초는 Google Cloud입니다. 20초마다 ping을 보내거나 한도를 늘리십시오.
g-a-cut = 서버나 프록시가 말없이 재시작되었습니다. 서버가 멈추기 전에 1012로 닫게 하고, 프록시를 덜 자주 다시 읽게 하십시오.
g-a-limit = 상대에 말하지 않는 크기 한도가 있습니다. uWebSockets(16 KiB)와 tungstenite는 연결을 버릴 뿐입니다. 한 번에 덜 보내십시오.
g-a-network = 네트워크는 바뀌고 기기는 잠듭니다. 늘어나는 임의의 지연으로 다시 연결하고, 죽은 연결을 알아채도록 ping을 보내십시오.
g-a-renew = 새 자격 증명을 얻은 뒤 한 번 연결하십시오. 옛것을 되풀이하면 똑같이 끝납니다.
g-a-rate = 서비스의 한도를 넘었습니다. 다시 연결하기 전에 빈도와 연결 수를 줄이십시오.
g-a-rights = 당신을 알지만 허용되지 않습니다. 권한을 주는 이에게 요청하십시오. 자동 재연결을 멈추십시오.
g-a-extension = 클라이언트가 합의되지 않은 확장을 필수로 합니다. 서버에서 켜거나, 프록시가 `Sec-WebSocket-Extensions`를 통과시키게 하거나, 선택 사항으로 하십시오.
g-a-okhttp = OkHttp가 응답을 쓸 수 없습니다. 그 제안에 `client_max_window_bits`와 알 수 없는 매개변수 없이 응답하십시오.
g-a-broken = faye 같은 일부 라이브러리는 합의된 확장이 사용 중에 실패하면 1010을 보냅니다. 양쪽의 압축을 확인하십시오.
g-a-ping = 한쪽이 ping에 대한 응답을 제때 받지 못했습니다. 막힌 이벤트 루프를, 그다음 느린 회선을 찾으십시오.
g-a-failed = 서버가 예상치 못하게 실패했습니다. 로그에 더 자세히 있습니다. 늘어나는 임의의 지연으로 다시 연결하십시오.
g-a-restart = 계획된 재시작입니다. 사유가 알린 창을, 없으면 1~5초의 임의 시간을 기다렸다가 다시 연결하십시오.
g-a-busy = 서비스가 과부하입니다. 다른 주소를 시도하거나, 시도할 때마다 더 오래 기다리십시오.
g-a-gateway = 게이트웨이 뒤의 서버가 실패했습니다. 그곳을 보십시오. 늘어나는 임의의 지연으로 다시 연결하십시오.
