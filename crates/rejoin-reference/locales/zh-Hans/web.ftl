# 参考网页：其他文件的文本之外，网页上还有的内容。
# 必须保持从左到右的内容写在反引号之间。

## 每一页

web-site = WebSocket 关闭码
web-skip = 跳到正文
web-nav = 主要部分
web-nav-codes = 关闭码
web-nav-compare = 比较
web-nav-guide = 为什么被关闭？
web-nav-services = 服务
web-language = 语言
web-json = 以 JSON 查看这些事实
web-terminal = 在终端中：{ $command }
web-footer = 来自 Rejoin { $version }。本页背后的表格也决定该库的行为。
web-source-number = 来源 { $number }

## 码的表格和搜索

web-codes-title = 每个 WebSocket 关闭码的说明
web-codes-lead = 每个码的含义、由谁发送、是否重新连接以及如何应对。任意两个都可以比较。
web-codes-table = 所有关闭码
web-guide-entry = 不知从何处入手？回答几个问题。
web-search = 搜索
web-search-label = 一个数字、两个数字、名称或词语
web-search-examples = 例如 { $first }、{ $second } 或 { $third }
web-search-found = 找到：{ $count }
web-search-none = 没有符合的。试试更少或别的词语。

## 一个码

web-in-brief = 概要
web-compare-with = 与之比较
web-services-of-range = 使用这些数字的服务
web-previous = 上一个
web-next = 下一个

## 比较

web-compare-title = 比较两个关闭码
web-compare-lead = 先是常被混淆的，然后是每一对。
web-compare-confused = 常被混淆
web-compare-all = 每一对
web-aspect = 方面

## 服务

web-services-title = 有自己的关闭码的服务
web-services-lead = 同一个数字在不同服务中含义不同。你的服务没有列出的，保持一般含义。
web-service = 服务
web-service-title = { $service } 的关闭码
web-subprotocols = 由子协议识别
web-good-to-know = 须知
web-service-rest = 这里没有列出的码保持一般含义：见关闭码表格。

## 指南

web-guide-lead = 逐个回答问题。每个回答通向下一个问题，或发生了什么。
web-guide-again = 重新开始
web-guide-codes = 继续阅读：

## 来源

web-sources-lead = 这里所说的一切都基于这些来源。测量所得注明了版本。
web-source = 来源
web-cited-by = 引用者

## 没有这一页

web-missing-title = 没有这一页
web-missing-text = 从 0 到 65535 的每个关闭码都在关闭码表格中有其位置。
