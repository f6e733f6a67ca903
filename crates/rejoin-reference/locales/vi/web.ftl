# Các trang web của tài liệu tham khảo: những gì đứng bên cạnh văn bản của các tệp khác.
# Phần phải giữ chiều từ trái sang phải nằm giữa các dấu nháy ngược.

## Trên mọi trang

web-site = Mã đóng WebSocket
web-skip = Đến nội dung
web-nav = Các phần chính
web-nav-codes = Mã
web-nav-compare = So sánh
web-nav-guide = Vì sao tôi bị đóng?
web-nav-services = Dịch vụ
web-language = Ngôn ngữ
web-json = Các dữ kiện này dưới dạng JSON
web-terminal = Trong terminal: { $command }
web-footer = Từ Rejoin { $version }. Bảng đứng sau trang này cũng quyết định cách thư viện hoạt động.
web-source-number = Nguồn { $number }

## Bảng mã và tìm kiếm

web-codes-title = Giải thích mọi mã đóng WebSocket
web-codes-lead = Mỗi mã nghĩa là gì, ai gửi nó, có kết nối lại không, và phải làm gì. Có thể so sánh hai mã bất kỳ.
web-codes-table = Mọi mã
web-guide-entry = Chưa biết bắt đầu từ đâu? Hãy trả lời vài câu hỏi.
web-search = Tìm
web-search-label = Một số, hai số, một tên hoặc vài từ
web-search-examples = Ví dụ { $first }, { $second } hoặc { $third }
web-search-found = Tìm thấy: { $count }
web-search-none = Không có gì phù hợp. Thử ít từ hơn hoặc từ khác.

## Một mã

web-in-brief = Tóm tắt
web-compare-with = So sánh với
web-services-of-range = Các dịch vụ dùng những số này
web-previous = Trước
web-next = Sau

## So sánh

web-compare-title = So sánh hai mã
web-compare-lead = Những cặp hay bị nhầm đứng trước, rồi đến mọi cặp.
web-compare-confused = Hay bị nhầm
web-compare-all = Mọi cặp
web-aspect = Khía cạnh

## Dịch vụ

web-services-title = Các dịch vụ có mã đóng riêng
web-services-lead = Cùng một số có nghĩa khác nhau với các dịch vụ khác nhau. Mã mà dịch vụ của bạn không liệt kê giữ nghĩa chung.
web-service = Dịch vụ
web-service-title = Mã đóng của { $service }
web-subprotocols = Nhận ra qua giao thức con
web-good-to-know = Nên biết
web-service-rest = Mã không liệt kê ở đây có nghĩa chung: xem bảng mã.

## Hướng dẫn

web-guide-lead = Trả lời lần lượt từng câu hỏi. Mỗi câu trả lời dẫn đến câu hỏi tiếp theo, hoặc đến điều đã xảy ra.
web-guide-again = Bắt đầu lại
web-guide-codes = Đọc tiếp:

## Nguồn

web-sources-lead = Mọi điều kể ở đây dựa trên những nguồn này. Điều được đo có nêu phiên bản.
web-source = Nguồn
web-cited-by = Được dẫn bởi

## Không có trang như vậy

web-missing-title = Không có trang như vậy
web-missing-text = Mọi mã đóng từ 0 đến 65535 đều có chỗ trong bảng mã.
