# 各服务、库和协议用码表示什么。
# 每行一条消息。必须保持从左到右的内容写在反引号之间。

s-assemblyai-note = 失败关闭连接之前，会有一条类型为 `Error` 的 JSON 消息说明发生了什么。其中的 `error_code` 就是随后的关闭码；`retryable` 和 `retry_after_seconds` 说明是否以及何时回来。帧的原因只有 `See Error message for details`。
s-assemblyai-3006 = 连接请求或某条消息无效。`Error` 消息会指出参数。
s-assemblyai-3008 = 会话达到了最长时长。请打开新的会话。

s-assemblyai-legacy-note = 这些是旧的实时服务的码。现在的流式服务使用别的码。
s-assemblyai-legacy-4000 = 采样率不是正整数。
s-assemblyai-legacy-4001 = 未授权：API 密钥或令牌错误。
s-assemblyai-legacy-4002 = 账户余额不足。
s-assemblyai-legacy-4003 = 免费账户不含此功能。
s-assemblyai-legacy-4004 = 会话不存在。
s-assemblyai-legacy-4008 = 会话已过期。
s-assemblyai-legacy-4010 = 会话此前已关闭。
s-assemblyai-legacy-4029 = 音频发送得太快。
s-assemblyai-legacy-4030 = 已有另一个连接在服务这个会话。
s-assemblyai-legacy-4031 = 会话空闲太久。
s-assemblyai-legacy-4032 = 音频片段太短。
s-assemblyai-legacy-4033 = 音频片段太长。
s-assemblyai-legacy-4034 = 音频片段太小，无法转换。
s-assemblyai-legacy-4101 = 消息不符合 schema。
s-assemblyai-legacy-4102 = 账户打开的流太多。
s-assemblyai-legacy-4103 = 这个会话在别处重新连接了；此连接不再有效。

s-deepgram-stt-note = Deepgram 使用标准码。原因开头的标记说明发生了什么。
s-deepgram-stt-1008 = `DATA-0000`：数据无法按音频解码。检查格式、编码和采样率。
s-deepgram-stt-1011 = `NET-0000`：Deepgram 未能及时应答。`NET-0001`：约 10 秒没有收到音频；请发送音频或 `KeepAlive` 消息。

s-deepgram-tts-note = Deepgram 使用标准码。原因开头的标记说明发生了什么。
s-deepgram-tts-1003 = `MESSAGE-0000`：只接受文本消息。
s-deepgram-tts-1008 = `DATA-0000`：消息不是已知的命令。`DATA-0001`：文本字符过多。
s-deepgram-tts-1009 = `BIG-0000`、`BIG-0001`：消息太大。
s-deepgram-tts-1011 = `NET-0000` 至 `NET-0003`：在途中或会话中超过了时限。

s-gemini-live-note = 该服务没有私有码。连接存活约 10 分钟；结束之前会有 `GoAway` 消息。请在新连接上恢复会话。
s-gemini-live-1007 = 用户报告：会话无法恢复时出现。请开始新的会话。
s-gemini-live-1011 = 用户报告为 `Deadline expired before operation could complete`。恢复会话或开始新的会话。

s-discord-gateway-note = 同样的数字在 Discord 的语音和 RPC 套接字上含义不同。计划中的关闭之前，网关常常发送操作码 7（Reconnect）；此时请恢复会话。
s-discord-gateway-1001 = Discord 希望客户端重新连接并恢复会话。
s-discord-gateway-4000 = 未知错误。请重新连接。
s-discord-gateway-4001 = 操作码或其载荷无效。
s-discord-gateway-4002 = 载荷无法解码。
s-discord-gateway-4003 = 载荷先于身份标识到达，或会话已失效。
s-discord-gateway-4004 = 机器人的令牌错误。请先更换。
s-discord-gateway-4005 = 客户端标识了两次身份。
s-discord-gateway-4007 = 恢复会话的序列号无效。请开始新的会话。
s-discord-gateway-4008 = 载荷来得太快。请放慢。
s-discord-gateway-4009 = 会话超时。请开始新的会话。
s-discord-gateway-4010 = 身份标识中的分片（shard）无效。
s-discord-gateway-4011 = 机器人所在的服务器对一个连接来说太多：必须使用分片（shard）。
s-discord-gateway-4012 = 网关 API 的版本无效。
s-discord-gateway-4013 = intent 无效。检查其位是如何计算的。
s-discord-gateway-4014 = intent 不被允许：为应用启用它，或申请批准。

s-discord-rpc-note = RPC 服务器运行在用户自己的电脑上。它的码与网关的码没有共同之处。
s-discord-rpc-4000 = 客户端 ID 无效。
s-discord-rpc-4001 = 这个客户端 ID 不允许该来源。
s-discord-rpc-4002 = 请求来得太快。
s-discord-rpc-4003 = 令牌已被撤销。请取得新的。
s-discord-rpc-4004 = 连接字符串中的版本无效。
s-discord-rpc-4005 = 连接字符串中的编码无效。

s-discord-voice-note = Discord 只对少数码说明是否重新连接，对其余的没有说明。
s-discord-voice-4001 = 操作码无效。
s-discord-voice-4002 = 身份标识的载荷无法解码。
s-discord-voice-4003 = 载荷先于身份标识到达。
s-discord-voice-4004 = 身份标识中的令牌错误。
s-discord-voice-4005 = 客户端标识了两次身份。
s-discord-voice-4006 = 会话不再有效。
s-discord-voice-4009 = 会话超时。
s-discord-voice-4011 = 找不到语音服务器。
s-discord-voice-4012 = 无法识别协议。
s-discord-voice-4014 = 客户端被断开：被踢出，或其网关会话结束。
s-discord-voice-4015 = 语音服务器崩溃。请恢复会话。
s-discord-voice-4016 = 无法识别加密模式。
s-discord-voice-4017 = 频道要求端到端加密（DAVE），而客户端不支持。
s-discord-voice-4020 = 请求格式有误。
s-discord-voice-4021 = 超出频率限制。
s-discord-voice-4022 = 通话对所有人结束：频道被删除，或语音服务器更换。

s-fluxer-note = 这组码沿袭 Discord。
s-fluxer-4000 = 未知错误。
s-fluxer-4001 = 操作码无效。
s-fluxer-4002 = 载荷无法解码。
s-fluxer-4003 = 载荷先于身份标识到达。
s-fluxer-4004 = 令牌错误。
s-fluxer-4005 = 客户端标识了两次身份。
s-fluxer-4007 = 恢复会话的序列号无效。
s-fluxer-4008 = 载荷来得太快。
s-fluxer-4009 = 会话超时。请开始新的会话。
s-fluxer-4010 = 分片（shard）无效。
s-fluxer-4011 = 必须使用分片（shard）。
s-fluxer-4012 = 网关 API 的版本无效。

s-signal-note = 见于服务器的源码。
s-signal-1011 = 服务器无法读取存储的消息。
s-signal-4401 = 账户必须重新验证身份。
s-signal-4409 = 同一设备在别处连接；那个连接已接替。

s-slack-note = Slack 没有私有码。结束连接之前，它发送类型为 `disconnect` 的 JSON 消息并附上原因：`warning` 和 `refresh_requested` 要求新的连接，`link_disabled` 表示 Socket Mode 已关闭。客户端以 1000 关闭。Slack 的服务器在关闭握手之后不关闭 TCP，因此请使用超时。

s-twitch-eventsub-4000 = Twitch 服务器内部错误。
s-twitch-eventsub-4001 = 客户端发送了消息。只允许 pong。
s-twitch-eventsub-4002 = 客户端没有以 pong 应答 ping。
s-twitch-eventsub-4003 = 客户端在欢迎消息后 10 秒内没有创建订阅。
s-twitch-eventsub-4004 = 客户端在重连消息后 30 秒内没有转到新地址。
s-twitch-eventsub-4005 = 网络超时。是暂时的。
s-twitch-eventsub-4006 = 网络错误。是暂时的。
s-twitch-eventsub-4007 = 重连的地址无效。请原样使用消息中的地址。

s-aws-api-gateway-note = 连接最多存活 2 小时，沉默 10 分钟后结束。由你自己的代码通过管理 API 删除的连接以 1000 结束。
s-aws-api-gateway-1009 = 帧大于 32 KB，或消息大于 128 KB。

s-aws-iot-wireless-note = 由服务器发言；客户端的任何消息都会结束连接。
s-aws-iot-wireless-1000 = 请求已完成，或会话空闲太久。
s-aws-iot-wireless-1002 = 协议错误。
s-aws-iot-wireless-1003 = 客户端发送了二进制数据或不支持的格式。
s-aws-iot-wireless-1008 = 违反了策略，或授权失败，例如签名过期。
s-aws-iot-wireless-1011 = 意外情况或内部错误。

s-binance-note = Binance 没有公布私有码。连接最多存活 24 小时。服务器发送 ping 并等待及时的 pong，还限制客户端每秒发送的消息数。计划中的结束之前，它发送名为 `serverShutdown` 的事件。
s-binance-1008 = `Too many requests`：客户端超出了限制。放慢之后再重新连接。

s-home-assistant-note = 没有数字可读。错误的令牌会得到类型为 `auth_invalid` 的消息，然后连接结束。

s-obs-note = 协议没有对每个码说明是否重新连接。
s-obs-4000 = 原因未知。不应出现。
s-obs-4002 = 消息无法解码。
s-obs-4003 = 缺少字段。
s-obs-4004 = 字段类型错误。
s-obs-4005 = 字段的值无效。
s-obs-4006 = `op` 缺失或无效。
s-obs-4007 = 消息先于身份标识到达。
s-obs-4008 = 客户端标识了两次身份。请使用 `Reidentify`。
s-obs-4009 = 密码错误。
s-obs-4010 = 服务器不支持协议的这个版本。
s-obs-4011 = 用户在 OBS 中移除了这个客户端。不要自行重新连接。
s-obs-4012 = 服务器不支持所请求的功能。

s-pandascore-1000 = 比赛结束。
s-pandascore-4001 = 缺少令牌。
s-pandascore-4003 = 套餐不包含这个地址。
s-pandascore-4029 = 这场比赛已有此账户的 3 个连接。
s-pandascore-1001-1999 = PandaScore 一侧的错误。重新连接，并补回错过的事件。

s-actioncable-note = 没有数字可读。类型为 `disconnect` 的 JSON 消息带有原因（`unauthorized`、`invalid_request`、`server_restart` 或 `remote`）和说明是否回来的标志 `reconnect`。

s-centrifugo-note = 范围说明是否重新连接；库会自动处理。数字 3000 和 3008 在这里的含义与 IANA 注册表不同。
s-centrifugo-3000 = 连接被关闭而没有建议，或已丢失。
s-centrifugo-3001 = 服务器停机。
s-centrifugo-3004 = 服务器内部错误。
s-centrifugo-3005 = 连接过期。
s-centrifugo-3006 = 订阅过期。
s-centrifugo-3008 = 客户端读得不够快。
s-centrifugo-3009 = 向客户端写入失败。
s-centrifugo-3010 = 服务器发现客户端在流中的位置有误。重新连接时会恢复。
s-centrifugo-3011 = 服务器要求客户端重新连接。
s-centrifugo-3012 = 客户端没有应答 ping。
s-centrifugo-3013 = 客户端发送的命令过多。
s-centrifugo-3014 = 客户端的状态不再有效；它会重新开始。
s-centrifugo-3500 = 令牌无效。
s-centrifugo-3501 = 客户端协议的帧格式有误。
s-centrifugo-3502 = 客户端没有及时验证身份。
s-centrifugo-3503 = 服务器要求客户端不要再来。
s-centrifugo-3504 = 达到了连接数上限。
s-centrifugo-3505 = 达到了频道数上限。
s-centrifugo-3506 = 客户端的格式无法承载数据，例如给 JSON 客户端的二进制数据。
s-centrifugo-3507 = 缺少权限。
s-centrifugo-3508 = 所请求的不可用。
s-centrifugo-3509 = 客户端引起的错误过多。
s-centrifugo-3000-3499 = 不是最终的：客户端重新连接。
s-centrifugo-3500-3999 = 最终的：客户端不重新连接。

s-colyseus-4000 = 客户端有意离开房间。
s-colyseus-4001 = 服务器停机。
s-colyseus-4002 = 房间因错误关闭了连接。
s-colyseus-4003 = 所有重连尝试都失败了。由客户端自己报告。
s-colyseus-4010 = 服务器在开发模式下重启；客户端可以尝试重新连接。

s-graphql-ws-note = 默认情况下，客户端把这些码视为最终的，4403、4408 和 4504 除外；标准码也视为最终的，1000、1001、1005、1006 以及 1012 至 1014 除外。
s-graphql-ws-4004 = 客户端得到了无法使用的应答。
s-graphql-ws-4005 = 客户端内部错误。
s-graphql-ws-4400 = 消息格式有误。
s-graphql-ws-4401 = 连接确认之前就来了操作。有些服务器也用它表示凭据过期。
s-graphql-ws-4403 = 服务器在初始化时拒绝了连接。
s-graphql-ws-4406 = 服务器不支持所提议的任何子协议。
s-graphql-ws-4408 = 客户端没有及时初始化连接。
s-graphql-ws-4409 = 已有使用此 id 的操作。
s-graphql-ws-4429 = 客户端初始化了两次连接。
s-graphql-ws-4500 = 服务器内部错误。
s-graphql-ws-4504 = 服务器没有及时确认连接。此码由客户端发送。

s-hocuspocus-4205 = 服务器要求客户端重置连接及其文档视图。
s-hocuspocus-4401 = 用户未通过身份验证。
s-hocuspocus-4403 = 用户不得打开此文档。
s-hocuspocus-4408 = 客户端没有及时做到所期待的事。

s-phoenix-note = Phoenix 没有私有码。它的客户端在任何码之后都重新连接；旧版本在 1000 时停下。首次尝试在 10 ms 之后，没有随机成分。
s-phoenix-1000 = 监听器停止，或频道的工作已完成。
s-phoenix-1001 = 应用有意断开了套接字。
s-phoenix-1012 = 服务器停止之前排空其套接字。

s-pusher-note = 范围说明是否重新连接，客户端不认识的数字也适用。
s-pusher-4000 = 应用只接受 `wss:`。
s-pusher-4001 = 应用不存在。
s-pusher-4003 = 应用已停用。
s-pusher-4004 = 应用达到了连接配额。
s-pusher-4005 = 找不到路径。
s-pusher-4006 = 版本字符串格式有误。
s-pusher-4007 = 不支持该协议版本。
s-pusher-4008 = 没有给出协议版本。
s-pusher-4009 = 连接未获授权。
s-pusher-4100 = 服务超出容量。至少等待一秒。
s-pusher-4200 = 立即重新连接。
s-pusher-4201 = 客户端没有及时应答 ping。
s-pusher-4202 = 连接已 24 小时没有活动。
s-pusher-4301 = 客户端发送事件太快。
s-pusher-4302 = 达到了 watchlist 的上限。
s-pusher-4000-4099 = 不改变就不要重新连接。
s-pusher-4100-4199 = 至少等待一秒后重新连接。
s-pusher-4200-4299 = 立即重新连接。
s-pusher-4300-4399 = 其他错误。怎么做取决于码。

s-socketio-note = Socket.IO 报告的是词，不是数字：`io server disconnect` 和 `io client disconnect` 之后客户端不会自行回来；`ping timeout`、`transport close` 和 `transport error` 之后会。其服务器停止时，Close 帧没有码。
s-socketio-1005 = 服务器停止了：它的 Close 帧不带码。

s-sockjs-note = 这些码在 `c[3000,"Go away!"]` 这样的 SockJS 帧里传送。客户端把它们变成 close 事件；下层的 Close 帧可能带别的码。
s-sockjs-1002 = 连接中断，或协议被违反。
s-sockjs-2010 = 这个会话的另一个连接仍然打开。
s-sockjs-3000 = `Go away!`：服务器结束了会话。

s-spring-1013 = 服务过载（`SERVICE_OVERLOAD`）。
s-spring-4500 = 会话不可靠（`SESSION_NOT_RELIABLE`）：消息发送得不够快，于是 Spring 放弃了。
