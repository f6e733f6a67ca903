# 참고서의 웹 페이지: 다른 파일의 글 외에 거기 있는 것.
# 왼쪽에서 오른쪽으로 유지되어야 하는 부분은 백틱 사이에 둔다.

## 모든 페이지

web-site = WebSocket 닫기 코드
web-skip = 본문으로 건너뛰기
web-nav = 주요 부분
web-nav-codes = 코드
web-nav-compare = 비교
web-nav-guide = 왜 닫혔을까?
web-nav-services = 서비스
web-language = 언어
web-json = 이 사실을 JSON으로
web-terminal = 터미널에서: { $command }
web-footer = Rejoin { $version }에서. 이 페이지의 바탕이 되는 표가 라이브러리의 동작도 정합니다.
web-source-number = 출처 { $number }

## 코드 표와 검색

web-codes-title = 모든 WebSocket 닫기 코드 설명
web-codes-lead = 각각의 의미, 누가 보내는지, 다시 연결할지, 무엇을 할지. 어느 둘이든 비교할 수 있습니다.
web-codes-table = 모든 코드
web-guide-entry = 어디서 시작할지 모르겠다면 몇 가지 질문에 답하십시오.
web-search = 검색
web-search-label = 번호, 번호 둘, 이름 또는 낱말
web-search-examples = 예: { $first }, { $second }, { $third }
web-search-found = 찾음: { $count }
web-search-none = 맞는 것이 없습니다. 낱말을 줄이거나 바꿔 보십시오.

## 코드

web-in-brief = 요약
web-compare-with = 비교 대상
web-services-of-range = 이 번호들을 쓰는 서비스
web-previous = 이전
web-next = 다음

## 비교

web-compare-title = 두 코드 비교
web-compare-lead = 흔히 혼동되는 것이 먼저, 그다음 모든 짝이 나옵니다.
web-compare-confused = 흔히 혼동됨
web-compare-all = 모든 짝
web-aspect = 측면

## 서비스

web-services-title = 자체 닫기 코드가 있는 서비스
web-services-lead = 같은 번호라도 서비스마다 뜻이 다릅니다. 당신의 서비스가 열거하지 않은 것은 일반적인 의미를 유지합니다.
web-service = 서비스
web-service-title = { $service }의 닫기 코드
web-subprotocols = 하위 프로토콜로 알 수 있음
web-good-to-know = 알아 두면 좋은 것
web-service-rest = 여기 없는 코드는 일반적인 의미를 가집니다. 코드 표를 보십시오.

## 안내

web-guide-lead = 질문에 하나씩 답하십시오. 답마다 다음 질문으로, 또는 일어난 일로 이어집니다.
web-guide-again = 다시 시작
web-guide-codes = 더 읽기:

## 출처

web-sources-lead = 여기서 말하는 모든 것은 이 출처들에 근거합니다. 측정한 것은 버전을 밝힙니다.
web-source = 출처
web-cited-by = 인용한 곳

## 없는 페이지

web-missing-title = 이 페이지는 없습니다
web-missing-text = 0부터 65535까지의 모든 닫기 코드는 코드 표에 자리가 있습니다.
