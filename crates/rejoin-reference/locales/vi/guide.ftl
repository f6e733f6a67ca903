# Vì sao tôi bị đóng? Các câu hỏi, những gì có thể trả lời, và kết luận.
# Mỗi dòng một thông báo. Phần phải giữ chiều từ trái sang phải nằm giữa các dấu nháy ngược.

g-q-opened = Kết nối có mở trước khi kết thúc không?
g-c-opened-yes = Có: đã gửi được thông điệp.
g-c-opened-no = Không: nó chưa từng mở.
g-c-opened-number = Tôi chỉ có một con số.

g-q-handshake = Lần thử nhận lại được gì?
g-c-handshake-nothing = Không gì cả: bị từ chối hoặc hết thời gian.
g-c-handshake-tls = Một lỗi về chứng chỉ hoặc TLS.
g-c-handshake-login = Mã trạng thái HTTP 401 hoặc 403.
g-c-handshake-status = Mã trạng thái HTTP khác, chẳng hạn 200, 302, 400, 404, 426 hoặc 502.
g-c-handshake-switched = Mã 101, mà máy khách vẫn bỏ cuộc.
g-c-handshake-browser = Tôi chỉ thấy 1006 trong trình duyệt.

g-q-number = Bạn có số nào?
g-c-number-planned = 1000 hoặc 1001
g-c-number-data = 1002, 1003, 1007 hoặc 1009
g-c-number-empty = 1005
g-c-number-lost = 1006
g-c-number-refused = 1008, 3000 hoặc 3003
g-c-number-extension = 1010
g-c-number-service = 1011, 1012, 1013 hoặc 1014
g-c-number-slow = 3008
g-c-number-private = Số khác từ 3000 đến 4999
g-c-number-other = Bất kỳ số nào khác

g-q-wanted = Có ai muốn kết nối này kết thúc không?
g-c-wanted-yes = Có: việc đã xong, hoặc trang bị rời bỏ.
g-c-wanted-deploy = Không. Một máy chủ hoặc proxy được khởi động lại.
g-c-wanted-silence = Không. Nó đã im lặng, hoặc đã sống lâu.

g-q-sent = Ngay trước khi kết thúc đã gửi gì?
g-c-sent-large = Một thông điệp lớn
g-c-sent-binary = Dữ liệu nhị phân đến máy chủ chờ văn bản, hoặc ngược lại
g-c-sent-text = Văn bản, bằng ngôn ngữ hoặc từ nguồn có thể không phải UTF-8
g-c-sent-ordinary = Không có gì khác thường

g-q-moment = Nó kết thúc khi nào?
g-c-moment-fixed = Sau 30, 60 hoặc 100 giây, hoặc một thời gian cố định khác
g-c-moment-together = Với mọi máy khách cùng lúc
g-c-moment-large = Ngay sau một thông điệp lớn
g-c-moment-random = Bất cứ lúc nào, chỗ này chỗ kia một máy khách

g-q-credentials = Thông tin xác thực của bạn có đủ, hợp lệ và chưa hết hạn không?
g-c-credentials-no = Không, hoặc tôi không biết.
g-c-credentials-yes = Có.

g-q-rate = Máy khách có gửi rất nhiều, hoặc rất thường xuyên không?
g-c-rate-yes = Có.
g-c-rate-no = Không.

g-q-reason = Lý do của 1010 nói gì?
g-c-reason-names = Nó nêu tên phần mở rộng, chẳng hạn `permessage-deflate`.
g-c-reason-okhttp = `unexpected Sec-WebSocket-Extensions in response header`
g-c-reason-other = Điều khác, hoặc không gì cả.

g-q-service = Là mã nào trong bốn mã?
g-c-service-ping = 1011 với `keepalive ping timeout`
g-c-service-failed = 1011 với lý do khác hoặc không có lý do
g-c-service-restart = 1012
g-c-service-busy = 1013
g-c-service-gateway = 1014

g-a-unreachable = Không đến được máy chủ. Kiểm tra tên, cổng và tường lửa, và máy chủ có đang lắng nghe không. Thử lại với khoảng trễ ngẫu nhiên tăng dần là đúng.
g-a-tls = TLS thất bại. Kiểm tra rằng chứng chỉ chưa hết hạn, nêu đúng máy này và đi kèm cả chuỗi, và scheme hợp với cổng. Thử lại không giúp được.
g-a-refused = Máy chủ từ chối bạn trước khi kết nối mở. Với 401 làm mới thông tin xác thực; với 403 xin quyền. Kiểm tra cả `Origin`.
g-a-status = Thứ trả lời không phải máy chủ WebSocket của bạn, hoặc một proxy làm hỏng yêu cầu. Kiểm tra đường dẫn, và proxy có chuyển tiếp `Upgrade` và `Connection` qua HTTP/1.1 không. Chuyển hướng thường dẫn đến trang đăng nhập.
g-a-answer = 101 không hợp lệ. So `Sec-WebSocket-Accept`, `Sec-WebSocket-Extensions` và `Sec-WebSocket-Protocol` của yêu cầu và câu trả lời: không được có gì mà không ai yêu cầu.
g-a-browser = Trình duyệt giấu nguyên nhân. Xem bảng điều khiển và khung mạng của nó, hoặc lặp lại bắt tay ngoài trình duyệt: `rejoin check URL` cho thấy từng bước.
g-a-empty = Bên kia đóng đúng trật tự và không cho mã. Không có gì hỏng. Kết nối lại nếu bạn vẫn cần kết nối.
g-a-slow = Bên kia chờ quá lâu điều bạn phải gửi: đăng nhập, câu trả lời, dữ liệu. Hãy gửi sớm hơn. Với Centrifugo và AssemblyAI, số này có nghĩa khác.
g-a-private = Số này thuộc về một dịch vụ hoặc thư viện. Tìm xem đó là cái nào, và tra trong bảng của nó.
g-a-invalid = Số này không được gửi. Bên kia, hoặc một chương trình viết lại các lần đóng, có lỗi.
g-a-done = Một kết thúc có kế hoạch. Không có gì phải sửa. Mở kết nối mới khi bạn cần.
g-a-leaving = Máy chủ hoặc proxy rời đi có trật tự. Kết nối lại sau 0 đến 5 giây ngẫu nhiên. Nếu đó là máy chủ của bạn và nó trở lại, hãy gửi 1012.
g-a-silence = Một giới hạn im lặng hoặc tuổi thọ kết thúc nó: Cowboy và uWebSockets nói 1000, Jetty và Deno 1001, Bandit 1002. Gửi ping, nâng giới hạn, và kết nối lại.
g-a-large = Thông điệp vượt giới hạn của bên kia. Chia nó theo định dạng riêng, hoặc nâng giới hạn.
g-a-type = Bên kia chỉ nhận kiểu thông điệp còn lại. Đổi lệnh gửi nó.
g-a-text = Văn bản không phải UTF-8. Mã hóa nó bằng UTF-8, hoặc gửi dưới dạng nhị phân. Chromium nói 1002 cho trường hợp này.
g-a-protocol = Một khung vi phạm giao thức. Hãy nghi thư viện cũ, và proxy chỉ xử lý nén ở một phía. Thử không nén.
g-a-timeout = Một proxy đã cắt: 60 giây im lặng là nginx hoặc AWS, 100 giây là Cloudflare, sống 30 giây là Google Cloud. Gửi ping mỗi 20 giây, hoặc nâng giới hạn.
g-a-cut = Một máy chủ hoặc proxy được khởi động lại không một lời. Để máy chủ đóng bằng 1012 trước khi dừng, và nạp lại proxy ít hơn.
g-a-limit = Bên kia có giới hạn kích thước và không nói ra: uWebSockets (16 KiB) và tungstenite chỉ bỏ kết nối. Gửi ít hơn mỗi lần.
g-a-network = Mạng thay đổi và thiết bị ngủ. Kết nối lại với khoảng trễ ngẫu nhiên tăng dần, và gửi ping, để nhận ra kết nối đã chết.
g-a-renew = Lấy thông tin xác thực mới, rồi kết nối một lần. Lặp lại thông tin cũ sẽ kết thúc y như vậy.
g-a-rate = Bạn đã vượt một giới hạn của dịch vụ. Giảm tần suất và số kết nối trước khi kết nối lại.
g-a-rights = Bạn được nhận ra, và không được phép. Hỏi người cấp quyền. Ngừng tự động kết nối lại.
g-a-extension = Máy khách bắt buộc một phần mở rộng chưa được thỏa thuận. Bật nó trên máy chủ, để proxy cho `Sec-WebSocket-Extensions` qua, hoặc để nó tùy chọn.
g-a-okhttp = OkHttp không dùng được câu trả lời. Trả lời lời đề nghị của nó mà không kèm `client_max_window_bits` và không kèm tham số lạ.
g-a-broken = Một số thư viện, như faye, gửi 1010 khi phần mở rộng đã thỏa thuận thất bại lúc đang dùng. Kiểm tra việc nén ở cả hai bên.
g-a-ping = Một bên không nhận được trả lời cho ping kịp thời. Tìm vòng lặp sự kiện bị chặn, rồi đến đường truyền chậm.
g-a-failed = Máy chủ hỏng ngoài dự kiến. Nhật ký của nó cho biết thêm. Kết nối lại với khoảng trễ ngẫu nhiên tăng dần.
g-a-restart = Một lần khởi động lại có kế hoạch. Chờ khoảng thời gian mà lý do nêu, nếu không có thì 1 đến 5 giây ngẫu nhiên, rồi kết nối lại.
g-a-busy = Dịch vụ có quá nhiều việc. Thử địa chỉ khác, hoặc chờ lâu hơn sau mỗi lần thử.
g-a-gateway = Máy chủ phía sau một gateway hỏng. Hãy xem ở đó. Kết nối lại với khoảng trễ ngẫu nhiên tăng dần.
