# ラベル、見出し、短い句。左から右のまま保つ必要がある部分はバッククォートで囲む。
# 変数の意味は英語のファイルの注記にある。

## 説明の最初の行。コードと題、そして 3 つの句。

headline = { $code } { $title }：{ $sender }、{ $end }、{ $retry }
title-in-service = { $title }（{ $service }）
headline-sender-both = どちらの側からも
headline-sender-client = クライアントから
headline-sender-server = サーバーから
headline-sender-local = 送られない
headline-sender-nobody = 送られない
headline-end-clean = 正常な終了
headline-end-lost = 正常でない終了
headline-end-never-opened = 一度も開かず
headline-end-invalid = プロトコルエラー
headline-retry-application = アプリケーションが決める
headline-retry-never = 再接続しない
headline-retry-not-needed = 再接続は不要
headline-retry-with-new-input = 変更してから再接続
headline-retry-yes = { $range } 秒で再接続
headline-retry-service-yes = 再接続
headline-retry-service-unstated = 再接続については述べられていない

## コードについて成り立つこと。ラベルと、その取り得る値。

fact-name = 名前
fact-sender = 送信者
fact-sender-by-text = 条文上の送信者
fact-wire = Close フレーム
fact-page = ウェブページ
fact-end = クローズ
fact-class = 種類
fact-act = 対応する人
fact-retry = 再接続
fact-registered-delay = 登録上の遅延
fact-registration = 登録名
fact-reference = 参照

sender-both = クライアントまたはサーバー
sender-client = クライアントだけ
sender-server = サーバーだけ
sender-nobody = 誰も送らない

wire-allowed = 載せてよい
wire-local-only = 載らない。端点が自分で結論する
wire-out-of-range = 載せてはならない。4999 を超えるコードはない
wire-reserved = 載せてはならない。番号は留保されている
wire-unassigned = 載せてはならない。番号は割り当てられていない
wire-unused = 載せてはならない。1000 未満のコードはない

page-may = `close()` で送れる
page-may-not = 送れない。`close()` は例外を投げる

end-clean = 正常。双方が Close を送った
end-lost = 正常でない。Close フレームが届かなかった
end-never-opened = クローズはなかった。接続は一度も開かなかった
end-invalid = 正常でない。そのようなフレームを受け取った側は接続を失敗させる

class-application = アプリケーション独自
class-authorization = 認可
class-done = 意図どおり終了
class-failure = 障害
class-invalid = 許されない
class-leaving = 一方が去る
class-library = ライブラリ独自
class-limit = 上限超過
class-lost = 接続の喪失
class-negotiation = 拡張の交渉
class-overload = 過負荷
class-policy = アプリケーションの規則による拒否
class-protocol = プロトコル違反
class-restart = 計画された再起動
class-timeout = 遅すぎる
class-tls = TLS
class-unstated = 理由が示されていない

act-application = アプリケーションの文書による
act-authorization = 受け取った側。権限がない
act-done = 誰も
act-failure = 送った側の運用者
act-invalid = 送ったプログラムの作者
act-leaving = 誰も
act-library = ライブラリの文書による
act-limit = 受け取った側。送りすぎた
act-lost = 切れた経路の運用者
act-negotiation = サーバーやプロキシを設定する人、またはクライアントを書く人
act-overload = サーバーの運用者
act-policy = 受け取った側。拒否された
act-protocol = 受け取った側。送ったものが誤っていた
act-restart = 誰も。計画されたもの
act-timeout = 受け取った側。遅すぎた
act-tls = 証明書と信頼の管理者
act-unstated = 誰も

retry-application = アプリケーションの定めによる
retry-never = いいえ、原因がなくなるまで
retry-not-needed = 不要
retry-with-new-input = 変更した後だけ：資格情報、頻度、大きさ
retry-yes = はい、最初は { $range } 秒のランダムな時間の後
delay = { $range } 秒のランダムな時間
registration-unassigned = 未割り当て
registration-none = レジストリの番号ではない

## 説明の節

heading-meaning = 意味
heading-reconnect = 再接続するか
heading-reason = 理由に書かれること
heading-causes = いつ目にするか
heading-fixes = 直し方
heading-seen = プログラムの見せ方
heading-confusions = よく混同されるもの
heading-services = サービスでの意味
heading-sources = 出典

role-server = サーバーの運用者
role-client = クライアントの作者
role-proxy = プロキシの運用者
phase-handshake = ハンドシェイク中
phase-open = 開いた接続で
viewer-browsers = ブラウザー
viewer-libraries = ライブラリ
basis-measured = { $version } で測定
no-cause-in-handshake = ハンドシェイク中の原因は知られていません。Close フレームには開いた接続が必要です。
no-cause-in-open = 開いた接続での原因は知られていません。

reconnect-yes = 再接続する
reconnect-no = 再接続しない
reconnect-after-change = 変更してから再接続する
reconnect-unstated = 再接続については述べられていない
service-says-nothing = { $service } は { $code } の意味を公表していません。

## 比較

comparison-title = { $low } か { $high } か
heading-differences = 違う点
heading-alike = 同じ点
heading-tell-apart = 見分け方
heading-use = 使い分け
heading-now = 今すべきこと
apart-bytes = 回線上では、Close フレームの本体は `{ $bytes }` で始まります。
apart-byte-range = 回線上では、Close フレームの本体は `{ $low }` から `{ $high }` のいずれかで始まります。
apart-local = キャプチャには現れません。これを運ぶフレームはなく、報告する側のログにあります。
apart-invalid = 回線上にあれば送信者の誤りです。応答は 1002 か、TCP 接続の終了です。
use-local = 報告し、決して送らないでください。
use-nobody = 決して送らないでください。
same-code = どちらも { $code } です。比べるものがありません。
same-row = どちらも { $range } にあり、プロトコルはどちらにも意味を与えません。

## コードの表と検索

column-code = コード
column-title = 名前
column-sender = 送信者
column-wire = フレーム
column-retry = 再接続
sender-short-both = 両方
sender-short-client = クライアント
sender-short-server = サーバー
sender-short-nobody = なし
wire-short-yes = 可
wire-short-no = 不可
retry-short-application = アプリ次第
retry-short-never = いいえ
retry-short-not-needed = 不要
retry-short-with-new-input = 変更後
retry-short-yes = はい、{ $range } 秒
matches = { $count ->
   *[other] { $count } か所が一致しました。最も合うものから順に示します：
}

## 分解したバイト

heading-frames = バイト
frame-of-client = クライアントの { $kind } フレーム（マスク付き）、{ $length ->
   *[other] ペイロード { $length } バイト
}
frame-of-server = サーバーの { $kind } フレーム（マスクなし）、{ $length ->
   *[other] ペイロード { $length } バイト
}
frame-body = Close フレームの本体、{ $length ->
   *[other] { $length } バイト
}
frame-continues = 同じメッセージのフレームが続きます。
frame-compressed = RSV1 が立っています。`permessage-deflate` が合意されていればメッセージは圧縮されており、そうでなければ RFC 6455 の 5.2 節に違反します。
frame-incomplete = フレームより先にバイトが終わっています。
label-code = コード
label-reason = 理由
label-text = テキスト
label-bytes = バイト
label-none = なし
reason-window = 理由は、{ $range } 秒のランダムな時点に戻るようクライアントに求めています。
frame-fault = 規則に違反しています：{ $rule }（{ $section }）。応答は { $code } です。

fault-close-body-too-short = Close フレームの本体は空か、2 バイト以上である
fault-close-reason-not-utf8 = Close フレームの理由は UTF-8 である
fault-continuation-without-message = 継続フレームは、始まったメッセージに属する
fault-control-frame-fragmented = 制御フレームは断片化されない
fault-control-frame-too-long = 制御フレームのペイロードは 125 バイトまでである
fault-invalid-close-code = このコードは Close フレームに置けない
fault-invalid-utf8 = テキストメッセージは UTF-8 である
fault-length-not-minimal = 長さは最短の形で書く
fault-length-too-large = 64 ビットの長さの最上位ビットは立てない
fault-mask-forbidden = サーバーはフレームをマスクしない
fault-mask-missing = クライアントはフレームをマスクする
fault-message-interrupted = メッセージは次が始まる前に終わる
fault-reserved-bits = 予約ビットは、合意された拡張が使うときだけ立てる
fault-reserved-opcode = オペコードは 0、1、2、8、9、10 の 6 つである

## 開始ハンドシェイクのヘッダー

heading-header = ヘッダー
header-extensions = 拡張の一覧です。クライアントが要求で提案し、サーバーが応答で受け入れるものを示します。
header-key = クライアントが送ります。base64 の 16 のランダムなバイトです。サーバーが WebSocket を理解することを証明するだけのものです。
header-accept = サーバーが送ります。クライアントの鍵のハッシュです。誤っていれば、キャッシュなど別のものが応答しています。
header-version = クライアントが送ります。プロトコルのバージョンです。使われているのは 13 だけです。
header-protocol = サブプロトコルの一覧です。クライアントが要求で提案し、サーバーが応答で多くても 1 つを示します。
header-upgrade = 接続が何に変わるかを示します。双方が送ります。
header-connection = 次の中継先だけに向けたヘッダーを示します。`Upgrade` があれば、プロキシはそのヘッダーを自分で扱う必要があると分かります。何も知らないプロキシは両方を落とします。
header-retry-after = 拒否するサーバーが 503 や 429 とともに送ります。どれだけ離れているべきかを示します。
header-key-good = 鍵は有効です。応答は { $value } です。
header-key-bad = これは鍵ではありません。16 バイトを表す base64 の 24 文字でなければなりません。サーバーは 400 で応答します。
header-accept-good = 形は正しいです。正しい値かどうかは鍵によります。`rejoin explain --header` が鍵から応答を計算します。
header-accept-bad = これはどの鍵への応答でもありません。20 バイトを表す base64 の 28 文字でなければなりません。クライアントはハンドシェイクを失敗させます。
header-version-good = これは RFC 6455 のバージョンです。
header-version-bad = 今日のサーバーはこのバージョンを話しません。426 と `Sec-WebSocket-Version: 13` で応答します。
header-protocol-bad = これはサブプロトコルの一覧ではありません。それぞれがトークンでなければならず、重複も許されません。サーバーは 400 で応答します。
header-protocol-one = サーバーが示したのなら、{ $name } が双方の話すものです。クライアントだけが示したのなら、提案です。
header-protocol-several = 提案としては問題ありません。応答では多くても 1 つで、クライアントはハンドシェイクを失敗させます。
header-protocol-service = { $name } の下では、クローズコードは { $service } の独自の意味を持ちます。
header-upgrade-good = 正しく `websocket` を示しています。
header-upgrade-bad = `websocket` を示していません。サーバーはこれを WebSocket のハンドシェイクとみなさず、クライアントはハンドシェイクを失敗させます。
header-connection-good = 正しく `Upgrade` を示しています。
header-connection-bad = `Upgrade` を示していません。サーバーはこれを WebSocket のハンドシェイクとみなさず、クライアントはハンドシェイクを失敗させます。多くの場合、プロキシがヘッダーを置き換えています。
header-retry-after-seconds = { $seconds ->
   *[other] サーバーは { $seconds } 秒間離れているよう求めています。
}
header-retry-after-date = サーバーはその時点まで離れているよう求めています。
header-retry-after-bad = これは秒数でも HTTP の日付でもありません。クライアントは無視します。
header-malformed = { $place } バイト目で形式が不正です：{ $offence }。サーバーは 400 で応答し、クライアントはハンドシェイクを失敗させます（RFC 6455 の 9.1 節）。
offence-empty-list = ヘッダーはあるが拡張を示していない
offence-parameter-missing = セミコロンの後にはパラメーターが必要
offence-quote-not-closed = 閉じる引用符がない
offence-unexpected-byte = ここに置けない文字
offence-value-missing = 等号の後には値が必要
offence-value-not-token = 引用符の間の値はトークンでなければならない

heading-parameters = 述べていること
param-server-no-context-takeover = サーバーは各メッセージを単独で圧縮します。提案としては要求であり、その提案を受け入れる応答は繰り返さなければなりません。
param-client-no-context-takeover = クライアントは各メッセージを単独で圧縮します。提案としては示唆、応答としては要求です。
param-server-max-window-bits = サーバーが圧縮に使うウィンドウで、2 の 8〜15 乗です。これを含む提案を受け入れる応答にもなければならず、より大きくてはいけません。
param-client-max-window-bits = クライアントが圧縮に使うウィンドウで、2 の 8〜15 乗です。値なし（提案でだけ省ける）なら、サーバーに選ばせます。応答に含めてよいのは、提案にあったときだけです。
extension-deflate = メッセージを圧縮します（RFC 7692）。登録済みです。
extension-deflate-frame = Safari がバージョン 15 より前に提案していた、圧縮の初期の草案です。登録されておらず、サーバーは断ります。
extension-usp = User Services Platform（TR-369）です。登録済みで、フレームは変えず、誰も必須としてはいけません。
extension-unknown = 登録されていません。双方が前もって知っている必要があります。

heading-as-offer = クライアントの提案として
heading-as-answer = { $offer } への応答として
verdict-taken = 受け入れ：すべてに対応するサーバーは { $answer } と応答します。
verdict-declined = 断る：{ $rule }（{ $section }）。次の提案が試され、なければ拡張なしで接続が開きます。
verdict-not-reached = 見られません。前の提案が受け入れられています。
verdict-opens = 良好：接続が開きます。
verdict-opens-without = 良好：接続が開きます。{ $missing } なしで動けないクライアントは 1010 で去ります。
verdict-fails = ハンドシェイクは失敗し、Close フレームは送られません：{ $rule }（{ $section }）。

rule-agreed-twice = 拡張が 2 回現れており、接続が持つ設定は 1 つずつである
rule-declined-by-policy = 拡張は無効にされている
rule-larger-than-offered = { $answered } は提案された { $offered } より大きい
rule-not-answered = 応答にない
rule-not-configured = 設定されていない限り、サーバーはこの名前の拡張を知らない
rule-not-offered = { $parameter } は、提案されたときだけ応答してよい
rule-not-repeated = { $parameter } が提案されたので、応答は繰り返さなければならない
rule-not-requested = 拡張は提案されていない
rule-parameter-repeated = { $parameter } が 2 回以上現れている
rule-parameter-unknown = 拡張にパラメーター { $parameter } はない
rule-required-here = { $parameter } が必要
rule-rsv-taken = すでに合意された { $extension } も { $bits } を使う
rule-value-invalid = { $parameter } の値が許される値ではない
rule-value-missing = { $parameter } には値が必要
rule-value-not-allowed = { $parameter } は値を取らない
rule-window-unsupported = { $parameter } には対応していない
