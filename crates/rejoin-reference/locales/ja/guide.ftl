# なぜ閉じられたのか。質問、選べる答え、そして結論。
# 1 行に 1 メッセージ。左から右のまま保つ必要がある部分はバッククォートで囲む。

g-q-opened = 終わる前に接続は開きましたか。
g-c-opened-yes = はい。メッセージを送れました。
g-c-opened-no = いいえ。一度も開きませんでした。
g-c-opened-number = 番号しか分かりません。

g-q-handshake = 試行の結果、何が返ってきましたか。
g-c-handshake-nothing = 何も。拒否されたか、タイムアウトしました。
g-c-handshake-tls = 証明書または TLS についてのエラー。
g-c-handshake-login = HTTP ステータス 401 または 403。
g-c-handshake-status = 別の HTTP ステータス。200、302、400、404、426、502 など。
g-c-handshake-switched = ステータス 101。それでもクライアントは諦めました。
g-c-handshake-browser = ブラウザーに 1006 しか見えません。

g-q-number = どの番号ですか。
g-c-number-planned = 1000 または 1001
g-c-number-data = 1002、1003、1007、1009 のいずれか
g-c-number-empty = 1005
g-c-number-lost = 1006
g-c-number-refused = 1008、3000、3003 のいずれか
g-c-number-extension = 1010
g-c-number-service = 1011、1012、1013、1014 のいずれか
g-c-number-slow = 3008
g-c-number-private = 3000〜4999 のその他の番号
g-c-number-other = それ以外の番号

g-q-wanted = 誰かがこの接続を終わらせたかったのですか。
g-c-wanted-yes = はい。仕事が終わったか、ページを離れました。
g-c-wanted-deploy = いいえ。サーバーまたはプロキシが再起動されました。
g-c-wanted-silence = いいえ。沈黙していたか、長く続いていました。

g-q-sent = 終わる直前に何を送りましたか。
g-c-sent-large = 大きなメッセージ
g-c-sent-binary = テキストを期待するサーバーへのバイナリデータ、またはその逆
g-c-sent-text = UTF-8 でないかもしれない言語や出所のテキスト
g-c-sent-ordinary = 特に変わったものはありません

g-q-moment = いつ終わりましたか。
g-c-moment-fixed = 30、60、100 秒後、または別の一定の時間の後
g-c-moment-together = 全クライアントで同時に
g-c-moment-large = 大きなメッセージの直後
g-c-moment-random = いつでも、あちこちのクライアントで

g-q-credentials = 資格情報はあり、有効で、期限切れではありませんか。
g-c-credentials-no = いいえ、または分かりません。
g-c-credentials-yes = はい。

g-q-rate = クライアントは非常に多く、または非常に頻繁に送りましたか。
g-c-rate-yes = はい。
g-c-rate-no = いいえ。

g-q-reason = 1010 の理由には何と書かれていますか。
g-c-reason-names = 拡張の名前。たとえば `permessage-deflate`。
g-c-reason-okhttp = `unexpected Sec-WebSocket-Extensions in response header`
g-c-reason-other = 別のこと、または何も書かれていません。

g-q-service = 4 つのうちどれですか。
g-c-service-ping = 1011、`keepalive ping timeout` 付き
g-c-service-failed = 1011、別の理由または理由なし
g-c-service-restart = 1012
g-c-service-busy = 1013
g-c-service-gateway = 1014

g-a-unreachable = サーバーに到達しませんでした。名前、ポート、ファイアウォール、サーバーが待ち受けているかを確認してください。延びていくランダムな遅延での再試行は正しい対応です。
g-a-tls = TLS が失敗しました。証明書が期限内で、このホストを示し、完全なチェーンを伴っているか、スキームがポートに合うかを確認してください。再試行は役に立ちません。
g-a-refused = 接続が開く前にサーバーが拒否しています。401 なら資格情報を更新し、403 なら権限を求めてください。`Origin` も確認します。
g-a-status = あなたの WebSocket サーバーでない何かが応答したか、プロキシが要求を壊しました。パスと、プロキシが `Upgrade` と `Connection` を HTTP/1.1 で転送しているかを確認してください。リダイレクトはしばしばログインページに向かいます。
g-a-answer = 101 が有効ではありませんでした。要求と応答の `Sec-WebSocket-Accept`、`Sec-WebSocket-Extensions`、`Sec-WebSocket-Protocol` を比べてください。求めていないものがあってはいけません。
g-a-browser = ブラウザーは原因を隠します。コンソールとネットワークの表示を見るか、ブラウザーの外でハンドシェイクを繰り返してください。`rejoin check URL` はすべての段階を示します。
g-a-empty = 相手は順序正しく閉じ、コードを示しませんでした。何も壊れていません。まだ必要なら再接続してください。
g-a-slow = 相手は、あなたが送るべきもの（ログイン、応答、データ）を待ちすぎました。もっと早く送ってください。Centrifugo と AssemblyAI では、この番号は別の意味です。
g-a-private = この番号はサービスかライブラリのものです。どれかを調べ、その表で引いてください。
g-a-invalid = この番号は送ってはいけません。相手、またはクローズを書き換えるプログラムに誤りがあります。
g-a-done = 計画された終了です。直すものはありません。必要になったら新しい接続を開いてください。
g-a-leaving = サーバーかプロキシが順序正しく去りました。0〜5 秒のランダムな時間を置いて再接続してください。自分のサーバーで、戻ってくるなら、1012 を送ります。
g-a-silence = 沈黙や寿命の上限で終わりました。Cowboy と uWebSockets は 1000、Jetty と Deno は 1001、Bandit は 1002 と言います。ping を送り、上限を上げ、再接続してください。
g-a-large = メッセージが相手の上限を超えました。独自の形式で分けるか、上限を上げてください。
g-a-type = 相手はもう一方の種類のメッセージしか受け付けません。送る呼び出しを変えてください。
g-a-text = テキストが UTF-8 ではありませんでした。UTF-8 で符号化するか、バイナリで送ってください。Chromium はこれに 1002 を使います。
g-a-protocol = フレームがプロトコルを破りました。古いライブラリと、圧縮を片側でしか扱わないプロキシを疑ってください。圧縮なしで試します。
g-a-timeout = プロキシが切りました。60 秒の沈黙なら nginx か AWS、100 秒なら Cloudflare、寿命 30 秒なら Google Cloud です。20 秒ごとに ping を送るか、上限を上げてください。
g-a-cut = サーバーかプロキシが何も告げずに再起動しました。停止前にサーバーが 1012 で閉じるようにし、プロキシの再読み込みを減らしてください。
g-a-limit = 相手には告げない大きさの上限があります。uWebSockets（16 KiB）と tungstenite は接続を捨てるだけです。一度に送る量を減らしてください。
g-a-network = ネットワークは変わり、機器はスリープします。延びていくランダムな遅延で再接続し、死んだ接続に気付けるよう ping を送ってください。
g-a-renew = 新しい資格情報を得てから、一度だけ接続してください。古いもので繰り返しても同じように終わります。
g-a-rate = サービスの上限を超えました。再接続の前に、頻度と接続数を減らしてください。
g-a-rights = 誰かは分かっていますが、許されていません。権限を与える人に尋ね、自動再接続を止めてください。
g-a-extension = クライアントが、合意されなかった拡張を必須としています。サーバーで有効にする、プロキシに `Sec-WebSocket-Extensions` を通させる、または任意にしてください。
g-a-okhttp = OkHttp は応答を使えません。その提案には、`client_max_window_bits` と未知のパラメーターなしで応答してください。
g-a-broken = faye のように、合意した拡張が使用中に失敗すると 1010 を送るライブラリがあります。両側の圧縮を確認してください。
g-a-ping = 一方が ping への応答を時間内に得られませんでした。塞がったイベントループ、次に遅い回線を探してください。
g-a-failed = サーバーが予期せず失敗しました。詳しくはそのログにあります。延びていくランダムな遅延で再接続してください。
g-a-restart = 計画された再起動です。理由の示す時間枠、なければ 1〜5 秒のランダムな時間を待って再接続してください。
g-a-busy = サービスが過負荷です。別のアドレスを試すか、試行のたびに長く待ってください。
g-a-gateway = ゲートウェイの背後のサーバーが失敗しました。そこを見てください。延びていくランダムな遅延で再接続します。
