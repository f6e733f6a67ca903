# Nhãn, tiêu đề và cụm từ ngắn. Phần phải giữ chiều từ trái sang phải nằm giữa các dấu nháy ngược.

## Dòng đầu của một lời giải thích: mã và tên, rồi ba cụm từ.

headline = { $code } { $title }: { $sender }, { $end }, { $retry }
title-in-service = { $title } ({ $service })
headline-sender-both = từ bên nào cũng được
headline-sender-client = từ máy khách
headline-sender-server = từ máy chủ
headline-sender-local = không bao giờ gửi
headline-sender-nobody = không bao giờ gửi
headline-end-clean = sạch
headline-end-lost = không sạch
headline-end-never-opened = chưa từng mở
headline-end-invalid = lỗi giao thức
headline-retry-application = ứng dụng quyết định
headline-retry-never = đừng kết nối lại
headline-retry-not-needed = không cần kết nối lại
headline-retry-with-new-input = kết nối lại sau khi thay đổi
headline-retry-yes = kết nối lại trong { $range } giây
headline-retry-service-yes = kết nối lại
headline-retry-service-unstated = không nói gì về việc kết nối lại

## Những gì đúng với một mã: nhãn, rồi các giá trị.

fact-name = Tên
fact-sender = Bên gửi
fact-sender-by-text = Bên gửi theo văn bản
fact-wire = Khung Close
fact-page = Trang web
fact-end = Lần đóng
fact-class = Loại
fact-act = Ai phải hành động
fact-retry = Kết nối lại
fact-registered-delay = Khoảng trễ đã đăng ký
fact-registration = Tên đăng ký
fact-reference = Căn cứ

sender-both = máy khách hoặc máy chủ
sender-client = chỉ máy khách
sender-server = chỉ máy chủ
sender-nobody = không ai

wire-allowed = mang được nó
wire-local-only = không bao giờ mang nó: điểm cuối tự kết luận ra nó
wire-out-of-range = không được mang nó: không có mã nào trên 4999
wire-reserved = không được mang nó: số này được giữ lại
wire-unassigned = không được mang nó: số này chưa được gán
wire-unused = không được mang nó: không có mã nào dưới 1000

page-may = gửi được nó bằng `close()`
page-may-not = không gửi được nó: `close()` ném ngoại lệ

end-clean = sạch: cả hai bên đã nói Close
end-lost = không sạch: không có khung Close nào đến
end-never-opened = không có lần đóng nào: kết nối chưa từng mở
end-invalid = không sạch: bên nhận khung như vậy làm kết nối thất bại

class-application = mã riêng của ứng dụng
class-authorization = cấp phép
class-done = kết thúc như dự định
class-failure = hỏng hóc
class-invalid = không được phép
class-leaving = một bên rời đi
class-library = mã riêng của thư viện
class-limit = vượt giới hạn
class-lost = mất kết nối
class-negotiation = thương lượng phần mở rộng
class-overload = quá tải
class-policy = bị từ chối theo quy tắc của ứng dụng
class-protocol = vi phạm giao thức
class-restart = khởi động lại có kế hoạch
class-timeout = quá chậm
class-tls = TLS
class-unstated = không nêu lý do

act-application = tài liệu của ứng dụng cho biết
act-authorization = bên nhận mã: nó thiếu quyền
act-done = không ai
act-failure = người vận hành bên gửi mã
act-invalid = người viết chương trình gửi mã
act-leaving = không ai
act-library = tài liệu của thư viện cho biết
act-limit = bên nhận mã: nó gửi quá nhiều
act-lost = người vận hành đoạn đường bị đứt
act-negotiation = người cấu hình máy chủ hoặc proxy, hoặc viết máy khách
act-overload = người vận hành máy chủ
act-policy = bên nhận mã: nó bị từ chối
act-protocol = bên nhận mã: thứ nó gửi là sai
act-restart = không ai: việc này có kế hoạch
act-timeout = bên nhận mã: nó quá chậm
act-tls = người lo chứng chỉ và sự tin cậy
act-unstated = không ai

retry-application = theo lời ứng dụng
retry-never = không, cho đến khi nguyên nhân hết
retry-not-needed = không cần
retry-with-new-input = chỉ sau khi thay đổi: thông tin xác thực, tốc độ hoặc kích thước
retry-yes = có, lần đầu sau { $range } giây ngẫu nhiên
delay = { $range } giây ngẫu nhiên
registration-unassigned = Chưa gán
registration-none = không phải số của sổ đăng ký

## Các phần của một lời giải thích

heading-meaning = Nghĩa là gì
heading-reconnect = Có kết nối lại không?
heading-reason = Lý do mang gì
heading-causes = Khi nào gặp nó
heading-fixes = Cách khắc phục
heading-seen = Các chương trình hiện gì
heading-confusions = Hay bị nhầm với
heading-services = Nghĩa của nó với các dịch vụ
heading-sources = Nguồn

role-server = Người vận hành máy chủ
role-client = Người viết máy khách
role-proxy = Người vận hành proxy
phase-handshake = trong lúc bắt tay
phase-open = trên kết nối đang mở
viewer-browsers = Trình duyệt
viewer-libraries = Thư viện
basis-measured = đo với { $version }
no-cause-in-handshake = Chưa biết nguyên nhân nào trong lúc bắt tay. Khung Close cần một kết nối đang mở.
no-cause-in-open = Chưa biết nguyên nhân nào trên kết nối đang mở.

reconnect-yes = kết nối lại
reconnect-no = đừng kết nối lại
reconnect-after-change = kết nối lại sau khi thay đổi
reconnect-unstated = không nói gì về việc kết nối lại
service-says-nothing = { $service } không công bố nghĩa nào cho { $code }.

## So sánh

comparison-title = { $low } hay { $high }
heading-differences = Khác nhau ở đâu
heading-alike = Giống nhau ở cả hai
heading-tell-apart = Cách phân biệt
heading-use = Khi nào dùng mã nào
heading-now = Bây giờ làm gì
apart-bytes = Trên đường truyền: thân khung Close bắt đầu bằng `{ $bytes }`.
apart-byte-range = Trên đường truyền: thân khung Close bắt đầu bằng `{ $low }` đến `{ $high }`.
apart-local = Không có trong bản bắt gói nào: không khung nào mang nó. Nó nằm trong nhật ký của bên báo nó.
apart-invalid = Trên đường truyền, đó là lỗi của bên gửi: câu trả lời là 1002, hoặc kết thúc kết nối TCP.
use-local = Hãy báo nó, đừng bao giờ gửi.
use-nobody = Đừng bao giờ gửi nó.
same-code = Cả hai là { $code }: không có gì để so sánh.
same-row = Cả hai nằm trong { $range }, và giao thức không gán nghĩa cho mã nào.

## Bảng mã và tìm kiếm

column-code = Mã
column-title = Tên
column-sender = Bên gửi
column-wire = Trong khung
column-retry = Kết nối lại
sender-short-both = cả hai
sender-short-client = máy khách
sender-short-server = máy chủ
sender-short-nobody = không ai
wire-short-yes = có
wire-short-no = không
retry-short-application = ứng dụng
retry-short-never = không
retry-short-not-needed = không cần
retry-short-with-new-input = sau thay đổi
retry-short-yes = có, { $range } giây
matches = { $count ->
   *[other] { $count } chỗ phù hợp, tốt nhất đứng trước:
}

## Các byte được tách ra

heading-frames = Các byte
frame-of-client = Khung { $kind } của máy khách (có mặt nạ), payload { $length ->
   *[other] { $length } byte
}
frame-of-server = Khung { $kind } của máy chủ (không mặt nạ), payload { $length ->
   *[other] { $length } byte
}
frame-body = Thân của khung Close, { $length ->
   *[other] { $length } byte
}
frame-continues = Còn các khung khác của cùng thông điệp theo sau.
frame-compressed = RSV1 được bật: thông điệp được nén nếu `permessage-deflate` đã được thỏa thuận; nếu không, nó vi phạm RFC 6455 mục 5.2.
frame-incomplete = Các byte hết trước khi khung hết.
label-code = Mã
label-reason = Lý do
label-text = Văn bản
label-bytes = Byte
label-none = không có
reason-window = Lý do yêu cầu máy khách quay lại vào một lúc ngẫu nhiên trong { $range } giây.
frame-fault = Điều này vi phạm một quy tắc: { $rule } ({ $section }). Nó được trả lời bằng { $code }.

fault-close-body-too-short = thân khung Close rỗng hoặc có từ hai byte trở lên
fault-close-reason-not-utf8 = lý do của khung Close là UTF-8
fault-continuation-without-message = khung nối tiếp thuộc về một thông điệp đã bắt đầu
fault-control-frame-fragmented = khung điều khiển không bao giờ bị phân mảnh
fault-control-frame-too-long = khung điều khiển có payload nhiều nhất 125 byte
fault-invalid-close-code = mã này không được đứng trong khung Close
fault-invalid-utf8 = thông điệp văn bản là UTF-8
fault-length-not-minimal = độ dài được ghi ở dạng ngắn nhất
fault-length-too-large = bit cao nhất của độ dài 64 bit không được bật
fault-mask-forbidden = máy chủ không che mặt nạ khung của mình
fault-mask-missing = máy khách che mặt nạ khung của mình
fault-message-interrupted = một thông điệp kết thúc trước khi thông điệp sau bắt đầu
fault-reserved-bits = bit dành riêng chỉ được bật nếu một phần mở rộng đã thỏa thuận dùng nó
fault-reserved-opcode = có sáu opcode: 0, 1, 2, 8, 9 và 10

## Một tiêu đề của bắt tay mở

heading-header = Tiêu đề
header-extensions = Liệt kê phần mở rộng: máy khách đề nghị chúng trong yêu cầu, máy chủ nêu trong câu trả lời những cái nó nhận.
header-key = Do máy khách gửi: 16 byte ngẫu nhiên ở dạng base64. Nó chứng tỏ máy chủ hiểu WebSocket, không hơn.
header-accept = Do máy chủ gửi: một giá trị băm của khóa máy khách. Nếu sai, thứ khác đã trả lời, chẳng hạn một bộ nhớ đệm.
header-version = Do máy khách gửi: phiên bản giao thức. Chỉ một phiên bản đang dùng, 13.
header-protocol = Liệt kê giao thức con: máy khách đề nghị chúng trong yêu cầu, máy chủ nêu nhiều nhất một trong câu trả lời.
header-upgrade = Nêu kết nối chuyển thành gì. Cả hai bên gửi nó.
header-connection = Nêu những tiêu đề chỉ dành cho chặng kế tiếp. Có `Upgrade` trong đó, proxy biết mình phải tự xử lý tiêu đề ấy; proxy không biết gì về nó bỏ cả hai.
header-retry-after = Do máy chủ từ chối bằng 503 hoặc 429 gửi: phải tránh xa bao lâu.
header-key-good = Khóa hợp lệ. Nó được trả lời bằng { $value }.
header-key-bad = Đây không phải khóa: nó phải là 24 ký tự base64 ứng với 16 byte. Máy chủ trả lời 400.
header-accept-good = Nó đúng dạng. Có đúng hay không tùy vào khóa: `rejoin explain --header` tính câu trả lời từ khóa.
header-accept-bad = Đây không phải câu trả lời cho khóa nào: nó phải là 28 ký tự base64 ứng với 20 byte. Máy khách làm bắt tay thất bại.
header-version-good = Đây là phiên bản của RFC 6455.
header-version-bad = Không máy chủ nào ngày nay nói phiên bản này. Nó trả lời 426 với `Sec-WebSocket-Version: 13`.
header-protocol-bad = Đây không phải danh sách giao thức con: mỗi cái phải là một token, và không cái nào được đứng hai lần. Máy chủ trả lời 400.
header-protocol-one = { $name } là giao thức mà hai bên nói, nếu máy chủ nêu nó; nếu chỉ máy khách nêu, đó là lời đề nghị.
header-protocol-several = Là lời đề nghị thì đúng. Trong câu trả lời có nhiều nhất một: máy khách làm bắt tay thất bại.
header-protocol-service = Với { $name }, các mã đóng có nghĩa riêng: nghĩa của { $service }.
header-upgrade-good = Nó nêu `websocket`, đúng như phải có.
header-upgrade-bad = Nó không nêu `websocket`: máy chủ không coi đây là bắt tay WebSocket, và máy khách làm bắt tay thất bại.
header-connection-good = Nó nêu `Upgrade`, đúng như phải có.
header-connection-bad = Nó không nêu `Upgrade`: máy chủ không coi đây là bắt tay WebSocket, và máy khách làm bắt tay thất bại. Thường là một proxy đã thay tiêu đề.
header-retry-after-seconds = { $seconds ->
   *[other] Máy chủ muốn được để yên { $seconds } giây.
}
header-retry-after-date = Máy chủ muốn được để yên đến lúc đó.
header-retry-after-bad = Đây không phải số giây cũng không phải ngày của HTTP: máy khách bỏ qua nó.
header-malformed = Sai dạng ở byte { $place }: { $offence }. Máy chủ trả lời 400, và máy khách làm bắt tay thất bại (RFC 6455 mục 9.1).
offence-empty-list = có tiêu đề mà không nêu phần mở rộng nào
offence-parameter-missing = sau dấu chấm phẩy phải có tham số
offence-quote-not-closed = thiếu dấu ngoặc kép đóng
offence-unexpected-byte = một ký tự không được đứng ở đây
offence-value-missing = sau dấu bằng phải có giá trị
offence-value-not-token = giá trị giữa dấu ngoặc kép phải là token

heading-parameters = Nó nói gì
param-server-no-context-takeover = Máy chủ nén từng thông điệp riêng. Trong lời đề nghị, đó là yêu cầu bắt buộc, và câu trả lời nhận lời đề nghị phải lặp lại nó.
param-client-no-context-takeover = Máy khách nén từng thông điệp riêng. Trong lời đề nghị đó là gợi ý, trong câu trả lời là yêu cầu bắt buộc.
param-server-max-window-bits = Cửa sổ mà máy chủ dùng khi nén, là lũy thừa của hai từ 8 đến 15. Câu trả lời nhận lời đề nghị có nó cũng phải có nó, và không lớn hơn.
param-client-max-window-bits = Cửa sổ mà máy khách dùng khi nén, là lũy thừa của hai từ 8 đến 15. Không có giá trị, điều chỉ lời đề nghị được phép, máy khách để máy chủ chọn. Câu trả lời chỉ được có nó nếu lời đề nghị có.
extension-deflate = Nén thông điệp (RFC 7692). Đã đăng ký.
extension-deflate-frame = Thứ Safari đề nghị trước phiên bản 15: một bản thảo sớm của việc nén. Chưa đăng ký; máy chủ từ chối nó.
extension-usp = User Services Platform (TR-369). Đã đăng ký; nó không đổi khung, và không ai được bắt buộc nó.
extension-unknown = Chưa đăng ký. Cả hai bên phải biết nó từ trước.

heading-as-offer = Là lời đề nghị của máy khách
heading-as-answer = Là câu trả lời cho { $offer }
verdict-taken = Được nhận: máy chủ làm được mọi thứ trả lời { $answer }.
verdict-declined = Bị từ chối: { $rule } ({ $section }). Lời đề nghị tiếp theo được thử; nếu không còn, kết nối mở mà không có phần mở rộng.
verdict-not-reached = Không được xét: một lời đề nghị trước nó đã được nhận.
verdict-opens = Tốt: kết nối mở.
verdict-opens-without = Tốt: kết nối mở. Máy khách không làm việc được nếu thiếu { $missing } rời đi bằng 1010.
verdict-fails = Bắt tay thất bại, và không có khung Close nào được gửi: { $rule } ({ $section }).

rule-agreed-twice = phần mở rộng đứng đó hai lần, mà một kết nối chỉ có một cấu hình cho mỗi phần mở rộng
rule-declined-by-policy = phần mở rộng đã bị tắt
rule-larger-than-offered = { $answered } lớn hơn mức được đề nghị, { $offered }
rule-not-answered = câu trả lời không có nó
rule-not-configured = máy chủ không biết phần mở rộng tên này trừ khi được thiết lập cho nó
rule-not-offered = { $parameter } chỉ được trả lời nếu đã được đề nghị
rule-not-repeated = { $parameter } đã được đề nghị, nên câu trả lời phải lặp lại nó
rule-not-requested = phần mở rộng không được đề nghị
rule-parameter-repeated = { $parameter } đứng đó nhiều hơn một lần
rule-parameter-unknown = phần mở rộng không có tham số { $parameter }
rule-required-here = { $parameter } là bắt buộc
rule-rsv-taken = { $extension } đã được thỏa thuận và cũng dùng { $bits }
rule-value-invalid = giá trị của { $parameter } không thuộc các giá trị nó được có
rule-value-missing = { $parameter } cần một giá trị
rule-value-not-allowed = { $parameter } không nhận giá trị
rule-window-unsupported = { $parameter } không được hỗ trợ
