# 이름표, 제목, 짧은 구절. 왼쪽에서 오른쪽으로 유지되어야 하는 부분은 백틱 사이에 둔다.
# 변수가 무엇을 나타내는지는 영어 파일의 주석에 있다.

## 설명의 첫 줄: 코드와 제목, 그다음 세 구절.

headline = { $code } { $title }: { $sender }, { $end }, { $retry }
title-in-service = { $title } ({ $service })
headline-sender-both = 양쪽 모두에서
headline-sender-client = 클라이언트에서
headline-sender-server = 서버에서
headline-sender-local = 보내지 않음
headline-sender-nobody = 보내지 않음
headline-end-clean = 깨끗한 종료
headline-end-lost = 깨끗하지 않은 종료
headline-end-never-opened = 열린 적 없음
headline-end-invalid = 프로토콜 오류
headline-retry-application = 애플리케이션이 결정
headline-retry-never = 다시 연결하지 않음
headline-retry-not-needed = 다시 연결할 필요 없음
headline-retry-with-new-input = 바꾼 뒤 다시 연결
headline-retry-yes = { $range }초 안에 다시 연결
headline-retry-service-yes = 다시 연결
headline-retry-service-unstated = 다시 연결에 관한 말이 없음

## 코드에 대해 성립하는 것: 이름표, 그다음 될 수 있는 것.

fact-name = 이름
fact-sender = 보내는 쪽
fact-sender-by-text = 조문에 따르면
fact-wire = Close 프레임
fact-page = 웹 페이지
fact-end = 닫기
fact-class = 종류
fact-act = 누가 행동해야 하나
fact-retry = 다시 연결
fact-registered-delay = 등록된 지연
fact-registration = 등록 이름
fact-reference = 참조

sender-both = 클라이언트 또는 서버
sender-client = 클라이언트만
sender-server = 서버만
sender-nobody = 아무도 아님

wire-allowed = 실을 수 있음
wire-local-only = 싣지 않음: 한쪽 끝이 스스로 결론지음
wire-out-of-range = 실어서는 안 됨: 4999보다 큰 코드는 없음
wire-reserved = 실어서는 안 됨: 번호가 유보됨
wire-unassigned = 실어서는 안 됨: 번호가 할당되지 않음
wire-unused = 실어서는 안 됨: 1000보다 작은 코드는 없음

page-may = `close()`로 보낼 수 있음
page-may-not = 보낼 수 없음: `close()`가 예외를 던짐

end-clean = 깨끗함: 양쪽이 Close를 보냄
end-lost = 깨끗하지 않음: Close 프레임이 오지 않음
end-never-opened = 닫기가 없었음: 연결이 열린 적 없음
end-invalid = 깨끗하지 않음: 이런 프레임을 받은 쪽은 연결을 실패시킴

class-application = 애플리케이션 자체의 것
class-authorization = 인가
class-done = 의도대로 끝남
class-failure = 실패
class-invalid = 허용되지 않음
class-leaving = 한쪽이 떠남
class-library = 라이브러리 자체의 것
class-limit = 한도 초과
class-lost = 연결 끊김
class-negotiation = 확장 협상
class-overload = 과부하
class-policy = 애플리케이션의 규칙에 따른 거부
class-protocol = 프로토콜 위반
class-restart = 계획된 재시작
class-timeout = 너무 느림
class-tls = TLS
class-unstated = 이유를 밝히지 않음

act-application = 애플리케이션의 문서에 있음
act-authorization = 받은 쪽: 권한이 없음
act-done = 아무도 아님
act-failure = 보낸 쪽을 운영하는 사람
act-invalid = 보낸 프로그램을 작성한 사람
act-leaving = 아무도 아님
act-library = 라이브러리의 문서에 있음
act-limit = 받은 쪽: 너무 많이 보냈음
act-lost = 끊어진 경로 구간을 운영하는 사람
act-negotiation = 서버나 프록시를 설정하는 사람, 또는 클라이언트를 작성하는 사람
act-overload = 서버를 운영하는 사람
act-policy = 받은 쪽: 거부되었음
act-protocol = 받은 쪽: 보낸 것이 잘못되었음
act-restart = 아무도 아님: 계획된 것임
act-timeout = 받은 쪽: 너무 느렸음
act-tls = 인증서와 신뢰를 관리하는 사람
act-unstated = 아무도 아님

retry-application = 애플리케이션이 정하는 대로
retry-never = 아니요, 원인이 사라질 때까지
retry-not-needed = 필요 없음
retry-with-new-input = 바꾼 뒤에만: 자격 증명, 빈도, 크기
retry-yes = 예, 처음에는 { $range }초의 임의 시간 뒤
delay = { $range }초의 임의 시간
registration-unassigned = 할당되지 않음
registration-none = 등록부의 번호가 아님

## 설명의 절

heading-meaning = 의미
heading-reconnect = 다시 연결할까?
heading-reason = 사유에 실리는 것
heading-causes = 언제 보게 되나
heading-fixes = 어떻게 고치나
heading-seen = 프로그램이 보여 주는 것
heading-confusions = 흔히 혼동되는 것
heading-services = 서비스에서의 의미
heading-sources = 출처

role-server = 서버를 운영하는 사람
role-client = 클라이언트를 작성하는 사람
role-proxy = 프록시를 운영하는 사람
phase-handshake = 핸드셰이크 중
phase-open = 열린 연결에서
viewer-browsers = 브라우저
viewer-libraries = 라이브러리
basis-measured = { $version }로 측정
no-cause-in-handshake = 핸드셰이크 중의 원인은 알려진 것이 없습니다. Close 프레임에는 열린 연결이 필요합니다.
no-cause-in-open = 열린 연결에서의 원인은 알려진 것이 없습니다.

reconnect-yes = 다시 연결함
reconnect-no = 다시 연결하지 않음
reconnect-after-change = 바꾼 뒤 다시 연결함
reconnect-unstated = 다시 연결에 관한 말이 없음
service-says-nothing = { $service }: { $code }의 의미를 공개하지 않습니다.

## 비교

comparison-title = { $low } 또는 { $high }
heading-differences = 다른 점
heading-alike = 같은 점
heading-tell-apart = 구별하는 법
heading-use = 언제 어느 것을 쓰나
heading-now = 지금 할 일
apart-bytes = 회선에서 Close 프레임의 본문은 `{ $bytes }`로 시작합니다.
apart-byte-range = 회선에서 Close 프레임의 본문은 `{ $low }`부터 `{ $high }`까지로 시작합니다.
apart-local = 어떤 캡처에도 없습니다. 이것을 싣는 프레임은 없으며, 보고하는 쪽의 로그에 있습니다.
apart-invalid = 회선에 있으면 보낸 쪽의 잘못입니다. 응답은 1002이거나 TCP 연결의 종료입니다.
use-local = 보고하되 절대 보내지 마십시오.
use-nobody = 절대 보내지 마십시오.
same-code = 둘 다 { $code }입니다. 비교할 것이 없습니다.
same-row = 둘 다 { $range }에 있으며, 프로토콜은 어느 것에도 의미를 주지 않습니다.

## 코드 표와 검색

column-code = 코드
column-title = 이름
column-sender = 보내는 쪽
column-wire = 프레임에
column-retry = 다시 연결
sender-short-both = 양쪽
sender-short-client = 클라이언트
sender-short-server = 서버
sender-short-nobody = 없음
wire-short-yes = 예
wire-short-no = 아니요
retry-short-application = 애플리케이션
retry-short-never = 아니요
retry-short-not-needed = 불필요
retry-short-with-new-input = 바꾼 뒤
retry-short-yes = 예, { $range }초
matches = { $count ->
   *[other] { $count }곳이 맞습니다. 가장 잘 맞는 것부터:
}

## 풀어 본 바이트

heading-frames = 바이트
frame-of-client = 클라이언트의 { $kind } 프레임(마스크됨), { $length ->
   *[other] 페이로드 { $length }바이트
}
frame-of-server = 서버의 { $kind } 프레임(마스크 안 됨), { $length ->
   *[other] 페이로드 { $length }바이트
}
frame-body = Close 프레임의 본문, { $length ->
   *[other] { $length }바이트
}
frame-continues = 같은 메시지의 프레임이 더 이어집니다.
frame-compressed = RSV1이 설정되어 있습니다. `permessage-deflate`가 합의되었으면 메시지가 압축된 것이고, 아니면 RFC 6455 5.2절을 어깁니다.
frame-incomplete = 프레임이 끝나기 전에 바이트가 끝납니다.
label-code = 코드
label-reason = 사유
label-text = 텍스트
label-bytes = 바이트
label-none = 없음
reason-window = 사유는 { $range }초 안의 임의 시점에 돌아오라고 클라이언트에 요청합니다.
frame-fault = 규칙을 어깁니다: { $rule } ({ $section }). 응답은 { $code }입니다.

fault-close-body-too-short = Close 프레임의 본문은 비어 있거나 2바이트 이상이다
fault-close-reason-not-utf8 = Close 프레임의 사유는 UTF-8이다
fault-continuation-without-message = 연속 프레임은 시작된 메시지에 속한다
fault-control-frame-fragmented = 제어 프레임은 분할되지 않는다
fault-control-frame-too-long = 제어 프레임의 페이로드는 125바이트까지이다
fault-invalid-close-code = 이 코드는 Close 프레임에 둘 수 없다
fault-invalid-utf8 = 텍스트 메시지는 UTF-8이다
fault-length-not-minimal = 길이는 가장 짧은 형태로 쓴다
fault-length-too-large = 64비트 길이의 최상위 비트는 설정하지 않는다
fault-mask-forbidden = 서버는 프레임을 마스크하지 않는다
fault-mask-missing = 클라이언트는 프레임을 마스크한다
fault-message-interrupted = 메시지는 다음 메시지가 시작되기 전에 끝난다
fault-reserved-bits = 예약 비트는 합의된 확장이 쓸 때만 설정한다
fault-reserved-opcode = 연산 코드는 0, 1, 2, 8, 9, 10의 여섯 개이다

## 여는 핸드셰이크의 헤더

heading-header = 헤더
header-extensions = 확장의 목록입니다. 클라이언트가 요청에서 제안하고, 서버가 응답에서 받아들이는 것을 밝힙니다.
header-key = 클라이언트가 보냅니다. base64로 쓴 임의의 16바이트입니다. 서버가 WebSocket을 이해한다는 것만 증명합니다.
header-accept = 서버가 보냅니다. 클라이언트 키의 해시입니다. 틀렸다면 캐시 같은 다른 것이 응답한 것입니다.
header-version = 클라이언트가 보냅니다. 프로토콜의 버전입니다. 쓰이는 것은 13뿐입니다.
header-protocol = 하위 프로토콜의 목록입니다. 클라이언트가 요청에서 제안하고, 서버가 응답에서 많아야 하나를 밝힙니다.
header-upgrade = 연결이 무엇으로 바뀌는지 밝힙니다. 양쪽이 보냅니다.
header-connection = 다음 홉만을 위한 헤더를 밝힙니다. `Upgrade`가 있으면 프록시는 그 헤더를 스스로 처리해야 함을 압니다. 이를 모르는 프록시는 둘 다 떨어뜨립니다.
header-retry-after = 거부하는 서버가 503이나 429와 함께 보냅니다. 얼마나 떨어져 있을지 말합니다.
header-key-good = 키가 유효합니다. 응답은 { $value }입니다.
header-key-bad = 키가 아닙니다. 16바이트를 나타내는 base64 24글자여야 합니다. 서버는 400으로 응답합니다.
header-accept-good = 형식이 맞습니다. 옳은지는 키에 달려 있습니다. `rejoin explain --header`가 키에서 응답을 계산합니다.
header-accept-bad = 어떤 키의 응답도 아닙니다. 20바이트를 나타내는 base64 28글자여야 합니다. 클라이언트는 핸드셰이크를 실패시킵니다.
header-version-good = RFC 6455의 버전입니다.
header-version-bad = 오늘날 이 버전을 말하는 서버는 없습니다. 426과 `Sec-WebSocket-Version: 13`으로 응답합니다.
header-protocol-bad = 하위 프로토콜의 목록이 아닙니다. 각각 토큰이어야 하고 두 번 나와서는 안 됩니다. 서버는 400으로 응답합니다.
header-protocol-one = 서버가 밝혔다면 { $name }이(가) 양쪽이 말하는 것이고, 클라이언트만 밝혔다면 제안입니다.
header-protocol-several = 제안으로는 괜찮습니다. 응답에는 많아야 하나이며, 클라이언트는 핸드셰이크를 실패시킵니다.
header-protocol-service = { $name } 아래에서 닫기 코드는 자체 의미를 가집니다: { $service }의 의미입니다.
header-upgrade-good = 마땅히 `websocket`을 밝히고 있습니다.
header-upgrade-bad = `websocket`을 밝히지 않습니다. 서버는 이를 WebSocket 핸드셰이크로 보지 않고, 클라이언트는 핸드셰이크를 실패시킵니다.
header-connection-good = 마땅히 `Upgrade`를 밝히고 있습니다.
header-connection-bad = `Upgrade`를 밝히지 않습니다. 서버는 이를 WebSocket 핸드셰이크로 보지 않고, 클라이언트는 핸드셰이크를 실패시킵니다. 대개 프록시가 헤더를 바꾼 것입니다.
header-retry-after-seconds = { $seconds ->
   *[other] 서버가 { $seconds }초 동안 떨어져 있으라고 요청합니다.
}
header-retry-after-date = 서버가 그 시점까지 떨어져 있으라고 요청합니다.
header-retry-after-bad = 초 수도 HTTP 날짜도 아닙니다. 클라이언트는 무시합니다.
header-malformed = { $place }번째 바이트에서 형식이 잘못됨: { $offence }. 서버는 400으로 응답하고 클라이언트는 핸드셰이크를 실패시킵니다(RFC 6455 9.1절).
offence-empty-list = 헤더는 있으나 확장을 밝히지 않음
offence-parameter-missing = 세미콜론 뒤에 매개변수가 와야 함
offence-quote-not-closed = 닫는 따옴표가 없음
offence-unexpected-byte = 여기 올 수 없는 문자
offence-value-missing = 등호 뒤에 값이 와야 함
offence-value-not-token = 따옴표 사이의 값은 토큰이어야 함

heading-parameters = 말하는 것
param-server-no-context-takeover = 서버가 메시지마다 따로 압축합니다. 제안이면 요구이며, 그 제안을 받아들이는 응답은 되풀이해야 합니다.
param-client-no-context-takeover = 클라이언트가 메시지마다 따로 압축합니다. 제안이면 귀띔, 응답이면 요구입니다.
param-server-max-window-bits = 서버가 압축하는 창으로, 2의 8~15제곱입니다. 이것이 있는 제안을 받아들이는 응답에도 있어야 하며 더 커서는 안 됩니다.
param-client-max-window-bits = 클라이언트가 압축하는 창으로, 2의 8~15제곱입니다. 값이 없으면(제안에서만 생략 가능) 서버가 고르게 합니다. 제안에 있었을 때만 응답에 둘 수 있습니다.
extension-deflate = 메시지를 압축합니다(RFC 7692). 등록됨.
extension-deflate-frame = Safari가 버전 15 전에 제안하던 압축의 초기 초안입니다. 등록되지 않았고 서버는 거절합니다.
extension-usp = User Services Platform(TR-369)입니다. 등록됨. 프레임을 바꾸지 않으며 아무도 고집해서는 안 됩니다.
extension-unknown = 등록되지 않았습니다. 양쪽이 미리 알고 있어야 합니다.

heading-as-offer = 클라이언트의 제안으로서
heading-as-answer = { $offer }에 대한 응답으로서
verdict-taken = 받아들임: 모든 것을 할 수 있는 서버는 { $answer }로 응답합니다.
verdict-declined = 거절: { $rule } ({ $section }). 다음 제안을 시도하며, 없으면 확장 없이 연결이 열립니다.
verdict-not-reached = 보지 않음: 앞의 제안이 받아들여졌습니다.
verdict-opens = 좋음: 연결이 열립니다.
verdict-opens-without = 좋음: 연결이 열립니다. { $missing } 없이는 일할 수 없는 클라이언트는 1010으로 떠납니다.
verdict-fails = 핸드셰이크가 실패하고 Close 프레임은 보내지 않습니다: { $rule } ({ $section }).

rule-agreed-twice = 확장이 두 번 나오는데, 연결은 각 확장의 설정을 하나만 가짐
rule-declined-by-policy = 확장이 꺼져 있음
rule-larger-than-offered = { $answered }이(가) 제안된 { $offered }보다 큼
rule-not-answered = 응답에 없음
rule-not-configured = 설정되지 않은 서버는 이 이름의 확장을 모름
rule-not-offered = { $parameter }은(는) 제안되었을 때만 응답할 수 있음
rule-not-repeated = { $parameter }이(가) 제안되었으므로 응답이 되풀이해야 함
rule-not-requested = 확장이 제안되지 않았음
rule-parameter-repeated = { $parameter }이(가) 두 번 이상 나옴
rule-parameter-unknown = 확장에 매개변수 { $parameter }이(가) 없음
rule-required-here = { $parameter }이(가) 필요함
rule-rsv-taken = 이미 합의된 { $extension }도 { $bits }을(를) 씀
rule-value-invalid = { $parameter }의 값이 가질 수 있는 값이 아님
rule-value-missing = { $parameter }에 값이 필요함
rule-value-not-allowed = { $parameter }은(는) 값을 받지 않음
rule-window-unsupported = { $parameter }은(는) 지원하지 않음
