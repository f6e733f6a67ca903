# Những gì được nói về hai mã cùng nhau.
# Mỗi dòng một thông báo. Phần phải giữ chiều từ trái sang phải nằm giữa các dấu nháy ngược.

p1000-1001-apart-1 = Số nằm trên đường truyền: `03 e8` là 1000, `03 e9` là 1001. Cả hai đều là kết thúc sạch.
p1000-1001-apart-2 = Một kết nối đóng bằng 1000 là quyết định của ai đó. Nhiều kết nối đóng bằng 1001 trong cùng một phút là một lần tắt máy chủ, hoặc một proxy khởi động lại.
p1000-1001-use-1000 = Việc của kết nối này đã xong, và không ai cần quay lại.
p1000-1001-use-1001 = Bạn rời đi dù việc có thể chưa xong: máy chủ dừng, hoặc trang bị rời bỏ.
p1000-1001-now = Sau 1000 hãy xem ứng dụng còn cần kết nối không. Sau 1001 kết nối lại sau 0 đến 5 giây ngẫu nhiên.

p1000-1005-apart-1 = Độ dài thân khung Close quyết định: hai byte trở lên là 1000, không byte nào là 1005.
p1000-1005-apart-2 = .NET và faye ghi 1000 cho cả hai. Nhật ký do chúng tạo ra không cho biết.
p1000-1005-use-1000 = Luôn luôn, khi bạn đóng có chủ ý và việc đã xong.
p1000-1005-use-1005 = Không bao giờ: không gửi được nó. Đó là điều bên kia ghi lại khi Close của bạn không có mã.
p1000-1005-now = Nếu chính phía bạn gây ra 1005, hãy cho lệnh đóng một mã. Nếu không, coi cả hai là kết thúc sạch.

p1001-1006-apart-1 = Với 1001 một khung Close đã đến, sau đó TCP kết thúc có trật tự. Với 1006 TCP chỉ kết thúc, bằng FIN, reset hoặc im lặng.
p1001-1006-apart-2 = Hãy xem thời điểm: proxy được nạp lại cắt mọi kết nối cùng lúc, với 1006. Máy chủ dừng có trật tự gửi 1001.
p1001-1006-use-1001 = Bạn dừng, và vẫn gửi được. Hãy làm trước khi tiến trình thoát.
p1001-1006-use-1006 = Không bao giờ: không ai gửi nó. Nếu máy khách của bạn thấy 1006 khi bạn triển khai, tiến trình của bạn kết thúc trước khi các khung Close rời đi.
p1001-1006-now = Trong cả hai trường hợp, kết nối lại sau khoảng trễ ngẫu nhiên. Sau nhiều lần 1006 hãy tìm thứ cắt kết nối; sau 1001 không có gì phải tìm.

p1001-1012-differ-return = Cùng địa chỉ có sớm phục vụ lại không?
p1001-1012-differ-return-1001 = có thể
p1001-1012-differ-return-1012 = có
p1001-1012-differ-known = Thư viện cũ có biết không
p1001-1012-differ-known-1001 = có, tất cả
p1001-1012-differ-known-1012 = không: Tomcat, uWebSockets, libwebsockets, faye và .NET trước 8 từ chối nó
p1001-1012-apart-1 = Trên đường truyền: `03 e9` và `03 f4`. Trong nhật ký của thư viện cũ, 1012 hiện thành 1002 hoặc 1006.
p1001-1012-apart-2 = 1001 cũng đến từ trình duyệt rời trang; 1012 chỉ đến từ máy chủ.
p1001-1012-use-1001 = Bạn không biết có trở lại hay không hoặc khi nào, hoặc một số máy khách của bạn từ chối 1012.
p1001-1012-use-1012 = Bạn khởi động lại, và máy khách quay lại sau vài giây sẽ tìm thấy bạn.
p1001-1012-now = Sau 1012 chờ khoảng thời gian mà máy chủ nêu, nếu không có thì 1 đến 5 giây. Sau 1001 kết nối lại sau 0 đến 5 giây ngẫu nhiên, và sẵn sàng cho một lần vắng lâu hơn.

p1001-1013-apart-1 = `03 e9` và `03 f5`. Sau 1001, kết nối mới bị từ chối hoặc đến máy chủ khác; sau 1013, cùng máy chủ vẫn chạy.
p1001-1013-apart-2 = Tải tăng trước lúc đóng cho thấy 1013; một đợt triển khai cho thấy 1001.
p1001-1013-use-1001 = Bạn rời đi. Máy khách có thể thử lại hoặc thử nơi khác.
p1001-1013-use-1013 = Bạn ở lại, nhưng lúc này không phục vụ được máy khách này.
p1001-1013-now = Sau 1001 sớm quay lại. Sau 1013 thử địa chỉ khác của dịch vụ, hoặc chờ lâu và lâu hơn nữa.

p1002-1003-apart-1 = 1002 theo sau một khung sai ở phần đầu. 1003 theo sau một khung dữ liệu đúng, ngay sau thông điệp.
p1002-1003-apart-2 = Gửi lại thông điệp bằng kiểu kia: với 1003 điều đó có ích, với 1002 thì không.
p1002-1003-use-1002 = Một khung vi phạm quy tắc của giao thức.
p1002-1003-use-1003 = Một khung đúng mang văn bản ở nơi bạn nhận nhị phân, hoặc ngược lại.
p1002-1003-now = Với 1002 hãy nghi thư viện và proxy. Với 1003 hãy xem chính lệnh gửi thông điệp của bạn.

p1002-1007-apart-1 = Xem các byte trước Close: phần đầu sai nghĩa là 1002, văn bản không phải UTF-8 nghĩa là 1007.
p1002-1007-apart-2 = Chromium cũng nói 1002 khi UTF-8 sai, và trang của chính nó thấy 1006.
p1002-1007-use-1002 = Bit, độ dài, thứ tự hoặc mặt nạ của khung sai.
p1002-1007-use-1007 = Khung đúng, nhưng nội dung không hợp: UTF-8 sai, hoặc dữ liệu nén không giải nén được.
p1002-1007-now = Với 1002 hãy cập nhật thư viện hoặc tìm proxy. Với 1007 hãy sửa bộ mã hóa.

p1002-1010-differ-answer = Câu trả lời của máy chủ với 101
p1002-1010-differ-answer-1002 = hợp lệ; lỗi đến sau
p1002-1010-differ-answer-1010 = hợp lệ, nhưng thiếu phần mở rộng
p1002-1010-differ-sent = Được gửi khi
p1002-1010-differ-sent-1002 = gặp khung không hợp lệ đầu tiên
p1002-1010-differ-sent-1010 = ngay sau bắt tay, trước mọi dữ liệu
p1002-1010-apart-1 = So hai tiêu đề `Sec-WebSocket-Extensions`. Đề nghị mà không được đồng ý: có thể là 1010. Không thỏa thuận, mà một khung bật RSV1: 1002.
p1002-1010-apart-2 = Câu trả lời có phần mở rộng không được đề nghị không dẫn đến mã nào trong hai: máy khách làm bắt tay thất bại mà không có khung Close.
p1002-1010-use-1002 = Bạn nhận một khung mà không phần mở rộng đã thỏa thuận nào giải thích được.
p1002-1010-use-1010 = Bạn là máy khách, và câu trả lời thiếu một phần mở rộng mà bạn không thể thiếu. Ghi tên nó vào lý do.
p1002-1010-now = Với 1010 hãy bật phần mở rộng, hoặc đừng bắt buộc nó nữa. Với 1002 hãy tìm ai nén mà không có thỏa thuận, thường là proxy.

p1003-1007-apart-1 = 1003 đến với mọi thông điệp thuộc kiểu không được nhận, dù nói gì. 1007 chỉ đến với những thông điệp có nội dung hỏng.
p1003-1007-apart-2 = Starlette gửi 1003 cho JSON không phân tích được. Theo định nghĩa, đó không phải mã nào trong hai.
p1003-1007-use-1003 = Bạn không nhận thông điệp kiểu này.
p1003-1007-use-1007 = Các byte không hợp với kiểu mà khung nêu.
p1003-1007-now = Với 1003 hãy đổi kiểu thông điệp. Với 1007 hãy kiểm tra các byte. Với JSON hỏng, dùng 1008 hoặc mã riêng.

p1003-1008-apart-1 = Với 1003 vấn đề là kiểu của khung, và mọi thông điệp kiểu đó bị từ chối. Với 1008 cùng kiểu ấy được nhận vào lúc khác.
p1003-1008-use-1003 = Văn bản đến nơi chỉ nhận nhị phân, hoặc ngược lại.
p1003-1008-use-1008 = Thông điệp vi phạm một quy tắc của ứng dụng.
p1003-1008-now = Với 1003 hãy đổi kiểu. Với 1008 hãy đọc lý do và tài liệu của dịch vụ.

p1004-1009-apart-1 = 1009 là `03 f1`. 1004, `03 ec`, không nên xuất hiện.
p1004-1009-apart-2 = Khi một chương trình cũ ghi 1004, nó thường có nghĩa "quá lớn", như trong các bản thảo của giao thức.
p1004-1009-use-1004 = Không bao giờ. Nó được dành riêng.
p1004-1009-use-1009 = Một thông điệp lớn hơn mức bạn nhận.
p1004-1009-now = Thay 1004 bằng 1009 trong chương trình gửi nó.

p1005-1006-differ-frame = Có khung Close nào đến không?
p1005-1006-differ-frame-1005 = có, không mang mã
p1005-1006-differ-frame-1006 = không
p1005-1006-differ-clean = `wasClean` trong trình duyệt
p1005-1006-differ-clean-1005 = true
p1005-1006-differ-clean-1006 = false
p1005-1006-apart-1 = Trong bản bắt gói, tìm các byte `88 00` từ máy chủ (1005). Với 1006 không có khung nào bắt đầu bằng `88`.
p1005-1006-apart-2 = Trong mã nguồn, 1005 thường có cờ sạch và 1006 có một lỗi đi kèm.
p1005-1006-use-1005 = Không bao giờ được gửi. Bạn đọc thấy nó khi bên kia đóng mà không cho mã.
p1005-1006-use-1006 = Không bao giờ được gửi. Bạn đọc thấy nó khi kết nối bị mất hoặc không mở.
p1005-1006-now = Với 1005 không có gì hỏng: kết nối lại nếu cần, và đề nghị bên kia gửi mã. Với 1006 hãy tìm thứ đã cắt kết nối.

p1006-1009-apart-1 = 1009 do bên kia nói. Nếu kết nối đứt với 1006 ngay sau một thông điệp lớn, bên kia có thể có giới hạn mà không nói: uWebSockets (16 KiB) và tungstenite làm vậy.
p1006-1009-apart-2 = Gửi cùng thông điệp thành các phần nhỏ hơn: nếu kết nối còn, đó là do kích thước.
p1006-1009-use-1006 = Không bao giờ được gửi.
p1006-1009-use-1009 = Một thông điệp quá lớn. Hãy nói ra trước khi đóng.
p1006-1009-now = So kích thước của thông điệp cuối với giới hạn của bên kia, rồi mới xem mạng.

p1006-1010-apart-1 = 1010 cần một kết nối đang mở. Nếu chính bắt tay thất bại, không có khung Close nào, và bạn thấy 1006.
p1006-1010-apart-2 = Câu trả lời chứa phần mở rộng không được đề nghị, hoặc tham số sai, làm bắt tay thất bại: 1006. Câu trả lời thiếu một phần mở rộng để máy khách lựa chọn: 1010.
p1006-1010-use-1006 = Không bao giờ được gửi.
p1006-1010-use-1010 = Bạn là máy khách, kết nối đang mở, và thiếu một phần mở rộng bắt buộc.
p1006-1010-now = Xem cả hai tiêu đề `Sec-WebSocket-Extensions`. Câu trả lời có thừa: sửa máy chủ hoặc proxy. Có thiếu: bật phần mở rộng hoặc đừng bắt buộc nó nữa.

p1006-1011-apart-1 = 1011 do một chương trình còn chạy gửi. Tiến trình chết không gửi gì: 1006.
p1006-1011-apart-2 = Một kết nối đóng bằng 1011 cho thấy một yêu cầu. Mọi kết nối kết thúc bằng 1006 cùng lúc cho thấy sập, bị giết hoặc mạng.
p1006-1011-use-1006 = Không bao giờ được gửi.
p1006-1011-use-1011 = Bộ xử lý của bạn hỏng, nhưng tiến trình còn sống: đóng bằng 1011, để máy khách biết.
p1006-1011-now = Với 1011 đọc nhật ký máy chủ. Với 1006 trước hết kiểm tra tiến trình có sống không, rồi đến proxy.

p1006-1012-apart-1 = Lần khởi động lại được báo trước cho thấy 1012. Lần cắt ngang cho thấy 1006, với mọi máy khách cùng lúc.
p1006-1012-apart-2 = uWebSockets báo 1012 nhận được là 1006, Tomcat là 1002. Hãy xem khung trước khi tin nhật ký như vậy.
p1006-1012-use-1006 = Không bao giờ được gửi. Máy khách của bạn thấy nó khi bạn khởi động lại không một lời, hoặc khi proxy ở giữa cắt trước.
p1006-1012-use-1012 = Bạn khởi động lại có trật tự, và sẽ trở lại.
p1006-1012-now = Nếu các đợt triển khai hiện thành 1006, hãy để máy chủ đóng bằng 1012 trước khi dừng, và đừng để proxy cắt sớm hơn.

p1006-1014-apart-1 = Chỉ gateway biết nói WebSocket mới gửi được 1014. Proxy chuyển byte kết thúc TCP khi máy chủ phía sau hỏng: 1006.
p1006-1014-apart-2 = Máy khách có thư viện không biết 1014 báo lỗi giao thức thay vào đó.
p1006-1014-use-1006 = Không bao giờ được gửi.
p1006-1014-use-1014 = Bạn là gateway, máy chủ phía sau bạn hỏng, và máy khách của bạn hiểu 1014.
p1006-1014-now = Trong cả hai trường hợp, trước hết hãy xem máy chủ phía sau proxy. Kết nối lại với khoảng trễ ngẫu nhiên tăng dần.

p1006-1015-apart-1 = Không mã nào có trên đường truyền. Thử cùng máy bằng một yêu cầu HTTPS: nếu cũng thất bại, đó là TLS.
p1006-1015-apart-2 = Trình duyệt báo 1006 cho cả hai; chỉ Firefox báo 1015, trong một trường hợp. Bảng điều khiển của trình duyệt nêu lỗi chứng chỉ.
p1006-1015-use-1006 = Không bao giờ được gửi. Nó bao gồm mọi thứ kết thúc mà không có khung Close.
p1006-1015-use-1015 = Không bao giờ được gửi. Thư viện có thể báo nó khi TLS thất bại.
p1006-1015-now = Với TLS, kiểm tra hạn dùng, tên máy, chuỗi và đồng hồ. Thử lại không giúp được. Với 1006 khác, trước hết hãy tìm giai đoạn.

p1006-3008-apart-1 = 3008 đến trong khung Close từ đầu kia, bên đã chờ quá lâu. Proxy chờ quá lâu thì không gửi gì: 1006, thường sau đúng 30, 60 hoặc 100 giây.
p1006-3008-use-1006 = Không bao giờ được gửi.
p1006-3008-use-3008 = Bên kia không làm kịp điều ứng dụng của bạn chờ.
p1006-3008-now = Với 3008 hãy làm việc đến hạn sớm hơn. Với 1006 vào thời điểm cố định, gửi ping dày hơn, hoặc nâng giới hạn của proxy.

p1008-1009-apart-1 = 1009 theo ngay sau một thông điệp lớn. 1008 có thể theo sau bất cứ điều gì, kể cả không gì cả.
p1008-1009-apart-2 = Gửi một thông điệp nhỏ cùng loại: nếu được nhận, vấn đề là kích thước.
p1008-1009-use-1008 = Một quy tắc không có mã riêng bị vi phạm.
p1008-1009-use-1009 = Một thông điệp lớn hơn mức bạn nhận.
p1008-1009-now = Với 1009 hãy chia hoặc thu nhỏ thông điệp. Với 1008 hãy đọc lý do.

p1008-1013-apart-1 = 1008 đánh vào một máy khách, máy đã làm quá nhiều. 1013 đánh vào nhiều máy cùng lúc.
p1008-1013-apart-2 = Tần suất yêu cầu của chính bạn cho biết: nếu thấp, vấn đề là tải của dịch vụ.
p1008-1013-use-1008 = Máy khách này vượt giới hạn hoặc vi phạm quy tắc.
p1008-1013-use-1013 = Cả dịch vụ có quá nhiều việc.
p1008-1013-now = Sau 1008 hãy đổi những gì bạn gửi trước khi kết nối lại. Sau 1013 đừng đổi gì, và chờ.

p1008-3000-apart-1 = `03 f0` và `0b b8`. Chỉ lý do mới cho biết một 1008 có phải về thông tin xác thực không.
p1008-3000-apart-2 = Với Centrifugo và SockJS, 3000 có nghĩa khác. Hãy kiểm tra máy chủ dùng thư viện nào.
p1008-3000-use-1008 = Máy khách của bạn cũ hoặc dùng uWebSockets, hoặc bạn muốn giấu nguyên nhân.
p1008-3000-use-3000 = Thông tin xác thực thiếu hoặc hết hạn, và máy khách được phép biết.
p1008-3000-now = Lấy thông tin xác thực mới trước khi kết nối lại. Nếu 1008 không nêu lý do, coi đó là lời từ chối lâu dài.

p1008-3003-apart-1 = Chỉ số hoặc lý do mới cho biết. 3003 luôn nói về quyền; 1008 có thể nói về bất cứ điều gì.
p1008-3003-use-1008 = Quy tắc không có mã riêng, hoặc chi tiết phải giấu.
p1008-3003-use-3003 = Người dùng được biết và không có quyền ở đây.
p1008-3003-now = Trong cả hai trường hợp, ngừng tự động kết nối lại. Với 3003 hãy hỏi người cấp quyền.

p1008-4401-apart-1 = 4401 là mã riêng: nó chỉ có nghĩa "chưa xác thực" ở nơi dịch vụ nói vậy, như graphql-ws, Hocuspocus và Signal.
p1008-4401-use-1008 = Bên kia không có bảng mã riêng của bạn.
p1008-4401-use-4401 = Cả hai đầu là của bạn, hoặc theo quy ước 4000 cộng mã trạng thái HTTP. Mọi thư viện đều cho số này qua, cả uWebSockets.
p1008-4401-now = Với 4401 hãy làm mới thông tin xác thực. Với 1008 hãy đọc lý do trước.

p1010-1012-differ-when = Lúc nào trong đời của kết nối
p1010-1012-differ-when-1010 = ngay sau bắt tay, trước mọi dữ liệu
p1010-1012-differ-when-1012 = bất cứ lúc nào, thường sau nhiều giờ
p1010-1012-differ-many = Bao nhiêu kết nối cùng lúc
p1010-1012-differ-many-1010 = một máy khách, hoặc một loại máy khách
p1010-1012-differ-many-1012 = mọi kết nối của một máy chủ
p1010-1012-differ-reason = Lý do nói gì
p1010-1012-differ-reason-1010 = các phần mở rộng cần có, chẳng hạn `permessage-deflate`
p1010-1012-differ-reason-1012 = tự do; Rejoin thêm một khoảng thời gian, chẳng hạn `retry=1.0-5.0`
p1010-1012-differ-act = Ai phải hành động
p1010-1012-differ-act-1010 = người cấu hình máy chủ hoặc proxy, hoặc viết máy khách
p1010-1012-differ-act-1012 = không ai
p1010-1012-differ-again = Cùng lần thử ấy lặp lại
p1010-1012-differ-again-1010 = kết thúc y như vậy
p1010-1012-differ-again-1012 = thành công khi dịch vụ trở lại
p1010-1012-differ-old = Trong thư viện cũ
p1010-1012-differ-old-1010 = được biết từ RFC 6455 (2011)
p1010-1012-differ-old-1012 = một số không biết: chúng hiện 1002 hoặc 1006
p1010-1012-differ-wild = Thực tế ai gửi nó
p1010-1012-differ-wild-1010 = OkHttp và faye, với nghĩa riêng; máy khách của Rejoin
p1010-1012-differ-wild-1012 = Uvicorn, Phoenix, Bandit, máy chủ của Rejoin
p1010-1012-differ-alarm = Trong giám sát
p1010-1012-differ-alarm-1010 = báo động: một số máy khách hoàn toàn không làm việc được
p1010-1012-differ-alarm-1012 = một con số: so nó với các đợt triển khai
p1010-1012-apart-1 = Trên đường truyền, khung Close bắt đầu bằng `03 f2` với 1010 và `03 f4` với 1012. 1010 đi từ máy khách đến máy chủ và có mặt nạ; 1012 đi từ máy chủ đến máy khách. Câu đáp lại mang cùng số, nên hãy xem ai gửi trước.
p1010-1012-apart-2 = Trong nhật ký, 1010 đến trong vòng một giây sau bắt tay, lặp đi lặp lại từ cùng những máy khách. 1012 đến với tất cả trong vài giây hoặc vài phút của lần khởi động lại, rồi thôi.
p1010-1012-apart-3 = Xem `Sec-WebSocket-Extensions` của câu trả lời. Nếu ở đó thiếu một phần mở rộng đã đề nghị, hoặc có tham số mà máy khách không đề nghị, 1010 đã được giải thích. 1012 không liên quan gì đến tiêu đề.
p1010-1012-use-1010 = Bạn viết máy khách không làm việc được nếu thiếu một phần mở rộng. Bắt tay đã thành công, và câu trả lời không có nó. Đóng bằng 1010 và nêu tên phần mở rộng. Máy chủ không bao giờ mở đầu bằng 1010: nó từ chối bắt tay thay vào đó.
p1010-1012-use-1012 = Bạn vận hành máy chủ sắp khởi động lại và sẽ sớm trở lại. Để tiến trình mới lắng nghe trước, trải việc đóng theo thời gian, và nêu khoảng thời gian để quay lại.
p1010-1012-now = Với 1010 đừng thử lại. So lời đề nghị và câu trả lời, tìm xem máy chủ hay proxy đã gỡ phần mở rộng, rồi bật nó hoặc để nó tùy chọn. Với 1012 không phải làm gì: máy khách chờ, mặc định 1 đến 5 giây ngẫu nhiên, hoặc theo khoảng của máy chủ, rồi kết nối lại. Nếu nó không làm vậy, hãy sửa máy khách.

p1011-1012-apart-1 = 1011 đánh vào từng kết nối bất cứ lúc nào. 1012 đánh vào tất cả, lúc triển khai.
p1011-1012-apart-2 = Hypercorn đóng tất cả bằng 1011 khi dừng: ở đó 1011 có thể là khởi động lại có kế hoạch.
p1011-1012-use-1011 = Có gì đó hỏng mà lẽ ra không được hỏng.
p1011-1012-use-1012 = Kết thúc này có kế hoạch, và bạn sẽ trở lại.
p1011-1012-now = Với 1011 đọc nhật ký. Với 1012 chờ và kết nối lại; không có gì hỏng.

p1011-1013-apart-1 = 1011 đi kèm một lỗi trong nhật ký máy chủ. 1013 đi kèm tải cao, và có thể không có lỗi nào.
p1011-1013-use-1011 = Bạn không lường trước điều đã xảy ra.
p1011-1013-use-1013 = Bạn biết mình quá tải, và tự bảo vệ.
p1011-1013-now = Trong cả hai trường hợp, kết nối lại với khoảng trễ ngẫu nhiên tăng dần; sau 1013 bắt đầu bằng khoảng dài hơn, hoặc chọn địa chỉ khác.

p1011-1014-apart-1 = Tùy ai nói: 1014 do gateway gửi về một máy chủ phía sau nó. Trong HTTP, cặp này là 500 và 502.
p1011-1014-apart-2 = Nhật ký của gateway nêu máy chủ phía sau nó; nhật ký của máy chủ đó có nguyên nhân.
p1011-1014-use-1011 = Lỗi ở chương trình gửi Close.
p1011-1014-use-1014 = Lỗi ở máy chủ phía sau bên gửi, và máy khách hiểu 1014.
p1011-1014-now = Tìm ở nơi mã chỉ: máy chủ này với 1011, máy chủ phía sau với 1014. Nếu máy khách của bạn có thể cũ, gửi 1011 cho cả hai.

p1012-1013-differ-soon = Quay lại sớm có được hoan nghênh không?
p1012-1013-differ-soon-1012 = có, trong vài giây
p1012-1013-differ-soon-1013 = không
p1012-1013-differ-delay = Khoảng trễ đầu mà đăng ký yêu cầu
p1012-1013-differ-delay-1012 = 5 đến 30 giây ngẫu nhiên
p1012-1013-differ-delay-1013 = địa chỉ khác, hoặc khi người dùng yêu cầu
p1012-1013-apart-1 = `03 f4` và `03 f5`. Cả hai được đăng ký bằng cùng một thư năm 2012.
p1012-1013-apart-2 = Sau 1012, kết nối mới sớm thành công. Sau 1013, chúng thường kết thúc bằng 503 hoặc lại 1013.
p1012-1013-use-1012 = Bạn khởi động lại, và năng lực của bạn sẽ có lại.
p1012-1013-use-1013 = Bạn chạy, nhưng ở mức giới hạn. Quay lại sẽ làm mọi thứ tệ hơn.
p1012-1013-now = Sau 1012 quay lại sau khoảng thời gian đó. Sau 1013 thử địa chỉ khác, hoặc nhân đôi khoảng trễ mỗi lần.

p1013-1014-apart-1 = Theo cách nói của HTTP, 1013 gần với 503 và 1014 gần với 502.
p1013-1014-use-1013 = Chính dịch vụ có quá nhiều việc.
p1013-1014-use-1014 = Máy chủ phía sau gateway không đưa ra câu trả lời hợp lệ.
p1013-1014-now = Trong cả hai trường hợp, kết nối lại với khoảng trễ ngẫu nhiên tăng dần. Với 1014 hãy xem máy chủ phía sau, với 1013 xem năng lực.

p1013-3008-apart-1 = 3008 nói về một bên chậm. 1013 nói về một dịch vụ có quá nhiều tải.
p1013-3008-apart-2 = Trong Centrifugo, 3008 nói rằng máy khách đọc quá chậm; trong AssemblyAI, rằng phiên đã đạt thời lượng dài nhất.
p1013-3008-use-1013 = Lúc này bạn không có năng lực cho máy khách này.
p1013-3008-use-3008 = Máy khách này không làm kịp việc đến hạn.
p1013-3008-now = Sau 1013 chờ lâu. Sau 3008 làm máy khách nhanh hơn, rồi kết nối lại.

p3000-3003-apart-1 = 3000 hỏi bên kia là ai; 3003 đã biết. Trong HTTP chúng là 401 và 403.
p3000-3003-apart-2 = Đăng nhập lại bằng cùng người dùng: nếu có ích, đó là trường hợp của 3000.
p3000-3003-use-3000 = Thông tin xác thực thiếu, sai hoặc hết hạn.
p3000-3003-use-3003 = Thông tin xác thực đúng, nhưng thiếu quyền.
p3000-3003-now = Sau 3000 lấy thông tin xác thực mới và kết nối một lần. Sau 3003 dừng lại, và xin quyền.

p3000-4401-apart-1 = 3000 đã đăng ký và ở đâu cũng cùng nghĩa, trừ các thư viện cũ hơn như Centrifugo và SockJS. 4401 là quy ước, không phải đăng ký.
p3000-4401-use-3000 = Bạn muốn một nghĩa đã đăng ký, và không máy khách nào của bạn dùng uWebSockets.
p3000-4401-use-4401 = Bạn muốn số này đến được mọi thư viện, và cả hai đầu biết quy ước.
p3000-4401-now = Trong cả hai trường hợp, làm mới thông tin xác thực.

p3003-4403-apart-1 = 3003 đã đăng ký. 4403 là quy ước, 4000 cộng mã trạng thái HTTP 403.
p3003-4403-apart-2 = graphql-ws mặc định thử lại sau 4403, dù quyền có thể vẫn thiếu.
p3003-4403-use-3003 = Bạn muốn một nghĩa đã đăng ký, và không máy khách nào của bạn dùng uWebSockets.
p3003-4403-use-4403 = Cả hai đầu biết quy ước, hoặc máy khách của bạn dùng uWebSockets.
p3003-4403-now = Đừng tự thử lại. Xin quyền, rồi kết nối lại.
