# Neden kapatıldım? Sorular, verilebilecek yanıtlar ve sonuçlar.
# Her satırda bir ileti. Soldan sağa kalması gereken kısımlar ters kesme işaretleri arasındadır.

g-q-opened = Bağlantı bitmeden önce açıldı mı?
g-c-opened-yes = Evet: ileti gönderilebiliyordu.
g-c-opened-no = Hayır: hiç açılmadı.
g-c-opened-number = Elimde yalnızca bir sayı var.

g-q-handshake = Denemeden ne döndü?
g-c-handshake-nothing = Hiçbir şey: reddedildi ya da zaman aşımına uğradı.
g-c-handshake-tls = Sertifika ya da TLS ile ilgili bir hata.
g-c-handshake-login = HTTP durumu 401 ya da 403.
g-c-handshake-status = Başka bir HTTP durumu: 200, 302, 400, 404, 426 ya da 502 gibi.
g-c-handshake-switched = Durum 101, ama istemci yine de vazgeçti.
g-c-handshake-browser = Tarayıcıda yalnızca 1006 görüyorum.

g-q-number = Hangi sayı?
g-c-number-planned = 1000 ya da 1001
g-c-number-data = 1002, 1003, 1007 ya da 1009
g-c-number-empty = 1005
g-c-number-lost = 1006
g-c-number-refused = 1008, 3000 ya da 3003
g-c-number-extension = 1010
g-c-number-service = 1011, 1012, 1013 ya da 1014
g-c-number-slow = 3008
g-c-number-private = 3000–4999 arasından başka bir sayı
g-c-number-other = Başka herhangi bir sayı

g-q-wanted = Bu bağlantının bitmesini isteyen oldu mu?
g-c-wanted-yes = Evet: iş bitti ya da sayfadan ayrılındı.
g-c-wanted-deploy = Hayır. Bir sunucu ya da vekil yeniden başlatıldı.
g-c-wanted-silence = Hayır. Sessizdi ya da uzun süredir yaşıyordu.

g-q-sent = Bitmeden hemen önce ne gönderildi?
g-c-sent-large = Büyük bir ileti
g-c-sent-binary = Metin bekleyen sunucuya ikili veri ya da tersi
g-c-sent-text = UTF-8 olmayabilecek bir dilde ya da kaynaktan metin
g-c-sent-ordinary = Olağan dışı bir şey değil

g-q-moment = Ne zaman bitti?
g-c-moment-fixed = 30, 60 ya da 100 saniye veya başka sabit bir süre sonra
g-c-moment-together = Tüm istemciler için aynı anda
g-c-moment-large = Büyük bir iletinin hemen ardından
g-c-moment-random = Herhangi bir anda, bir orada bir burada bir istemci

g-q-credentials = Kimlik bilgileriniz var mı, geçerli mi ve süresi dolmamış mı?
g-c-credentials-no = Hayır ya da bilmiyorum.
g-c-credentials-yes = Evet.

g-q-rate = İstemci çok fazla ya da çok sık gönderdi mi?
g-c-rate-yes = Evet.
g-c-rate-no = Hayır.

g-q-reason = 1010'un gerekçesi ne diyor?
g-c-reason-names = Uzantı adları veriyor, örneğin `permessage-deflate`.
g-c-reason-okhttp = `unexpected Sec-WebSocket-Extensions in response header`
g-c-reason-other = Başka bir şey ya da hiçbir şey.

g-q-service = Dördünden hangisi?
g-c-service-ping = 1011, `keepalive ping timeout` ile
g-c-service-failed = 1011, başka gerekçeyle ya da gerekçesiz
g-c-service-restart = 1012
g-c-service-busy = 1013
g-c-service-gateway = 1014

g-a-unreachable = Sunucuya ulaşılamadı. Adı, bağlantı noktasını ve güvenlik duvarını, sunucunun dinleyip dinlemediğini denetleyin. Büyüyen rastgele gecikmelerle yeniden denemek doğrudur.
g-a-tls = TLS başarısız oldu. Sertifikanın süresinin dolmadığını, bu ana makineyi adlandırdığını ve tüm zinciriyle geldiğini, şemanın bağlantı noktasına uyduğunu denetleyin. Yeniden denemek işe yaramaz.
g-a-refused = Sunucu bağlantı açılmadan sizi reddediyor. 401'de kimlik bilgilerini yenileyin; 403'te yetki isteyin. `Origin` değerini de denetleyin.
g-a-status = WebSocket sunucunuz olmayan bir şey yanıtladı ya da bir vekil isteği bozdu. Yolu ve vekillerin `Upgrade` ile `Connection` başlıklarını HTTP/1.1 ile iletip iletmediğini denetleyin. Yönlendirme çoğu kez oturum açma sayfasına gider.
g-a-answer = 101 geçerli değildi. İstekle yanıtın `Sec-WebSocket-Accept`, `Sec-WebSocket-Extensions` ve `Sec-WebSocket-Protocol` başlıklarını karşılaştırın: istenmemiş bir şey bulunamaz.
g-a-browser = Tarayıcı nedeni gizler. Konsoluna ve ağ görünümüne bakın ya da el sıkışmayı tarayıcı dışında yineleyin: `rejoin check URL` her adımı gösterir.
g-a-empty = Karşı taraf düzenle kapattı ve kod vermedi. Bozuk bir şey yok. Bağlantı hâlâ gerekiyorsa yeniden bağlanın.
g-a-slow = Karşı taraf borçlu olduğunuz bir şeyi çok bekledi: oturum açma, yanıt, veri. Daha erken gönderin. Centrifugo ve AssemblyAI'da sayının anlamı başkadır.
g-a-private = Sayı bir hizmete ya da kitaplığa aittir. Hangisi olduğunu bulun ve onun tablosunda arayın.
g-a-invalid = Bu sayı gönderilemez. Karşı tarafta ya da kapanışları yeniden yazan bir programda kusur var.
g-a-done = Planlı bir son. Düzeltilecek bir şey yok. Gerektiğinde yeni bağlantı açın.
g-a-leaving = Sunucu ya da bir vekil düzenle gitti. Rastgele 0–5 saniye sonra yeniden bağlanın. Sunucu sizinse ve dönüyorsa 1012 gönderin.
g-a-silence = Sessizlik ya da ömür sınırı bitirdi: Cowboy ve uWebSockets 1000, Jetty ve Deno 1001, Bandit 1002 der. Ping gönderin, sınırı artırın ve yeniden bağlanın.
g-a-large = İleti karşı tarafın sınırının üstündeydi. Kendi biçiminizde bölün ya da sınırı artırın.
g-a-type = Karşı taraf yalnızca öbür türde ileti alıyor. Gönderen çağrıyı değiştirin.
g-a-text = Metin UTF-8 değildi. UTF-8 ile kodlayın ya da ikili gönderin. Chromium bunun için 1002 der.
g-a-protocol = Bir çerçeve protokolü çiğnedi. Eski kitaplıklardan ve sıkıştırmayı yalnızca bir yanda ele alan vekillerden kuşkulanın. Sıkıştırmasız deneyin.
g-a-timeout = Bir vekil kesti: 60 saniye sessizlik nginx ya da AWS, 100 saniye Cloudflare, 30 saniye ömür Google Cloud'dur. Her 20 saniyede bir ping gönderin ya da sınırı artırın.
g-a-cut = Bir sunucu ya da vekil tek söz etmeden yeniden başlatıldı. Sunucu durmadan önce 1012 ile kapatsın ve vekilleri daha seyrek yeniden yükleyin.
g-a-limit = Karşı tarafın söylemediği bir boyut sınırı var: uWebSockets (16 KiB) ve tungstenite bağlantıyı yalnızca bırakır. Bir seferde daha az gönderin.
g-a-network = Ağlar değişir, cihazlar uyur. Büyüyen rastgele gecikmelerle yeniden bağlanın ve ölü bağlantılar fark edilsin diye ping gönderin.
g-a-renew = Yeni kimlik bilgileri alın, sonra bir kez bağlanın. Eskileri yinelemek aynı biçimde biter.
g-a-rate = Hizmetin bir sınırını aştınız. Yeniden bağlanmadan önce sıklığı ve bağlantı sayısını azaltın.
g-a-rights = Biliniyorsunuz ama izniniz yok. Yetki verene başvurun. Otomatik yeniden bağlanmayı durdurun.
g-a-extension = Bir istemci kararlaştırılmamış bir uzantıyı zorunlu kılıyor. Sunucuda açın, vekiller `Sec-WebSocket-Extensions` başlığını geçirsin ya da isteğe bağlı yapın.
g-a-okhttp = OkHttp yanıtı kullanamıyor. Teklifini `client_max_window_bits` ve bilinmeyen parametreler olmadan yanıtlayın.
g-a-broken = Bazı kitaplıklar, örneğin faye, kararlaştırılmış bir uzantı kullanımdayken başarısız olunca 1010 gönderir. İki taraftaki sıkıştırmayı denetleyin.
g-a-ping = Taraflardan biri ping'ine zamanında yanıt almadı. Önce tıkanmış bir olay döngüsü, sonra yavaş bir hat arayın.
g-a-failed = Sunucu beklenmedik biçimde başarısız oldu. Günlüğü daha fazlasını söyler. Büyüyen rastgele gecikmelerle yeniden bağlanın.
g-a-restart = Planlı bir yeniden başlatma. Gerekçenin belirttiği pencereyi, yoksa rastgele 1–5 saniye bekleyin ve yeniden bağlanın.
g-a-busy = Hizmet aşırı yüklü. Başka bir adres deneyin ya da her denemede daha uzun bekleyin.
g-a-gateway = Ağ geçidinin arkasındaki sunucu başarısız oldu. Oraya bakın. Büyüyen rastgele gecikmelerle yeniden bağlanın.
