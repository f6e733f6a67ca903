# Các dịch vụ, thư viện và giao thức muốn nói gì bằng một mã.
# Mỗi dòng một thông báo. Phần phải giữ chiều từ trái sang phải nằm giữa các dấu nháy ngược.

s-assemblyai-note = Trước khi một lỗi đóng kết nối, một thông điệp JSON kiểu `Error` cho biết điều gì đã xảy ra. `error_code` của nó là mã đóng đi sau; `retryable` và `retry_after_seconds` cho biết có quay lại không và khi nào. Lý do của khung chỉ là `See Error message for details`.
s-assemblyai-3006 = Yêu cầu kết nối hoặc một thông điệp không hợp lệ. Thông điệp `Error` nêu tham số.
s-assemblyai-3008 = Phiên đã đạt thời lượng dài nhất. Hãy mở phiên mới.

s-assemblyai-legacy-note = Đây là các mã của dịch vụ thời gian thực cũ. Dịch vụ luồng hiện nay dùng mã khác.
s-assemblyai-legacy-4000 = Tần số lấy mẫu không phải số nguyên dương.
s-assemblyai-legacy-4001 = Không được phép: khóa API hoặc token sai.
s-assemblyai-legacy-4002 = Tài khoản hết tiền.
s-assemblyai-legacy-4003 = Tính năng này không thuộc tài khoản miễn phí.
s-assemblyai-legacy-4004 = Phiên không tồn tại.
s-assemblyai-legacy-4008 = Phiên đã hết hạn.
s-assemblyai-legacy-4010 = Phiên đã bị đóng trước đó.
s-assemblyai-legacy-4029 = Âm thanh được gửi quá nhanh.
s-assemblyai-legacy-4030 = Một kết nối khác đang phục vụ phiên này.
s-assemblyai-legacy-4031 = Phiên nhàn rỗi quá lâu.
s-assemblyai-legacy-4032 = Đoạn âm thanh quá ngắn.
s-assemblyai-legacy-4033 = Đoạn âm thanh quá dài.
s-assemblyai-legacy-4034 = Đoạn âm thanh quá nhỏ để chuyển đổi.
s-assemblyai-legacy-4101 = Một thông điệp không khớp với lược đồ.
s-assemblyai-legacy-4102 = Tài khoản mở quá nhiều luồng.
s-assemblyai-legacy-4103 = Phiên này đã được kết nối lại ở nơi khác; kết nối này không còn hiệu lực.

s-deepgram-stt-note = Deepgram dùng các mã chuẩn. Từ khóa ở đầu lý do cho biết điều gì đã xảy ra.
s-deepgram-stt-1008 = `DATA-0000`: không giải mã được dữ liệu thành âm thanh. Kiểm tra định dạng, kiểu mã hóa và tần số lấy mẫu.
s-deepgram-stt-1011 = `NET-0000`: Deepgram không trả lời kịp. `NET-0001`: không có âm thanh nào đến trong khoảng 10 giây; hãy gửi âm thanh hoặc thông điệp `KeepAlive`.

s-deepgram-tts-note = Deepgram dùng các mã chuẩn. Từ khóa ở đầu lý do cho biết điều gì đã xảy ra.
s-deepgram-tts-1003 = `MESSAGE-0000`: chỉ nhận thông điệp văn bản.
s-deepgram-tts-1008 = `DATA-0000`: thông điệp không phải lệnh đã biết. `DATA-0001`: văn bản có quá nhiều ký tự.
s-deepgram-tts-1009 = `BIG-0000`, `BIG-0001`: thông điệp quá lớn.
s-deepgram-tts-1011 = `NET-0000` đến `NET-0003`: vượt một giới hạn thời gian, trên đường đi hoặc trong phiên.

s-gemini-live-note = Dịch vụ không có mã riêng. Một kết nối sống khoảng 10 phút; thông điệp `GoAway` đến trước lúc kết thúc. Hãy tiếp tục phiên trên một kết nối mới.
s-gemini-live-1007 = Người dùng báo lại khi một phiên không thể tiếp tục. Hãy bắt đầu phiên mới.
s-gemini-live-1011 = Người dùng báo lại là `Deadline expired before operation could complete`. Hãy tiếp tục phiên hoặc bắt đầu phiên mới.

s-discord-gateway-note = Cùng những số này có nghĩa khác trên socket thoại và RPC của Discord. Trước một lần đóng có kế hoạch, gateway thường gửi opcode 7 (Reconnect); khi ấy hãy tiếp tục phiên.
s-discord-gateway-1001 = Discord muốn máy khách kết nối lại và tiếp tục phiên.
s-discord-gateway-4000 = Lỗi không rõ. Hãy kết nối lại.
s-discord-gateway-4001 = Một opcode hoặc payload của nó không hợp lệ.
s-discord-gateway-4002 = Không giải mã được một payload.
s-discord-gateway-4003 = Một payload đến trước khi định danh, hoặc phiên đã bị vô hiệu.
s-discord-gateway-4004 = Token của bot sai. Hãy thay nó trước.
s-discord-gateway-4005 = Máy khách định danh hai lần.
s-discord-gateway-4007 = Số thứ tự của lần tiếp tục không hợp lệ. Hãy bắt đầu phiên mới.
s-discord-gateway-4008 = Payload đến quá nhanh. Hãy chậm lại.
s-discord-gateway-4009 = Phiên hết thời gian. Hãy bắt đầu phiên mới.
s-discord-gateway-4010 = Shard trong định danh không hợp lệ.
s-discord-gateway-4011 = Bot ở trong quá nhiều máy chủ cho một kết nối: bắt buộc phải chia shard.
s-discord-gateway-4012 = Phiên bản của gateway API không hợp lệ.
s-discord-gateway-4013 = Một intent không hợp lệ. Kiểm tra cách tính các bit của nó.
s-discord-gateway-4014 = Một intent không được phép: hãy bật nó cho ứng dụng, hoặc xin duyệt.

s-discord-rpc-note = Máy chủ RPC chạy trên chính máy tính của người dùng. Các mã của nó không liên quan gì đến mã của gateway.
s-discord-rpc-4000 = Client ID không hợp lệ.
s-discord-rpc-4001 = Origin không được phép cho client ID này.
s-discord-rpc-4002 = Yêu cầu đến quá nhanh.
s-discord-rpc-4003 = Token đã bị thu hồi. Hãy lấy token mới.
s-discord-rpc-4004 = Phiên bản trong chuỗi kết nối không hợp lệ.
s-discord-rpc-4005 = Kiểu mã hóa trong chuỗi kết nối không hợp lệ.

s-discord-voice-note = Với vài mã, Discord nói có kết nối lại hay không, còn với các mã khác thì im lặng.
s-discord-voice-4001 = Opcode không hợp lệ.
s-discord-voice-4002 = Không giải mã được payload của định danh.
s-discord-voice-4003 = Một payload đến trước khi định danh.
s-discord-voice-4004 = Token trong định danh sai.
s-discord-voice-4005 = Máy khách định danh hai lần.
s-discord-voice-4006 = Phiên không còn hiệu lực.
s-discord-voice-4009 = Phiên hết thời gian.
s-discord-voice-4011 = Không tìm thấy máy chủ thoại.
s-discord-voice-4012 = Không nhận ra giao thức.
s-discord-voice-4014 = Máy khách bị ngắt: bị đuổi, hoặc phiên gateway của nó đã kết thúc.
s-discord-voice-4015 = Máy chủ thoại bị sập. Hãy tiếp tục phiên.
s-discord-voice-4016 = Không nhận ra chế độ mã hóa.
s-discord-voice-4017 = Kênh đòi mã hóa đầu cuối (DAVE), và máy khách không có.
s-discord-voice-4020 = Yêu cầu sai dạng.
s-discord-voice-4021 = Vượt giới hạn tần suất.
s-discord-voice-4022 = Cuộc gọi kết thúc với mọi người: kênh bị xóa, hoặc máy chủ thoại thay đổi.

s-fluxer-note = Bộ mã này theo bộ của Discord.
s-fluxer-4000 = Lỗi không rõ.
s-fluxer-4001 = Opcode không hợp lệ.
s-fluxer-4002 = Không giải mã được một payload.
s-fluxer-4003 = Một payload đến trước khi định danh.
s-fluxer-4004 = Token sai.
s-fluxer-4005 = Máy khách định danh hai lần.
s-fluxer-4007 = Số thứ tự của lần tiếp tục không hợp lệ.
s-fluxer-4008 = Payload đến quá nhanh.
s-fluxer-4009 = Phiên hết thời gian. Hãy bắt đầu phiên mới.
s-fluxer-4010 = Shard không hợp lệ.
s-fluxer-4011 = Bắt buộc phải chia shard.
s-fluxer-4012 = Phiên bản của gateway API không hợp lệ.

s-signal-note = Thấy trong mã nguồn của máy chủ.
s-signal-1011 = Máy chủ không đọc được các thông điệp đã lưu.
s-signal-4401 = Tài khoản phải xác thực lại.
s-signal-4409 = Cùng thiết bị đã kết nối ở nơi khác; kết nối đó thay thế kết nối này.

s-slack-note = Slack không có mã riêng. Trước khi kết thúc một kết nối, nó gửi một thông điệp JSON kiểu `disconnect` kèm lý do: `warning` và `refresh_requested` yêu cầu kết nối mới, `link_disabled` nói rằng Socket Mode đã bị tắt. Máy khách đóng bằng 1000. Máy chủ của Slack không đóng TCP sau bắt tay đóng, nên hãy dùng thời hạn.

s-twitch-eventsub-4000 = Một lỗi bên trong máy chủ của Twitch.
s-twitch-eventsub-4001 = Máy khách đã gửi thông điệp. Chỉ được gửi pong.
s-twitch-eventsub-4002 = Máy khách không trả lời ping bằng pong.
s-twitch-eventsub-4003 = Máy khách không tạo đăng ký nào trong 10 giây sau lời chào.
s-twitch-eventsub-4004 = Máy khách không chuyển sang địa chỉ mới trong 30 giây sau thông điệp kết nối lại.
s-twitch-eventsub-4005 = Hết thời gian mạng. Chỉ là tạm thời.
s-twitch-eventsub-4006 = Lỗi mạng. Chỉ là tạm thời.
s-twitch-eventsub-4007 = Địa chỉ kết nối lại không hợp lệ. Dùng địa chỉ trong thông điệp, không thay đổi.

s-aws-api-gateway-note = Một kết nối sống nhiều nhất 2 giờ và kết thúc sau 10 phút im lặng. Kết nối mà mã của bạn xóa qua API quản lý kết thúc bằng 1000.
s-aws-api-gateway-1009 = Một khung lớn hơn 32 KB, hoặc một thông điệp lớn hơn 128 KB.

s-aws-iot-wireless-note = Ở đây máy chủ nói; bất kỳ thông điệp nào từ máy khách đều kết thúc kết nối.
s-aws-iot-wireless-1000 = Yêu cầu đã được đáp ứng, hoặc phiên nhàn rỗi quá lâu.
s-aws-iot-wireless-1002 = Một lỗi giao thức.
s-aws-iot-wireless-1003 = Máy khách gửi dữ liệu nhị phân hoặc định dạng không được hỗ trợ.
s-aws-iot-wireless-1008 = Một chính sách bị vi phạm, hoặc việc cấp phép thất bại, ví dụ vì chữ ký hết hạn.
s-aws-iot-wireless-1011 = Một tình huống không lường trước hoặc lỗi nội bộ.

s-binance-note = Binance không công bố mã riêng. Một kết nối sống nhiều nhất 24 giờ. Máy chủ gửi ping và chờ pong kịp thời, và giới hạn số thông điệp một máy khách gửi mỗi giây. Trước một kết thúc có kế hoạch, nó gửi sự kiện tên `serverShutdown`.
s-binance-1008 = `Too many requests`: máy khách vượt một giới hạn. Hãy chậm lại trước khi kết nối lại.

s-home-assistant-note = Không có số nào để đọc. Token sai được trả lời bằng thông điệp kiểu `auth_invalid`, rồi kết nối kết thúc.

s-obs-note = Giao thức không nói với từng mã là có kết nối lại hay không.
s-obs-4000 = Lý do không rõ. Điều này không nên xảy ra.
s-obs-4002 = Không giải mã được một thông điệp.
s-obs-4003 = Thiếu một trường.
s-obs-4004 = Một trường có kiểu sai.
s-obs-4005 = Một trường có giá trị không hợp lệ.
s-obs-4006 = `op` thiếu hoặc không hợp lệ.
s-obs-4007 = Một thông điệp đến trước khi định danh.
s-obs-4008 = Máy khách định danh hai lần. Hãy dùng `Reidentify`.
s-obs-4009 = Mật khẩu sai.
s-obs-4010 = Máy chủ không nói phiên bản giao thức này.
s-obs-4011 = Người dùng đã gỡ máy khách này trong OBS. Đừng tự kết nối lại.
s-obs-4012 = Máy chủ không hỗ trợ một tính năng được yêu cầu.

s-pandascore-1000 = Trận đấu đã kết thúc.
s-pandascore-4001 = Thiếu token.
s-pandascore-4003 = Gói không bao gồm địa chỉ này.
s-pandascore-4029 = Trận đấu đã có 3 kết nối của tài khoản này.
s-pandascore-1001-1999 = Một lỗi ở phía PandaScore. Hãy kết nối lại, và lấy lại các sự kiện đã lỡ.

s-actioncable-note = Không có số nào để đọc. Một thông điệp JSON kiểu `disconnect` mang lý do (`unauthorized`, `invalid_request`, `server_restart` hoặc `remote`) và cờ `reconnect` cho biết có quay lại hay không.

s-centrifugo-note = Khoảng cho biết có kết nối lại không; thư viện tự làm điều đó. Các số 3000 và 3008 ở đây có nghĩa khác với trong sổ đăng ký IANA.
s-centrifugo-3000 = Kết nối bị đóng không kèm lời khuyên, hoặc bị mất.
s-centrifugo-3001 = Máy chủ đang tắt.
s-centrifugo-3004 = Một lỗi nội bộ của máy chủ.
s-centrifugo-3005 = Kết nối đã hết hạn.
s-centrifugo-3006 = Một đăng ký nhận tin đã hết hạn.
s-centrifugo-3008 = Máy khách đọc không đủ nhanh.
s-centrifugo-3009 = Ghi đến máy khách thất bại.
s-centrifugo-3010 = Máy chủ thấy vị trí của máy khách trong một luồng là sai. Nó khôi phục khi kết nối lại.
s-centrifugo-3011 = Máy chủ yêu cầu máy khách kết nối lại.
s-centrifugo-3012 = Máy khách không trả lời một ping.
s-centrifugo-3013 = Máy khách gửi quá nhiều lệnh.
s-centrifugo-3014 = Trạng thái của máy khách không còn hiệu lực; nó bắt đầu lại từ đầu.
s-centrifugo-3500 = Token không hợp lệ.
s-centrifugo-3501 = Một khung trong giao thức của máy khách sai dạng.
s-centrifugo-3502 = Máy khách không xác thực kịp.
s-centrifugo-3503 = Máy chủ yêu cầu máy khách tránh xa.
s-centrifugo-3504 = Đã đạt giới hạn số kết nối.
s-centrifugo-3505 = Đã đạt giới hạn số kênh.
s-centrifugo-3506 = Định dạng của máy khách không mang được dữ liệu, ví dụ dữ liệu nhị phân cho máy khách JSON.
s-centrifugo-3507 = Thiếu quyền.
s-centrifugo-3508 = Thứ được yêu cầu không có sẵn.
s-centrifugo-3509 = Máy khách gây ra quá nhiều lỗi.
s-centrifugo-3000-3499 = Chưa dứt khoát: máy khách kết nối lại.
s-centrifugo-3500-3999 = Dứt khoát: máy khách không kết nối lại.

s-colyseus-4000 = Máy khách chủ ý rời phòng.
s-colyseus-4001 = Máy chủ đang tắt.
s-colyseus-4002 = Phòng đóng kết nối vì một lỗi.
s-colyseus-4003 = Mọi lần thử kết nối lại đều thất bại. Máy khách tự báo điều này.
s-colyseus-4010 = Máy chủ khởi động lại ở chế độ phát triển; máy khách có thể thử kết nối lại.

s-graphql-ws-note = Mặc định máy khách coi các mã này là dứt khoát, trừ 4403, 4408 và 4504, và coi các mã chuẩn là dứt khoát, trừ 1000, 1001, 1005, 1006 và 1012 đến 1014.
s-graphql-ws-4004 = Máy khách nhận câu trả lời mà nó không dùng được.
s-graphql-ws-4005 = Một lỗi bên trong máy khách.
s-graphql-ws-4400 = Một thông điệp sai dạng.
s-graphql-ws-4401 = Một thao tác đến trước khi kết nối được xác nhận. Một số máy chủ cũng dùng nó cho thông tin xác thực hết hạn.
s-graphql-ws-4403 = Máy chủ từ chối kết nối khi nó được khởi tạo.
s-graphql-ws-4406 = Máy chủ không nói giao thức con nào được đề nghị.
s-graphql-ws-4408 = Máy khách không khởi tạo kết nối kịp.
s-graphql-ws-4409 = Đã có một thao tác với id này.
s-graphql-ws-4429 = Máy khách khởi tạo kết nối hai lần.
s-graphql-ws-4500 = Một lỗi bên trong máy chủ.
s-graphql-ws-4504 = Máy chủ không xác nhận kết nối kịp. Máy khách gửi mã này.

s-hocuspocus-4205 = Máy chủ yêu cầu máy khách đặt lại kết nối và cách nó nhìn tài liệu.
s-hocuspocus-4401 = Người dùng chưa được xác thực.
s-hocuspocus-4403 = Người dùng không được mở tài liệu này.
s-hocuspocus-4408 = Máy khách không làm kịp điều được chờ.

s-phoenix-note = Phoenix không có mã riêng. Máy khách của nó kết nối lại sau mọi mã; các phiên bản cũ dừng ở 1000. Lần thử đầu đến sau 10 ms, không có phần ngẫu nhiên.
s-phoenix-1000 = Bộ lắng nghe đã tắt, hoặc việc của kênh đã xong.
s-phoenix-1001 = Ứng dụng chủ ý ngắt socket.
s-phoenix-1012 = Máy chủ xả dần các socket trước khi dừng.

s-pusher-note = Khoảng cho biết có kết nối lại không, cả với những số mà máy khách không biết.
s-pusher-4000 = Ứng dụng chỉ nhận `wss:`.
s-pusher-4001 = Ứng dụng không tồn tại.
s-pusher-4003 = Ứng dụng đã bị vô hiệu hóa.
s-pusher-4004 = Ứng dụng đã đạt hạn mức kết nối.
s-pusher-4005 = Không tìm thấy đường dẫn.
s-pusher-4006 = Chuỗi phiên bản sai dạng.
s-pusher-4007 = Phiên bản giao thức không được hỗ trợ.
s-pusher-4008 = Không có phiên bản giao thức nào được nêu.
s-pusher-4009 = Kết nối không được phép.
s-pusher-4100 = Dịch vụ quá tải. Chờ ít nhất một giây.
s-pusher-4200 = Kết nối lại ngay.
s-pusher-4201 = Máy khách không trả lời ping kịp thời.
s-pusher-4202 = Kết nối không hoạt động trong 24 giờ.
s-pusher-4301 = Máy khách gửi sự kiện quá nhanh.
s-pusher-4302 = Đã đạt một giới hạn của danh sách theo dõi.
s-pusher-4000-4099 = Đừng kết nối lại nếu chưa đổi gì.
s-pusher-4100-4199 = Kết nối lại sau khoảng trễ ít nhất một giây.
s-pusher-4200-4299 = Kết nối lại ngay.
s-pusher-4300-4399 = Một lỗi khác. Phải làm gì tùy vào mã.

s-socketio-note = Socket.IO báo bằng từ, không bằng số: sau `io server disconnect` và `io client disconnect` máy khách không tự quay lại; sau `ping timeout`, `transport close` và `transport error` thì có. Khi máy chủ của nó dừng, khung Close không có mã.
s-socketio-1005 = Máy chủ đã dừng: khung Close của nó không mang mã.

s-sockjs-note = Các mã này đi trong khung SockJS như `c[3000,"Go away!"]`. Máy khách biến chúng thành sự kiện đóng; khung Close bên dưới có thể mang mã khác.
s-sockjs-1002 = Kết nối bị gián đoạn, hoặc giao thức bị vi phạm.
s-sockjs-2010 = Một kết nối khác của phiên này vẫn còn mở.
s-sockjs-3000 = `Go away!`: máy chủ kết thúc phiên.

s-spring-1013 = Dịch vụ quá tải (`SERVICE_OVERLOAD`).
s-spring-4500 = Phiên không đáng tin (`SESSION_NOT_RELIABLE`): không gửi được thông điệp đủ nhanh, nên Spring bỏ cuộc.
