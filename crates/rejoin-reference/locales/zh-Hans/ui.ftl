# 标签、标题和短语。必须保持从左到右的内容写在反引号之间。
# 变量的含义见英文文件的注释。

## 说明的第一行：码和标题，然后是三个短语。

headline = { $code } { $title }：{ $sender }，{ $end }，{ $retry }
title-in-service = { $title }（{ $service }）
headline-sender-both = 任一方发送
headline-sender-client = 客户端发送
headline-sender-server = 服务器发送
headline-sender-local = 从不发送
headline-sender-nobody = 从不发送
headline-end-clean = 干净
headline-end-lost = 不干净
headline-end-never-opened = 从未打开
headline-end-invalid = 协议错误
headline-retry-application = 由应用决定
headline-retry-never = 不要重新连接
headline-retry-not-needed = 无需重新连接
headline-retry-with-new-input = 改变之后重新连接
headline-retry-yes = { $range } 秒后重新连接
headline-retry-service-yes = 重新连接
headline-retry-service-unstated = 没有说明是否重新连接

## 对一个码成立的事：标签，以及可能的值。

fact-name = 名称
fact-sender = 发送方
fact-sender-by-text = 按条文
fact-wire = Close 帧
fact-page = 网页
fact-end = 关闭
fact-class = 种类
fact-act = 谁必须行动
fact-retry = 重新连接
fact-registered-delay = 注册的延迟
fact-registration = 注册为
fact-reference = 参考

sender-both = 客户端或服务器
sender-client = 仅客户端
sender-server = 仅服务器
sender-nobody = 没有人

wire-allowed = 可以携带它
wire-local-only = 从不携带：由一端自行得出
wire-out-of-range = 不得携带：没有 4999 以上的码
wire-reserved = 不得携带：数字被保留
wire-unassigned = 不得携带：数字没有分配
wire-unused = 不得携带：没有 1000 以下的码

page-may = 可以用 `close()` 发送
page-may-not = 不能发送：`close()` 抛出异常

end-clean = 干净：双方都发了 Close
end-lost = 不干净：没有收到 Close 帧
end-never-opened = 没有关闭：连接从未打开
end-invalid = 不干净：收到这种帧的一方使连接失败

class-application = 应用自己的
class-authorization = 授权
class-done = 按预期完成
class-failure = 失败
class-invalid = 不允许
class-leaving = 一方离开
class-library = 库自己的
class-limit = 超出上限
class-lost = 连接丢失
class-negotiation = 扩展协商
class-overload = 过载
class-policy = 被应用的规则拒绝
class-protocol = 违反协议
class-restart = 计划中的重启
class-timeout = 太慢
class-tls = TLS
class-unstated = 没有给出原因

act-application = 见应用的文档
act-authorization = 收到它的一方：缺少权限
act-done = 没有人
act-failure = 运营发送方的人
act-invalid = 编写发送它的程序的人
act-leaving = 没有人
act-library = 见库的文档
act-limit = 收到它的一方：发送得太多
act-lost = 运营断开那段路径的人
act-negotiation = 配置服务器或代理的人，或编写客户端的人
act-overload = 运营服务器的人
act-policy = 收到它的一方：被拒绝
act-protocol = 收到它的一方：发送的内容有误
act-restart = 没有人：这是计划中的
act-timeout = 收到它的一方：太慢
act-tls = 管理证书和信任的人
act-unstated = 没有人

retry-application = 由应用决定
retry-never = 否，原因消除之前不要
retry-not-needed = 不需要
retry-with-new-input = 只有改变之后：凭据、频率或大小
retry-yes = 是，首次在随机 { $range } 秒之后
delay = 随机 { $range } 秒
registration-unassigned = 未分配
registration-none = 不是注册表中的数字

## 说明的各节

heading-meaning = 含义
heading-reconnect = 要重新连接吗？
heading-reason = 原因里写什么
heading-causes = 何时会看到
heading-fixes = 如何解决
heading-seen = 程序显示什么
heading-confusions = 常与之混淆的
heading-services = 对各服务意味着什么
heading-sources = 来源

role-server = 运营服务器的人
role-client = 编写客户端的人
role-proxy = 运营代理的人
phase-handshake = 握手期间
phase-open = 在打开的连接上
viewer-browsers = 浏览器
viewer-libraries = 库
basis-measured = 用 { $version } 测得
no-cause-in-handshake = 没有已知的握手期间的原因。Close 帧需要打开的连接。
no-cause-in-open = 没有已知的打开的连接上的原因。

reconnect-yes = 重新连接
reconnect-no = 不要重新连接
reconnect-after-change = 改变之后重新连接
reconnect-unstated = 没有说明是否重新连接
service-says-nothing = { $service } 没有公布 { $code } 的含义。

## 比较

comparison-title = { $low } 还是 { $high }
heading-differences = 不同之处
heading-alike = 相同之处
heading-tell-apart = 如何区分
heading-use = 何时用哪个
heading-now = 现在做什么
apart-bytes = 在线路上：Close 帧的主体以 `{ $bytes }` 开头。
apart-byte-range = 在线路上：Close 帧的主体以 `{ $low }` 至 `{ $high }` 开头。
apart-local = 抓包里没有：没有帧携带它。它在报告它的一方的日志里。
apart-invalid = 出现在线路上是发送方的错误：应答是 1002，或 TCP 连接结束。
use-local = 报告它，绝不发送。
use-nobody = 绝不发送。
same-code = 两者都是 { $code }：没有什么可比较。
same-row = 两者都在 { $range } 内，协议没有给任何一个含义。

## 码的表格和搜索

column-code = 码
column-title = 名称
column-sender = 发送方
column-wire = 在帧中
column-retry = 重新连接
sender-short-both = 双方
sender-short-client = 客户端
sender-short-server = 服务器
sender-short-nobody = 无
wire-short-yes = 是
wire-short-no = 否
retry-short-application = 应用决定
retry-short-never = 否
retry-short-not-needed = 不需要
retry-short-with-new-input = 改变之后
retry-short-yes = 是，{ $range } 秒
matches = { $count ->
   *[other] 有 { $count } 处符合，最佳者在前：
}

## 拆解字节

heading-frames = 字节
frame-of-client = 客户端的 { $kind } 帧（加掩码），{ $length ->
   *[other] 载荷 { $length } 字节
}
frame-of-server = 服务器的 { $kind } 帧（不加掩码），{ $length ->
   *[other] 载荷 { $length } 字节
}
frame-body = Close 帧的主体，{ $length ->
   *[other] { $length } 字节
}
frame-continues = 同一消息的后续帧随后到来。
frame-compressed = RSV1 已设置：如果协商了 `permessage-deflate`，消息就是压缩的；否则违反 RFC 6455 第 5.2 节。
frame-incomplete = 字节在帧结束之前就没有了。
label-code = 码
label-reason = 原因
label-text = 文本
label-bytes = 字节
label-none = 无
reason-window = 原因请客户端在 { $range } 秒内的随机时刻回来。
frame-fault = 这违反了规则：{ $rule }（{ $section }）。应答是 { $code }。

fault-close-body-too-short = Close 帧的主体为空，或有两个字节及以上
fault-close-reason-not-utf8 = Close 帧的原因是 UTF-8
fault-continuation-without-message = 延续帧属于已经开始的消息
fault-control-frame-fragmented = 控制帧从不分片
fault-control-frame-too-long = 控制帧的载荷最多 125 字节
fault-invalid-close-code = 这个码不得出现在 Close 帧里
fault-invalid-utf8 = 文本消息是 UTF-8
fault-length-not-minimal = 长度以最短的形式书写
fault-length-too-large = 64 位长度的最高位不设置
fault-mask-forbidden = 服务器不给帧加掩码
fault-mask-missing = 客户端给帧加掩码
fault-message-interrupted = 一条消息结束之后，下一条才开始
fault-reserved-bits = 只有已协商的扩展使用时才设置保留位
fault-reserved-opcode = 操作码有六个：0、1、2、8、9 和 10

## 打开握手的标头

heading-header = 标头
header-extensions = 列出扩展：客户端在请求中提议，服务器在应答中写出接受的。
header-key = 由客户端发送：base64 编码的 16 个随机字节。它证明服务器懂 WebSocket，仅此而已。
header-accept = 由服务器发送：客户端密钥的散列。错误的值说明应答的是别的东西，例如缓存。
header-version = 由客户端发送：协议的版本。在用的只有 13。
header-protocol = 列出子协议：客户端在请求中提议，服务器在应答中最多写出其中一个。
header-upgrade = 写明连接变成什么。双方都发送它。
header-connection = 写明只给下一跳的标头。其中有 `Upgrade` 时，代理就知道必须自己处理那个标头；对此一无所知的代理会把两者都丢掉。
header-retry-after = 由拒绝的服务器随 503 或 429 发送：离开多久。
header-key-good = 密钥有效。应答是 { $value }。
header-key-bad = 这不是密钥：必须是 24 个 base64 字符，表示 16 字节。服务器应答 400。
header-accept-good = 形式正确。是否正确取决于密钥：`rejoin explain --header` 可由密钥算出应答。
header-accept-bad = 这不是任何密钥的应答：必须是 28 个 base64 字符，表示 20 字节。客户端使握手失败。
header-version-good = 这是 RFC 6455 的版本。
header-version-bad = 今天没有服务器支持这个版本。它以 426 和 `Sec-WebSocket-Version: 13` 应答。
header-protocol-bad = 这不是子协议的列表：每个都必须是 token，而且不得重复。服务器应答 400。
header-protocol-one = 如果由服务器写出，{ $name } 就是双方使用的子协议；如果只有客户端写出，它是提议。
header-protocol-several = 作为提议没有问题。应答中最多只有一个：客户端使握手失败。
header-protocol-service = 在 { $name } 之下，关闭码有自己的含义：{ $service } 的含义。
header-upgrade-good = 它写着 `websocket`，正该如此。
header-upgrade-bad = 它没有写 `websocket`：服务器不会把它当作 WebSocket 握手，客户端使握手失败。
header-connection-good = 它写着 `Upgrade`，正该如此。
header-connection-bad = 它没有写 `Upgrade`：服务器不会把它当作 WebSocket 握手，客户端使握手失败。多半是代理替换了这个标头。
header-retry-after-seconds = { $seconds ->
   *[other] 服务器要求 { $seconds } 秒内不要打扰。
}
header-retry-after-date = 服务器要求在那一时刻之前不要打扰。
header-retry-after-bad = 这既不是秒数，也不是 HTTP 日期：客户端会忽略它。
header-malformed = 第 { $place } 字节处格式有误：{ $offence }。服务器应答 400，客户端使握手失败（RFC 6455 第 9.1 节）。
offence-empty-list = 标头存在，却没有写任何扩展
offence-parameter-missing = 分号之后必须有参数
offence-quote-not-closed = 缺少结尾的引号
offence-unexpected-byte = 此处不允许的字符
offence-value-missing = 等号之后必须有值
offence-value-not-token = 引号之间的值必须是 token

heading-parameters = 它说什么
param-server-no-context-takeover = 服务器单独压缩每条消息。作为提议是要求，接受提议的应答必须重复它。
param-client-no-context-takeover = 客户端单独压缩每条消息。作为提议是提示，作为应答是要求。
param-server-max-window-bits = 服务器压缩所用的窗口，为 2 的 8 至 15 次幂。接受带有它的提议时，应答也必须带有它，而且不得更大。
param-client-max-window-bits = 客户端压缩所用的窗口，为 2 的 8 至 15 次幂。没有值时（只有提议可以省略），由服务器选择。只有提议里有它，应答才可以有。
extension-deflate = 压缩消息（RFC 7692）。已注册。
extension-deflate-frame = Safari 在版本 15 之前的提议：压缩的早期草案。未注册；服务器会拒绝。
extension-usp = User Services Platform（TR-369）。已注册；它不改变帧，谁也不得坚持要求它。
extension-unknown = 未注册。双方必须事先知道它。

heading-as-offer = 作为客户端的提议
heading-as-answer = 作为对 { $offer } 的应答
verdict-taken = 接受：什么都支持的服务器应答 { $answer }。
verdict-declined = 拒绝：{ $rule }（{ $section }）。接着试下一个提议；没有的话，连接打开但没有该扩展。
verdict-not-reached = 没有查看：前面的提议已被接受。
verdict-opens = 好：连接打开。
verdict-opens-without = 好：连接打开。离不开 { $missing } 的客户端以 1010 离开。
verdict-fails = 握手失败，不发送 Close 帧：{ $rule }（{ $section }）。

rule-agreed-twice = 该扩展出现了两次，而一个连接对每个扩展只有一种配置
rule-declined-by-policy = 该扩展已关闭
rule-larger-than-offered = { $answered } 大于所提议的 { $offered }
rule-not-answered = 应答里没有它
rule-not-configured = 没有为其配置的服务器不认识这个名称的扩展
rule-not-offered = 只有提议过 { $parameter }，才可以应答它
rule-not-repeated = 提议了 { $parameter }，所以应答必须重复它
rule-not-requested = 没有提议过该扩展
rule-parameter-repeated = { $parameter } 出现了不止一次
rule-parameter-unknown = 该扩展没有参数 { $parameter }
rule-required-here = 必须有 { $parameter }
rule-rsv-taken = 已协商的 { $extension } 也使用 { $bits }
rule-value-invalid = { $parameter } 的值不在允许之列
rule-value-missing = { $parameter } 需要值
rule-value-not-allowed = { $parameter } 不带值
rule-window-unsupported = 不支持 { $parameter }
