# Hizmetlerin, kitaplıkların ve protokollerin bir kodla ne demek istediği.
# Her satırda bir ileti. Soldan sağa kalması gereken kısımlar ters kesme işaretleri arasındadır.

s-assemblyai-note = Bağlantı bir hata yüzünden kapanmadan önce `Error` türünde bir JSON iletisi ne olduğunu söyler. İçindeki `error_code`, ardından gelen kapanış kodudur; `retryable` ve `retry_after_seconds` geri dönülüp dönülmeyeceğini ve ne zaman dönüleceğini söyler. Çerçevenin gerekçesi yalnızca `See Error message for details` olur.
s-assemblyai-3006 = Bağlantı isteği ya da bir ileti geçerli değildi. `Error` iletisi parametreyi belirtir.
s-assemblyai-3008 = Oturum en uzun süresine ulaştı. Yenisini açın.

s-assemblyai-legacy-note = Bunlar eski gerçek zamanlı hizmetin kodlarıdır. Şimdiki akış hizmeti başka kodlar kullanır.
s-assemblyai-legacy-4000 = Örnekleme hızı pozitif bir tam sayı değil.
s-assemblyai-legacy-4001 = Yetki yok: API anahtarı ya da belirteç yanlış.
s-assemblyai-legacy-4002 = Hesapta bakiye kalmadı.
s-assemblyai-legacy-4003 = Bu özellik ücretsiz hesaplara dahil değil.
s-assemblyai-legacy-4004 = Oturum yok.
s-assemblyai-legacy-4008 = Oturumun süresi doldu.
s-assemblyai-legacy-4010 = Oturum daha önce kapatılmıştı.
s-assemblyai-legacy-4029 = Ses çok hızlı gönderildi.
s-assemblyai-legacy-4030 = Bu oturuma zaten başka bir bağlantı hizmet ediyor.
s-assemblyai-legacy-4031 = Oturum çok uzun süre boşta kaldı.
s-assemblyai-legacy-4032 = Ses parçası çok kısaydı.
s-assemblyai-legacy-4033 = Ses parçası çok uzundu.
s-assemblyai-legacy-4034 = Ses parçası dönüştürülemeyecek kadar küçüktü.
s-assemblyai-legacy-4101 = Bir ileti şemaya uymuyordu.
s-assemblyai-legacy-4102 = Hesabın çok fazla açık akışı var.
s-assemblyai-legacy-4103 = Bu oturuma başka yerden yeniden bağlanıldı; bu bağlantı artık geçerli değil.

s-deepgram-stt-note = Deepgram standart kodlar kullanır. Ne olduğunu gerekçenin başındaki simge söyler.
s-deepgram-stt-1008 = `DATA-0000`: veriler ses olarak çözülemiyor. Biçimi, kodlamayı ve örnekleme hızını denetleyin.
s-deepgram-stt-1011 = `NET-0000`: Deepgram zamanında yanıt veremedi. `NET-0001`: yaklaşık 10 saniye boyunca ses gelmedi; ses ya da bir `KeepAlive` iletisi gönderin.

s-deepgram-tts-note = Deepgram standart kodlar kullanır. Ne olduğunu gerekçenin başındaki simge söyler.
s-deepgram-tts-1003 = `MESSAGE-0000`: yalnızca metin iletileri alınır.
s-deepgram-tts-1008 = `DATA-0000`: ileti bilinen bir komut değil. `DATA-0001`: metinde çok fazla karakter var.
s-deepgram-tts-1009 = `BIG-0000`, `BIG-0001`: ileti çok büyük.
s-deepgram-tts-1011 = `NET-0000`–`NET-0003`: yolda ya da oturumda bir süre sınırı aşıldı.

s-gemini-live-note = Hizmetin kendine özgü kodları yoktur. Bir bağlantı yaklaşık 10 dakika yaşar; sondan önce bir `GoAway` iletisi gelir. Oturumu yeni bir bağlantıda sürdürün.
s-gemini-live-1007 = Bir oturum sürdürülemediğinde kullanıcılar bildirdi. Yeni bir oturum başlatın.
s-gemini-live-1011 = Kullanıcılar `Deadline expired before operation could complete` diye bildirdi. Oturumu sürdürün ya da yenisini başlatın.

s-discord-gateway-note = Aynı sayılar Discord'un ses ve RPC soketlerinde başka anlamlara gelir. Ağ geçidi planlı bir kapanıştan önce çoğu kez 7 numaralı işlem kodunu (Reconnect) gönderir; o zaman oturumu sürdürün.
s-discord-gateway-1001 = Discord, istemcinin yeniden bağlanıp oturumu sürdürmesini ister.
s-discord-gateway-4000 = Bilinmeyen hata. Yeniden bağlanın.
s-discord-gateway-4001 = Bir işlem kodu ya da yükü geçerli değildi.
s-discord-gateway-4002 = Bir yük çözülemedi.
s-discord-gateway-4003 = Kimlik bildiriminden önce bir yük geldi ya da oturum geçersiz kılındı.
s-discord-gateway-4004 = Botun belirteci yanlış. Önce onu değiştirin.
s-discord-gateway-4005 = İstemci kimliğini iki kez bildirdi.
s-discord-gateway-4007 = Sürdürmenin sıra numarası geçerli değildi. Yeni bir oturum başlatın.
s-discord-gateway-4008 = Yükler çok hızlı geldi. Yavaşlayın.
s-discord-gateway-4009 = Oturum zaman aşımına uğradı. Yenisini başlatın.
s-discord-gateway-4010 = Kimlik bildirimindeki parça (shard) geçerli değildi.
s-discord-gateway-4011 = Bot tek bağlantı için çok fazla sunucuda: parçalara (shard) bölmek zorunlu.
s-discord-gateway-4012 = Ağ geçidi API'sinin sürümü geçerli değildi.
s-discord-gateway-4013 = Bir niyet (intent) geçerli değildi. Bitlerinin nasıl hesaplandığını denetleyin.
s-discord-gateway-4014 = Bir niyete (intent) izin yok: uygulama için açın ya da onaylatın.

s-discord-rpc-note = RPC sunucusu kullanıcının kendi bilgisayarında çalışır. Kodlarının ağ geçidininkilerle ortak bir yanı yoktur.
s-discord-rpc-4000 = İstemci kimliği geçerli değil.
s-discord-rpc-4001 = Bu istemci kimliği için bu kaynağa (origin) izin yok.
s-discord-rpc-4002 = İstekler çok hızlı geldi.
s-discord-rpc-4003 = Belirteç iptal edildi. Yenisini alın.
s-discord-rpc-4004 = Bağlantı dizesindeki sürüm geçerli değil.
s-discord-rpc-4005 = Bağlantı dizesindeki kodlama geçerli değil.

s-discord-voice-note = Discord birkaç kod için yeniden bağlanılıp bağlanılmayacağını söyler, ötekiler için susar.
s-discord-voice-4001 = İşlem kodu geçerli değildi.
s-discord-voice-4002 = Kimlik bildiriminin yükü çözülemedi.
s-discord-voice-4003 = Kimlik bildiriminden önce bir yük geldi.
s-discord-voice-4004 = Kimlik bildirimindeki belirteç yanlış.
s-discord-voice-4005 = İstemci kimliğini iki kez bildirdi.
s-discord-voice-4006 = Oturum artık geçerli değil.
s-discord-voice-4009 = Oturum zaman aşımına uğradı.
s-discord-voice-4011 = Ses sunucusu bulunamadı.
s-discord-voice-4012 = Protokol tanınmadı.
s-discord-voice-4014 = İstemcinin bağlantısı kesildi: atıldı ya da ağ geçidi oturumu bitti.
s-discord-voice-4015 = Ses sunucusu çöktü. Oturumu sürdürün.
s-discord-voice-4016 = Şifreleme kipi tanınmadı.
s-discord-voice-4017 = Kanal uçtan uca şifreleme (DAVE) ister, istemcide ise yok.
s-discord-voice-4020 = İstek kusurluydu.
s-discord-voice-4021 = Hız sınırı aşıldı.
s-discord-voice-4022 = Görüşme herkes için bitti: kanal silindi ya da ses sunucusu değişti.

s-fluxer-note = Bu küme Discord'unkini izler.
s-fluxer-4000 = Bilinmeyen hata.
s-fluxer-4001 = İşlem kodu geçerli değildi.
s-fluxer-4002 = Bir yük çözülemedi.
s-fluxer-4003 = Kimlik bildiriminden önce bir yük geldi.
s-fluxer-4004 = Belirteç yanlış.
s-fluxer-4005 = İstemci kimliğini iki kez bildirdi.
s-fluxer-4007 = Sürdürmenin sıra numarası geçerli değildi.
s-fluxer-4008 = Yükler çok hızlı geldi.
s-fluxer-4009 = Oturum zaman aşımına uğradı. Yenisini başlatın.
s-fluxer-4010 = Parça (shard) geçerli değildi.
s-fluxer-4011 = Parçalara (shard) bölmek zorunlu.
s-fluxer-4012 = Ağ geçidi API'sinin sürümü geçerli değildi.

s-signal-note = Sunucunun kaynak kodunda görüldü.
s-signal-1011 = Sunucu saklanan iletileri okuyamadı.
s-signal-4401 = Hesabın yeniden kimlik doğrulaması gerekiyor.
s-signal-4409 = Aynı cihaz başka yerden bağlandı; o bağlantı bunun yerini aldı.

s-slack-note = Slack'in kendine özgü kodları yoktur. Bir bağlantıyı bitirmeden önce `disconnect` türünde ve gerekçeli bir JSON iletisi gönderir: `warning` ve `refresh_requested` yeni bir bağlantı ister, `link_disabled` Socket Mode'un kapatıldığını söyler. İstemci 1000 ile kapatır. Slack'in sunucuları kapanış el sıkışmasından sonra TCP'yi kapatmaz; bu yüzden bir zaman aşımı kullanın.

s-twitch-eventsub-4000 = Twitch'in sunucusunda bir hata.
s-twitch-eventsub-4001 = İstemci ileti gönderdi. Yalnızca pong'lara izin var.
s-twitch-eventsub-4002 = İstemci bir ping'i pong ile yanıtlamadı.
s-twitch-eventsub-4003 = İstemci karşılamadan sonraki 10 saniye içinde abonelik oluşturmadı.
s-twitch-eventsub-4004 = İstemci yeniden bağlanma iletisinden sonraki 30 saniye içinde yeni adrese geçmedi.
s-twitch-eventsub-4005 = Ağ zaman aşımı. Geçicidir.
s-twitch-eventsub-4006 = Ağ hatası. Geçicidir.
s-twitch-eventsub-4007 = Yeniden bağlanma adresi geçerli değildi. İletideki adresi değiştirmeden kullanın.

s-aws-api-gateway-note = Bir bağlantı en çok 2 saat yaşar ve 10 dakikalık sessizlikten sonra biter. Kendi kodunuzun yönetim API'siyle sildiği bağlantı 1000 ile biter.
s-aws-api-gateway-1009 = Bir çerçeve 32 KB'den ya da bir ileti 128 KB'den büyüktü.

s-aws-iot-wireless-note = Burada sunucu konuşur; istemciden gelen herhangi bir ileti bağlantıyı bitirir.
s-aws-iot-wireless-1000 = İstek yerine getirildi ya da oturum çok uzun süre boşta kaldı.
s-aws-iot-wireless-1002 = Bir protokol hatası.
s-aws-iot-wireless-1003 = İstemci ikili veri ya da desteklenmeyen bir biçim gönderdi.
s-aws-iot-wireless-1008 = Bir kural çiğnendi ya da yetkilendirme başarısız oldu; örneğin imzanın süresi dolmuştu.
s-aws-iot-wireless-1011 = Beklenmeyen bir durum ya da iç hata.

s-binance-note = Binance kendine özgü kod belgelemez. Bir bağlantı en çok 24 saat yaşar. Sunucu ping gönderir, pong'u zamanında bekler ve bir istemcinin saniyede kaç ileti gönderebileceğini sınırlar. Planlı bir sondan önce `serverShutdown` adlı bir olay gönderir.
s-binance-1008 = `Too many requests`: istemci bir sınırı aştı. Yeniden bağlanmadan önce yavaşlayın.

s-home-assistant-note = Okunacak sayı yoktur. Yanlış belirteç `auth_invalid` türünde bir iletiyle yanıtlanır, ardından bağlantı biter.

s-obs-note = Protokol her kod için yeniden bağlanılıp bağlanılmayacağını söylemez.
s-obs-4000 = Bilinmeyen neden. Görülmemesi gerekir.
s-obs-4002 = Bir ileti çözülemedi.
s-obs-4003 = Bir alan eksik.
s-obs-4004 = Bir alanın türü yanlış.
s-obs-4005 = Bir alanın değeri geçerli değil.
s-obs-4006 = `op` eksik ya da geçerli değil.
s-obs-4007 = Kimlik bildiriminden önce bir ileti geldi.
s-obs-4008 = İstemci kimliğini iki kez bildirdi. `Reidentify` kullanın.
s-obs-4009 = Parola yanlış.
s-obs-4010 = Sunucu protokolün bu sürümünü konuşmuyor.
s-obs-4011 = Kullanıcı bu istemciyi OBS'de çıkardı. Kendiliğinizden yeniden bağlanmayın.
s-obs-4012 = Sunucu istenen bir özelliği desteklemiyor.

s-pandascore-1000 = Maç bitti.
s-pandascore-4001 = Belirteç eksik.
s-pandascore-4003 = Plan bu adresi içermiyor.
s-pandascore-4029 = Maçta bu hesabın zaten 3 bağlantısı var.
s-pandascore-1001-1999 = PandaScore tarafında bir hata. Yeniden bağlanın ve kaçan olayları alın.

s-actioncable-note = Okunacak sayı yoktur. `disconnect` türünde bir JSON iletisi bir neden (`unauthorized`, `invalid_request`, `server_restart` ya da `remote`) ve geri dönülüp dönülmeyeceğini söyleyen bir `reconnect` bayrağı taşır.

s-centrifugo-note = Yeniden bağlanılıp bağlanılmayacağını aralık söyler; kitaplık bunu kendiliğinden yapar. 3000 ve 3008 sayıları burada IANA kayıt defterindekinden başka anlama gelir.
s-centrifugo-3000 = Bağlantı öneri verilmeden kapatıldı ya da koptu.
s-centrifugo-3001 = Sunucu kapanıyor.
s-centrifugo-3004 = Sunucuda bir iç hata.
s-centrifugo-3005 = Bağlantının süresi doldu.
s-centrifugo-3006 = Bir aboneliğin süresi doldu.
s-centrifugo-3008 = İstemci yeterince hızlı okumuyor.
s-centrifugo-3009 = İstemciye yazmak başarısız oldu.
s-centrifugo-3010 = Sunucu, istemcinin bir akıştaki konumunun yanlış olduğunu gördü. Yeniden bağlanınca düzelir.
s-centrifugo-3011 = Sunucu istemciden yeniden bağlanmasını istiyor.
s-centrifugo-3012 = İstemci bir ping'i yanıtlamadı.
s-centrifugo-3013 = İstemci çok fazla komut gönderdi.
s-centrifugo-3014 = İstemcinin durumu artık geçerli değil; baştan başlar.
s-centrifugo-3500 = Belirteç geçerli değil.
s-centrifugo-3501 = İstemci protokolünün bir çerçevesi kusurluydu.
s-centrifugo-3502 = İstemci kimliğini zamanında doğrulamadı.
s-centrifugo-3503 = Sunucu istemciden uzak durmasını istiyor.
s-centrifugo-3504 = Bağlantı sayısı sınırına ulaşıldı.
s-centrifugo-3505 = Kanal sayısı sınırına ulaşıldı.
s-centrifugo-3506 = İstemcinin biçimi verileri taşıyamıyor; örneğin JSON istemcisi için ikili veri.
s-centrifugo-3507 = Haklar eksik.
s-centrifugo-3508 = İstenen şey kullanılamıyor.
s-centrifugo-3509 = İstemci çok fazla hataya yol açtı.
s-centrifugo-3000-3499 = Kesin değil: istemci yeniden bağlanır.
s-centrifugo-3500-3999 = Kesin: istemci yeniden bağlanmaz.

s-colyseus-4000 = İstemci odadan bilerek ayrıldı.
s-colyseus-4001 = Sunucu kapanıyor.
s-colyseus-4002 = Oda, bir hata yüzünden bağlantıyı kapattı.
s-colyseus-4003 = Yeniden bağlanma denemelerinin tümü başarısız oldu. İstemci bunu kendiliğinden bildirir.
s-colyseus-4010 = Sunucu geliştirme kipinde yeniden başlıyor; istemci yeniden bağlanmayı deneyebilir.

s-graphql-ws-note = İstemci varsayılan olarak 4403, 4408 ve 4504 dışında bu kodları, 1000, 1001, 1005, 1006 ve 1012–1014 dışında da standart kodları kesin sayar.
s-graphql-ws-4004 = İstemci kullanamadığı bir yanıt aldı.
s-graphql-ws-4005 = İstemcide bir hata.
s-graphql-ws-4400 = Bir ileti kusurluydu.
s-graphql-ws-4401 = Bağlantı onaylanmadan önce bir işlem geldi. Bazı sunucular bunu süresi dolmuş kimlik bilgileri için de kullanır.
s-graphql-ws-4403 = Sunucu bağlantıyı başlatılırken reddetti.
s-graphql-ws-4406 = Sunucu, teklif edilen alt protokollerin hiçbirini konuşmuyor.
s-graphql-ws-4408 = İstemci bağlantıyı zamanında başlatmadı.
s-graphql-ws-4409 = Bu kimliği taşıyan bir işlem zaten var.
s-graphql-ws-4429 = İstemci bağlantıyı iki kez başlattı.
s-graphql-ws-4500 = Sunucuda bir hata.
s-graphql-ws-4504 = Sunucu bağlantıyı zamanında onaylamadı. Bu kodu istemci gönderir.

s-hocuspocus-4205 = Sunucu, istemciden bağlantıyı ve belge görünümünü sıfırlamasını istiyor.
s-hocuspocus-4401 = Kullanıcının kimliği doğrulanmamış.
s-hocuspocus-4403 = Kullanıcı bu belgeyi açamaz.
s-hocuspocus-4408 = İstemci kendisinden bekleneni zamanında yapmadı.

s-phoenix-note = Phoenix'in kendine özgü kodları yoktur. İstemcisi her koddan sonra yeniden bağlanır; eski sürümler 1000'de dururdu. İlk deneme 10 ms sonra, hiçbir rastgele pay olmadan gelir.
s-phoenix-1000 = Dinleyici kapandı ya da kanalın işi bitti.
s-phoenix-1001 = Uygulama soketin bağlantısını bilerek kesti.
s-phoenix-1012 = Sunucu durmadan önce soketlerini boşaltıyor.

s-pusher-note = Yeniden bağlanılıp bağlanılmayacağını aralık söyler; istemcinin bilmediği sayılar için de.
s-pusher-4000 = Uygulama yalnızca `wss:` kabul eder.
s-pusher-4001 = Uygulama yok.
s-pusher-4003 = Uygulama devre dışı.
s-pusher-4004 = Uygulama bağlantı kotasına ulaştı.
s-pusher-4005 = Yol bulunamadı.
s-pusher-4006 = Sürüm dizesi kusurlu.
s-pusher-4007 = Protokol sürümü desteklenmiyor.
s-pusher-4008 = Protokol sürümü verilmedi.
s-pusher-4009 = Bağlantının yetkisi yok.
s-pusher-4100 = Hizmetin kapasitesi doldu. En az bir saniye bekleyin.
s-pusher-4200 = Hemen yeniden bağlanın.
s-pusher-4201 = İstemci bir ping'i zamanında yanıtlamadı.
s-pusher-4202 = Bağlantı 24 saat boyunca etkin değildi.
s-pusher-4301 = İstemci olayları çok hızlı gönderdi.
s-pusher-4302 = İzleme listesinin bir sınırına ulaşıldı.
s-pusher-4000-4099 = Bir şey değişmeden yeniden bağlanmayın.
s-pusher-4100-4199 = En az bir saniyelik gecikmeyle yeniden bağlanın.
s-pusher-4200-4299 = Hemen yeniden bağlanın.
s-pusher-4300-4399 = Başka bir hata. Ne yapılacağı koda bağlıdır.

s-socketio-note = Socket.IO sayı değil söz bildirir: `io server disconnect` ve `io client disconnect` sonrasında istemci kendiliğinden dönmez; `ping timeout`, `transport close` ve `transport error` sonrasında döner. Sunucusu durduğunda Close çerçevesinde kod yoktur.
s-socketio-1005 = Sunucu durdu: Close çerçevesi kod taşımıyor.

s-sockjs-note = Bu kodlar `c[3000,"Go away!"]` gibi SockJS çerçevelerinde gider. İstemci onları kapanma olaylarına çevirir; alttaki Close çerçevesi başka bir kod taşıyabilir.
s-sockjs-1002 = Bağlantı kesildi ya da protokol çiğnendi.
s-sockjs-2010 = Bu oturumun başka bir bağlantısı hâlâ açık.
s-sockjs-3000 = `Go away!`: sunucu oturumu bitirdi.

s-spring-1013 = Hizmet aşırı yüklü (`SERVICE_OVERLOAD`).
s-spring-4500 = Oturum güvenilir değil (`SESSION_NOT_RELIABLE`): iletiler yeterince hızlı gönderilemedi, bu yüzden Spring vazgeçti.
