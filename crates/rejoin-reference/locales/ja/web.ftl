# リファレンスのウェブページ。他のファイルの文のほかに載るもの。
# 左から右のまま保つ必要がある部分はバッククォートで囲む。

## すべてのページ

web-site = WebSocket クローズコード
web-skip = 本文へ移動
web-nav = 主な部分
web-nav-codes = コード
web-nav-compare = 比較
web-nav-guide = なぜ閉じられたのか
web-nav-services = サービス
web-language = 言語
web-json = この内容を JSON で
web-terminal = 端末では：{ $command }
web-footer = Rejoin { $version } より。このページの元になる表が、ライブラリの動作も決めています。
web-source-number = 出典 { $number }

## コードの表と検索

web-codes-title = WebSocket のクローズコードをすべて解説
web-codes-lead = それぞれの意味、送信者、再接続すべきか、どう対処するか。どの 2 つでも比べられます。
web-codes-table = すべてのコード
web-guide-entry = どこから始めるか迷ったら、いくつかの質問に答えてください。
web-search = 検索
web-search-label = 番号、2 つの番号、名前、または言葉
web-search-examples = たとえば { $first }、{ $second }、{ $third }
web-search-found = 見つかった数：{ $count }
web-search-none = 一致するものがありません。言葉を減らすか、変えてみてください。

## コード

web-in-brief = 要点
web-compare-with = 比べる相手
web-services-of-range = これらの番号を使うサービス
web-previous = 前へ
web-next = 次へ

## 比較

web-compare-title = 2 つのコードを比べる
web-compare-lead = よく混同されるものを先に、続いてすべての組を示します。
web-compare-confused = よく混同されるもの
web-compare-all = すべての組
web-aspect = 観点

## サービス

web-services-title = 独自のクローズコードを持つサービス
web-services-lead = 同じ番号でも、サービスが違えば意味が違います。一覧にないものは一般の意味のままです。
web-service = サービス
web-service-title = { $service } のクローズコード
web-subprotocols = サブプロトコルで分かるもの
web-good-to-know = 知っておくとよいこと
web-service-rest = ここにないコードは一般の意味です。コードの表を見てください。

## ガイド

web-guide-lead = 質問に順に答えてください。答えるごとに、次の質問か、起きたことにたどり着きます。
web-guide-again = 最初から
web-guide-codes = 続きを読む：

## 出典

web-sources-lead = ここに書かれたことはすべて、これらに基づいています。測定したものにはバージョンがあります。
web-source = 出典
web-cited-by = 引用元

## ページなし

web-missing-title = このページはありません
web-missing-text = 0 から 65535 までのクローズコードはすべて、コードの表に載っています。
