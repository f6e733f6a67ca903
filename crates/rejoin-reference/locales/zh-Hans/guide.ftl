# 为什么被关闭？问题、可选的回答和答案。
# 每行一条消息。必须保持从左到右的内容写在反引号之间。

g-q-opened = 连接结束之前打开过吗？
g-c-opened-yes = 打开过：可以发送消息。
g-c-opened-no = 没有：从未打开。
g-c-opened-number = 我只有一个数字。

g-q-handshake = 尝试得到了什么？
g-c-handshake-nothing = 什么也没有：被拒绝或超时。
g-c-handshake-tls = 有关证书或 TLS 的错误。
g-c-handshake-login = HTTP 状态 401 或 403。
g-c-handshake-status = 别的 HTTP 状态，例如 200、302、400、404、426 或 502。
g-c-handshake-switched = 状态 101，但客户端还是放弃了。
g-c-handshake-browser = 我在浏览器里只看到 1006。

g-q-number = 你得到的是哪个数字？
g-c-number-planned = 1000 或 1001
g-c-number-data = 1002、1003、1007 或 1009
g-c-number-empty = 1005
g-c-number-lost = 1006
g-c-number-refused = 1008、3000 或 3003
g-c-number-extension = 1010
g-c-number-service = 1011、1012、1013 或 1014
g-c-number-slow = 3008
g-c-number-private = 3000 至 4999 中的其他数字
g-c-number-other = 任何其他数字

g-q-wanted = 有人想让这个连接结束吗？
g-c-wanted-yes = 有：工作完成了，或页面被离开。
g-c-wanted-deploy = 没有。服务器或代理被重启了。
g-c-wanted-silence = 没有。它一直沉默，或已存在很久。

g-q-sent = 结束之前刚发送了什么？
g-c-sent-large = 一条大消息
g-c-sent-binary = 向期待文本的服务器发送了二进制数据，或者相反
g-c-sent-text = 文本，其语言或来源可能不是 UTF-8
g-c-sent-ordinary = 没有什么特别的

g-q-moment = 什么时候结束的？
g-c-moment-fixed = 30、60 或 100 秒之后，或别的固定时间
g-c-moment-together = 所有客户端在同一时刻
g-c-moment-large = 紧跟在大消息之后
g-c-moment-random = 任何时候，这里一个那里一个客户端

g-q-credentials = 你的凭据是否存在、有效且没有过期？
g-c-credentials-no = 否，或不知道。
g-c-credentials-yes = 是。

g-q-rate = 客户端是否发送得非常多或非常频繁？
g-c-rate-yes = 是。
g-c-rate-no = 否。

g-q-reason = 1010 的原因写着什么？
g-c-reason-names = 写着扩展的名称，例如 `permessage-deflate`。
g-c-reason-okhttp = `unexpected Sec-WebSocket-Extensions in response header`
g-c-reason-other = 别的内容，或什么也没有。

g-q-service = 是四个中的哪一个？
g-c-service-ping = 1011，带 `keepalive ping timeout`
g-c-service-failed = 1011，带其他原因或没有原因
g-c-service-restart = 1012
g-c-service-busy = 1013
g-c-service-gateway = 1014

g-a-unreachable = 没有到达服务器。检查名称、端口和防火墙，以及服务器是否在监听。以逐渐加长的随机延迟重试是对的。
g-a-tls = TLS 失败。检查证书是否未过期、是否写着这个主机并带有完整的证书链，以及 scheme 与端口是否相符。重试没有用。
g-a-refused = 服务器在连接打开之前就拒绝了你。401 时更新凭据；403 时请求权限。也检查 `Origin`。
g-a-status = 应答的不是你的 WebSocket 服务器，或者代理弄坏了请求。检查路径，以及代理是否通过 HTTP/1.1 转发 `Upgrade` 和 `Connection`。重定向常常通向登录页。
g-a-answer = 101 无效。比较请求和应答的 `Sec-WebSocket-Accept`、`Sec-WebSocket-Extensions` 和 `Sec-WebSocket-Protocol`：不得有未请求的内容。
g-a-browser = 浏览器隐藏了原因。看它的控制台和网络视图，或在浏览器之外重做握手：`rejoin check URL` 会显示每一步。
g-a-empty = 对端有序地关闭了，没有给出码。没有什么坏掉。如果仍需要连接，就重新连接。
g-a-slow = 对端等了太久你该发的东西：登录、应答、数据。请更早发送。在 Centrifugo 和 AssemblyAI 中，这个数字另有含义。
g-a-private = 这个数字属于某个服务或库。弄清是哪一个，然后在它的表里查找。
g-a-invalid = 这个数字不得发送。对端有错，或有程序改写了关闭。
g-a-done = 计划中的结束。没有什么要修的。需要时再打开新连接。
g-a-leaving = 服务器或代理有序地离开了。随机等待 0 到 5 秒后重新连接。如果是你的服务器，而且会回来，就发送 1012。
g-a-silence = 沉默或寿命的上限结束了它：Cowboy 和 uWebSockets 说 1000，Jetty 和 Deno 说 1001，Bandit 说 1002。发送 ping，调高上限，然后重新连接。
g-a-large = 消息超过了对端的上限。按自己的格式拆分，或调高上限。
g-a-type = 对端只接受另一种类型的消息。修改发送它的调用。
g-a-text = 文本不是 UTF-8。用 UTF-8 编码，或以二进制发送。Chromium 对此说 1002。
g-a-protocol = 有帧违反了协议。怀疑旧的库，以及只在一侧处理压缩的代理。试试不压缩。
g-a-timeout = 代理切断了它：沉默 60 秒是 nginx 或 AWS，100 秒是 Cloudflare，寿命 30 秒是 Google Cloud。每 20 秒发送 ping，或调高上限。
g-a-cut = 服务器或代理不打招呼就重启了。让服务器停止之前以 1012 关闭，并减少代理的重新加载。
g-a-limit = 对端有大小上限却不说：uWebSockets（16 KiB）和 tungstenite 直接丢弃连接。一次少发一些。
g-a-network = 网络会变，设备会休眠。以逐渐加长的随机延迟重新连接，并发送 ping，以便发现死掉的连接。
g-a-renew = 取得新凭据，然后连接一次。重复旧的结局相同。
g-a-rate = 你超出了服务的限制。重新连接之前，降低频率和连接数。
g-a-rights = 你是已知的，但不被允许。询问授权的人。停止自动重连。
g-a-extension = 客户端要求一个没有协商成功的扩展。在服务器上启用它，让代理放行 `Sec-WebSocket-Extensions`，或把它设为可选。
g-a-okhttp = OkHttp 无法使用该应答。应答它的提议时，不要带 `client_max_window_bits` 和未知参数。
g-a-broken = 有些库，例如 faye，在协商好的扩展使用失败时发送 1010。检查两端的压缩。
g-a-ping = 一方没有及时得到 ping 的应答。先找被阻塞的事件循环，再找慢的链路。
g-a-failed = 服务器意外失败。它的日志里有更多信息。以逐渐加长的随机延迟重新连接。
g-a-restart = 计划中的重启。按原因给出的窗口等待，否则随机等待 1 到 5 秒，然后重新连接。
g-a-busy = 服务负担过重。试另一个地址，或每次尝试等得更久。
g-a-gateway = 网关后面的服务器失败了。到那里看。以逐渐加长的随机延迟重新连接。
