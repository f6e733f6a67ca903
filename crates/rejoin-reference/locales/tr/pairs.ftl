# İki kod için birlikte söylenenler.
# Her satırda bir ileti. Soldan sağa kalması gereken kısımlar ters kesme işaretleri arasındadır.

p1000-1001-apart-1 = Sayı hattadır: `03 e8` 1000'dir, `03 e9` 1001'dir. İkisi de temiz sondur.
p1000-1001-apart-2 = Tek bağlantının 1000 ile kapanması birinin kararıdır. Aynı dakikada 1001 ile kapanan birçok bağlantı, bir kapanış ya da yeniden başlayan bir vekildir.
p1000-1001-use-1000 = Bu bağlantının işi bitti ve kimsenin dönmesi gerekmiyor.
p1000-1001-use-1001 = İş bitmemiş olsa da gidiyorsunuz: sunucu duruyor ya da sayfadan ayrılınıyor.
p1000-1001-now = 1000'den sonra uygulamanın bağlantıya hâlâ ihtiyacı var mı, sorun. 1001'den sonra rastgele 0–5 saniye sonra yeniden bağlanın.

p1000-1005-apart-1 = Close çerçevesinin gövde uzunluğu belirler: 1000 için iki bayt ya da fazlası, 1005 için sıfır.
p1000-1005-apart-2 = .NET ve faye ikisi için de 1000 yazar. Onların günlüğünden anlaşılmaz.
p1000-1005-use-1000 = Bilerek kapattığınızda ve iş bittiğinde her zaman.
p1000-1005-use-1005 = Asla: gönderilemez. Close'unuzda kod olmadığında karşı tarafın not ettiğidir.
p1000-1005-now = 1005'e kendi tarafınız yol açıyorsa kapatma çağrınıza kod verin. Değilse ikisini de temiz bir son sayın.

p1001-1006-apart-1 = 1001'de bir Close çerçevesi geldi ve ardından TCP düzenle bitti. 1006'da TCP yalnızca bitti: FIN, sıfırlama ya da sessizlikle.
p1001-1006-apart-2 = Ana bakın: yeniden yüklenen vekiller tüm bağlantıları aynı anda, 1006 ile keser. Düzenle duran sunucular 1001 gönderir.
p1001-1006-use-1001 = Duruyorsunuz ve hâlâ gönderebiliyorsunuz. Süreç bitmeden yapın.
p1001-1006-use-1006 = Asla: kimse göndermez. Dağıtımda istemcileriniz 1006 görüyorsa süreciniz Close çerçeveleri çıkmadan bitiyordur.
p1001-1006-now = İki durumda da rastgele bir gecikmeyle yeniden bağlanın. Çok sayıda 1006'da bağlantıları neyin kestiğini arayın; 1001'de aranacak bir şey yok.

p1001-1012-differ-return = Aynı adres yakında yine hizmet verecek mi?
p1001-1012-differ-return-1001 = belki
p1001-1012-differ-return-1012 = evet
p1001-1012-differ-known = Eski kitaplıklar biliyor mu
p1001-1012-differ-known-1001 = evet, hepsi
p1001-1012-differ-known-1012 = hayır: Tomcat, uWebSockets, libwebsockets, faye ve 8 öncesi .NET reddeder
p1001-1012-apart-1 = Hatta `03 e9` ile `03 f4`. Eski kitaplıkların günlüklerinde 1012, 1002 ya da 1006 olarak görünür.
p1001-1012-apart-2 = 1001 sayfadan ayrılan tarayıcılardan da gelir; 1012 yalnızca sunuculardan.
p1001-1012-use-1001 = Dönüp dönmeyeceğinizi ya da ne zaman döneceğinizi bilmiyorsunuz veya bazı istemcileriniz 1012'yi reddediyor.
p1001-1012-use-1012 = Yeniden başlıyorsunuz ve birkaç saniye sonra dönen istemciler sizi bulacak.
p1001-1012-now = 1012'den sonra sunucunun belirttiği pencereyi, yoksa 1–5 saniye bekleyin. 1001'den sonra rastgele 0–5 saniye sonra yeniden bağlanın ve daha uzun bir yokluğa hazır olun.

p1001-1013-apart-1 = `03 e9` ile `03 f5`. 1001'den sonra yeni bağlantılar reddedilir ya da başka sunucuya ulaşır; 1013'ten sonra aynı sunucu hâlâ çalışır.
p1001-1013-apart-2 = Kapanıştan önce artan yük 1013'ü, dağıtım 1001'i gösterir.
p1001-1013-use-1001 = Gidiyorsunuz. İstemciler yeniden ya da başka yerde deneyebilir.
p1001-1013-use-1013 = Kalıyorsunuz ama şu an bu istemciye hizmet veremiyorsunuz.
p1001-1013-now = 1001'den sonra yakında dönün. 1013'ten sonra hizmetin başka bir adresini deneyin ya da uzun, giderek daha uzun bekleyin.

p1002-1003-apart-1 = 1002, başlığı yanlış bir çerçevenin ardından gelir. 1003, doğru bir veri çerçevesinin ardından, iletiden hemen sonra gelir.
p1002-1003-apart-2 = İletiyi öbür türle yineleyin: 1003'te işe yarar, 1002'de yaramaz.
p1002-1003-use-1002 = Bir çerçeve protokolün kurallarını çiğniyor.
p1002-1003-use-1003 = Doğru bir çerçeve, ikili aldığınız yerde metin taşıyor ya da tersi.
p1002-1003-now = 1002'de kitaplıklardan ve vekillerden kuşkulanın. 1003'te iletiyi gönderen kendi çağrınıza bakın.

p1002-1007-apart-1 = Close'dan önceki baytlara bakın: yanlış başlık 1002, UTF-8 olmayan metin 1007 demektir.
p1002-1007-apart-2 = Chromium geçersiz UTF-8 için de 1002 der ve kendi sayfası 1006 görür.
p1002-1007-use-1002 = Çerçevelerin bitleri, uzunlukları, sırası ya da maskesi yanlış.
p1002-1007-use-1007 = Çerçeveler doğru ama içerikleri uymuyor: geçersiz UTF-8 ya da açılamayan sıkıştırılmış veri.
p1002-1007-now = 1002'de kitaplığı güncelleyin ya da vekil arayın. 1007'de kodlayıcıyı düzeltin.

p1002-1010-differ-answer = Sunucunun 101 yanıtı
p1002-1010-differ-answer-1002 = geçerli; kusur sonra geldi
p1002-1010-differ-answer-1010 = geçerli ama uzantısız
p1002-1010-differ-sent = Ne zaman gönderilir
p1002-1010-differ-sent-1002 = kurala aykırı ilk çerçevede
p1002-1010-differ-sent-1010 = el sıkışmadan hemen sonra, her veriden önce
p1002-1010-apart-1 = İki `Sec-WebSocket-Extensions` başlığını karşılaştırın. Teklif edilip kararlaştırılmamış: 1010 olasıdır. Kararlaştırılmamış ve bir çerçevede RSV1 açık: 1002.
p1002-1010-apart-2 = Teklif edilmemiş bir uzantı içeren yanıt ikisine de götürmez: istemci el sıkışmayı Close çerçevesi olmadan başarısız kılar.
p1002-1010-use-1002 = Kararlaştırılmış hiçbir uzantının açıklamadığı bir çerçeve aldınız.
p1002-1010-use-1010 = İstemcisiniz ve yanıtta vazgeçemeyeceğiniz bir uzantı eksik. Adını gerekçeye koyun.
p1002-1010-now = 1010'da uzantıyı açın ya da zorunlu kılmaktan vazgeçin. 1002'de anlaşma olmadan sıkıştıranı arayın; çoğu kez bir vekildir.

p1003-1007-apart-1 = 1003, ne derse desin istenmeyen türdeki her ileti için gelir. 1007 yalnızca içeriği bozuk olanlar için gelir.
p1003-1007-apart-2 = Starlette, çözümlenemeyen JSON için 1003 gönderir. Tanımlara göre ikisi de değildir.
p1003-1007-use-1003 = Bu türde ileti almıyorsunuz.
p1003-1007-use-1007 = Baytlar, çerçevenin belirttiği türe uymuyor.
p1003-1007-now = 1003'te iletinin türünü değiştirin. 1007'de baytlarını denetleyin. Bozuk JSON için 1008 ya da özel bir kod kullanın.

p1003-1008-apart-1 = 1003'te sorun çerçevenin türüdür ve o türdeki her ileti reddedilir. 1008'de aynı tür başka zaman hoş karşılanır.
p1003-1008-use-1003 = Yalnızca ikili alınan yere metin geldi ya da tersi.
p1003-1008-use-1008 = İleti uygulamanızın bir kuralını çiğniyor.
p1003-1008-now = 1003'te türü değiştirin. 1008'de gerekçeyi ve hizmetin belgelerini okuyun.

p1004-1009-apart-1 = 1009 `03 f1` olur. 1004, yani `03 ec`, hiç görünmemelidir.
p1004-1009-apart-2 = Eski bir program 1004 kaydediyorsa genellikle, protokol taslaklarındaki gibi “çok büyük” demektir.
p1004-1009-use-1004 = Asla. Ayrılmıştır.
p1004-1009-use-1009 = Bir ileti, aldığınızdan büyük.
p1004-1009-now = Gönderen programda 1004'ün yerine 1009 koyun.

p1005-1006-differ-frame = Close çerçevesi geldi mi?
p1005-1006-differ-frame-1005 = evet, kodsuz
p1005-1006-differ-frame-1006 = hayır
p1005-1006-differ-clean = Tarayıcıda `wasClean`
p1005-1006-differ-clean-1005 = doğru
p1005-1006-differ-clean-1006 = yanlış
p1005-1006-apart-1 = Yakalanan trafikte sunucudan gelen `88 00` baytlarını arayın (1005). 1006'da `88` ile başlayan çerçeve yoktur.
p1005-1006-apart-2 = Kodda 1005'in yanında genellikle temiz son işareti, 1006'nın yanında bir hata bulunur.
p1005-1006-use-1005 = Asla gönderilmez. Karşı taraf kod vermeden kapattığında okursunuz.
p1005-1006-use-1006 = Asla gönderilmez. Bağlantı koptuğunda ya da açılmadığında okursunuz.
p1005-1006-now = 1005'te bozuk bir şey yok: gerekiyorsa yeniden bağlanın ve karşı taraftan kod göndermesini isteyin. 1006'da bağlantıyı neyin kestiğini bulun.

p1006-1009-apart-1 = 1009'u karşı taraf söyler. Bağlantı büyük bir iletinin hemen ardından 1006 ile kopuyorsa karşı tarafın söylemediği bir sınırı olabilir: uWebSockets (16 KiB) ve tungstenite böyle yapar.
p1006-1009-apart-2 = Aynı iletiyi daha küçük parçalarla gönderin: bağlantı kalırsa neden boyuttu.
p1006-1009-use-1006 = Asla gönderilmez.
p1006-1009-use-1009 = Bir ileti çok büyük. Kapatmadan önce söyleyin.
p1006-1009-now = Son iletinin boyutunu karşı tarafın sınırıyla karşılaştırın, sonra ağa bakın.

p1006-1010-apart-1 = 1010 açık bir bağlantı ister. El sıkışmanın kendisi başarısız olduysa Close çerçevesi olmadı ve 1006 görürsünüz.
p1006-1010-apart-2 = Teklif edilmemiş bir uzantı ya da yanlış parametre içeren yanıt el sıkışmayı başarısız kılar: 1006. Uzantısı eksik yanıt seçimi istemciye bırakır: 1010.
p1006-1010-use-1006 = Asla gönderilmez.
p1006-1010-use-1010 = İstemcisiniz, bağlantı açık ve zorunlu bir uzantı eksik.
p1006-1010-now = İki `Sec-WebSocket-Extensions` başlığına da bakın. Yanıtta fazla varsa sunucuyu ya da vekili düzeltin. Az varsa uzantıyı açın ya da zorunlu kılmayın.

p1006-1011-apart-1 = 1011'i hâlâ çalışan bir program gönderir. Ölen süreç hiçbir şey göndermez: 1006.
p1006-1011-apart-2 = 1011 ile kapanan tek bağlantı tek bir isteği gösterir. Hepsi aynı anda 1006 ile biten bağlantılar bir çökmeyi, öldürmeyi ya da ağı gösterir.
p1006-1011-use-1006 = Asla gönderilmez.
p1006-1011-use-1011 = İşleyiciniz başarısız oldu ama süreciniz yaşıyor: istemci bilsin diye 1011 ile kapatın.
p1006-1011-now = 1011'de sunucunun günlüğünü okuyun. 1006'da önce sürecin yaşayıp yaşamadığını, sonra vekilleri denetleyin.

p1006-1012-apart-1 = Duyurulan yeniden başlatma 1012 gösterir. Kesen ise tüm istemcilere aynı anda 1006 gösterir.
p1006-1012-apart-2 = uWebSockets alınan 1012'yi 1006, Tomcat 1002 olarak bildirir. Böyle bir günlüğe inanmadan önce çerçeveye bakın.
p1006-1012-use-1006 = Asla gönderilmez. Tek söz etmeden yeniden başladığınızda ya da aradaki vekil daha önce kestiğinde istemcileriniz görür.
p1006-1012-use-1012 = Düzenle yeniden başlıyorsunuz ve döneceksiniz.
p1006-1012-now = Dağıtımlar 1006 olarak görünüyorsa sunucunun durmadan önce 1012 ile kapatmasını sağlayın ve vekillerin daha erken kesmesini önleyin.

p1006-1014-apart-1 = 1014'ü yalnızca WebSocket konuşan bir ağ geçidi gönderebilir. Bayt aktaran vekiller, arkalarındaki sunucu başarısız olunca TCP'yi bitirir: 1006.
p1006-1014-apart-2 = Kitaplığı 1014'ü bilmeyen istemci bunun yerine protokol hatası bildirir.
p1006-1014-use-1006 = Asla gönderilmez.
p1006-1014-use-1014 = Ağ geçidisiniz, arkanızdaki sunucu başarısız oldu ve istemcileriniz 1014'ü anlıyor.
p1006-1014-now = İki durumda da önce vekilin arkasındaki sunucuya bakın. Büyüyen rastgele gecikmelerle yeniden bağlanın.

p1006-1015-apart-1 = İkisi de hatta değildir. Aynı ana makineyi bir HTTPS isteğiyle deneyin: o da başarısızsa TLS'tir.
p1006-1015-apart-2 = Tarayıcılar ikisi için de 1006 bildirir; yalnızca Firefox bir durumda 1015 bildirir. Tarayıcının konsolu sertifika hatasını belirtir.
p1006-1015-use-1006 = Asla gönderilmez. Close çerçevesi olmadan biten her şeyi kapsar.
p1006-1015-use-1015 = Asla gönderilmez. TLS başarısız olunca kitaplıklar bildirebilir.
p1006-1015-now = TLS için süreyi, ana makine adını, zinciri ve saati denetleyin. Yeniden denemek işe yaramaz. Diğer 1006'larda önce evreyi bulun.

p1006-3008-apart-1 = 3008, çok beklemiş karşı uçtan bir Close çerçevesiyle gelir. Çok beklemiş bir vekil hiçbir şey göndermez: 1006, çoğu kez tam 30, 60 ya da 100 saniye sonra.
p1006-3008-use-1006 = Asla gönderilmez.
p1006-3008-use-3008 = Karşı taraf uygulamanızın beklediğini zamanında yapmadı.
p1006-3008-now = 3008'de gerekeni daha erken yapın. Belirli bir sürede gelen 1006'da daha sık ping gönderin ya da vekilin sınırını artırın.

p1008-1009-apart-1 = 1009 büyük bir iletinin hemen ardından gelir. 1008 her şeyin, hatta hiçbir şeyin ardından gelebilir.
p1008-1009-apart-2 = Aynı türden küçük bir ileti gönderin: kabul edilirse sorun boyuttu.
p1008-1009-use-1008 = Kendi kodu olmayan bir kural çiğnendi.
p1008-1009-use-1009 = Bir ileti, aldığınızdan büyük.
p1008-1009-now = 1009'da iletiyi bölün ya da küçültün. 1008'de gerekçeyi okuyun.

p1008-1013-apart-1 = 1008 tek istemciye, aşırıya kaçana gelir. 1013 aynı anda birçoğuna gelir.
p1008-1013-apart-2 = Kendi isteklerinizin sıklığı söyler: düşükse sorun hizmetin yüküdür.
p1008-1013-use-1008 = Bu istemci bir sınırı aştı ya da bir kuralı çiğnedi.
p1008-1013-use-1013 = Hizmetin bütünü aşırı yüklü.
p1008-1013-now = 1008'den sonra yeniden bağlanmadan önce gönderdiğinizi değiştirin. 1013'ten sonra hiçbir şeyi değiştirmeyin, bekleyin.

p1008-3000-apart-1 = `03 f0` ile `0b b8`. Bir 1008'in kimlik bilgileriyle ilgili olup olmadığını yalnızca gerekçe söyler.
p1008-3000-apart-2 = Centrifugo ve SockJS'te 3000'in anlamı başkadır. Sunucunun hangi kitaplığı kullandığını denetleyin.
p1008-3000-use-1008 = İstemcileriniz eski ya da uWebSockets kullanıyor veya nedeni gizlemek istiyorsunuz.
p1008-3000-use-3000 = Kimlik bilgileri eksik ya da süresi dolmuş ve istemci bunu bilebilir.
p1008-3000-now = Yeniden bağlanmadan önce yeni kimlik bilgileri alın. 1008 gerekçe vermiyorsa kalıcı bir ret sayın.

p1008-3003-apart-1 = Yalnızca sayı ya da gerekçe söyler. 3003 hep yetkilerle ilgilidir; 1008 her şeyle ilgili olabilir.
p1008-3003-use-1008 = Kuralın kendi kodu yok ya da ayrıntıları gizli kalmalı.
p1008-3003-use-3003 = Kullanıcı biliniyor ve burada olma yetkisi yok.
p1008-3003-now = İki durumda da otomatik yeniden bağlanmayı durdurun. 3003'te yetki verene başvurun.

p1008-4401-apart-1 = 4401 özeldir: yalnızca hizmetin öyle dediği yerde “kimlik doğrulanmadı” demektir; graphql-ws, Hocuspocus ve Signal böyle der.
p1008-4401-use-1008 = Karşı tarafta özel kodlarınızın tablosu yok.
p1008-4401-use-4401 = İki uç da sizin ya da 4000 artı HTTP durumu geleneğini izliyor. Her kitaplık sayıyı geçirir, uWebSockets de.
p1008-4401-now = 4401'de kimlik bilgilerini yenileyin. 1008'de önce gerekçeyi okuyun.

p1010-1012-differ-when = Bağlantının ömründe ne zaman
p1010-1012-differ-when-1010 = el sıkışmadan hemen sonra, her veriden önce
p1010-1012-differ-when-1012 = herhangi bir anda, çoğu kez saatler sonra
p1010-1012-differ-many = Bir seferde kaç bağlantı
p1010-1012-differ-many-1010 = bir istemci ya da bir tür istemci
p1010-1012-differ-many-1012 = sunucunun tüm bağlantıları
p1010-1012-differ-reason = Gerekçe ne der
p1010-1012-differ-reason-1010 = gereken uzantılar, örneğin `permessage-deflate`
p1010-1012-differ-reason-1012 = serbest; Rejoin bir pencere ekler, örneğin `retry=1.0-5.0`
p1010-1012-differ-act = Kim harekete geçmeli
p1010-1012-differ-act-1010 = sunucuyu ya da vekili yapılandıran veya istemciyi yazan
p1010-1012-differ-act-1012 = hiç kimse
p1010-1012-differ-again = Aynı deneme bir daha
p1010-1012-differ-again-1010 = aynı biçimde biter
p1010-1012-differ-again-1012 = hizmet dönünce başarılı olur
p1010-1012-differ-old = Eski kitaplıklarda
p1010-1012-differ-old-1010 = RFC 6455'ten (2011) beri biliniyor
p1010-1012-differ-old-1012 = bazıları bilmez: 1002 ya da 1006 gösterir
p1010-1012-differ-wild = Gerçekte kim gönderir
p1010-1012-differ-wild-1010 = OkHttp ve faye, kendi anlamlarıyla; Rejoin'in istemcisi
p1010-1012-differ-wild-1012 = Uvicorn, Phoenix, Bandit, Rejoin'in sunucusu
p1010-1012-differ-alarm = İzlemede
p1010-1012-differ-alarm-1010 = alarm: bazı istemciler hiç çalışamıyor
p1010-1012-differ-alarm-1012 = sayım: dağıtımlarınızla karşılaştırın
p1010-1012-apart-1 = Hatta Close çerçevesi 1010 için `03 f2`, 1012 için `03 f4` ile başlar. 1010 istemciden sunucuya gider ve maskelidir; 1012 sunucudan istemciye gider. Dönen yankı aynı sayıyı taşır, bu yüzden önce kimin gönderdiğine bakın.
p1010-1012-apart-2 = Günlükte 1010, el sıkışmadan sonraki bir saniye içinde, aynı istemcilerden tekrar tekrar gelir. 1012, bir yeniden başlatmanın saniyeleri ya da dakikaları içinde herkese gelir, sonra kesilir.
p1010-1012-apart-3 = Yanıttaki `Sec-WebSocket-Extensions` başlığına bakın. Orada teklif edilen bir uzantı eksikse ya da istemcinin teklif etmediği bir parametre varsa 1010 açıklanmıştır. 1012'nin başlıklarla ilgisi yoktur.
p1010-1012-use-1010 = Bir uzantı olmadan çalışamayan bir istemci yazıyorsunuz. El sıkışma başarılı oldu ve yanıtta o eksik. 1010 ile kapatın ve uzantıyı belirtin. Sunucu asla 1010 ile başlamaz: bunun yerine el sıkışmayı reddeder.
p1010-1012-use-1012 = Yeniden başlamak üzere olan ve yakında dönecek bir sunucu işletiyorsunuz. Önce yeni süreç dinlesin, kapanışları zamana yayın ve dönüş için bir pencere belirtin.
p1010-1012-now = 1010'da yeniden denemeyin. Teklifle yanıtı karşılaştırın, uzantıyı sunucu mu vekil mi kaldırmış bulun ve onu açın ya da isteğe bağlı yapın. 1012'de hiçbir şey yapmayın: istemci varsayılan olarak rastgele 1–5 saniye ya da sunucunun penceresi kadar bekler ve yeniden bağlanır. Bağlanmıyorsa istemciyi düzeltin.

p1011-1012-apart-1 = 1011 her zaman tek tek bağlantılara gelir. 1012 dağıtım sırasında hepsine gelir.
p1011-1012-apart-2 = Hypercorn dururken herkesi 1011 ile kapatır: orada 1011 planlı bir yeniden başlatma olabilir.
p1011-1012-use-1011 = Başarısız olmaması gereken bir şey başarısız oldu.
p1011-1012-use-1012 = Son planlı ve döneceksiniz.
p1011-1012-now = 1011'de günlüğü okuyun. 1012'de bekleyip yeniden bağlanın; hiçbir şey başarısız olmadı.

p1011-1013-apart-1 = 1011 sunucunun günlüğünde bir hatayla gelir. 1013 yüksek yükle, belki hiç hatasız gelir.
p1011-1013-use-1011 = Olanı beklemiyordunuz.
p1011-1013-use-1013 = Aşırı yüklü olduğunuzu biliyor ve kendinizi koruyorsunuz.
p1011-1013-now = İki durumda da büyüyen rastgele gecikmelerle yeniden bağlanın; 1013'ten sonra daha uzun bir gecikmeyle başlayın ya da başka adres alın.

p1011-1014-apart-1 = Konuşana bağlıdır: 1014'ü bir ağ geçidi, arkasındaki sunucu hakkında gönderir. HTTP'de aynı çift 500 ve 502'dir.
p1011-1014-apart-2 = Ağ geçidinin günlüğü arkasındaki sunucuyu belirtir; neden o sunucunun günlüğündedir.
p1011-1014-use-1011 = Kusur, Close'u gönderen programdadır.
p1011-1014-use-1014 = Kusur gönderenin arkasındaki bir sunucudadır ve istemciler 1014'ü anlar.
p1011-1014-now = Kodun gösterdiği yerde arayın: 1011'de bu sunucuda, 1014'te arkasındakinde. İstemcileriniz eski olabilirse ikisi için de 1011 gönderin.

p1012-1013-differ-soon = Erken dönüş hoş karşılanır mı?
p1012-1013-differ-soon-1012 = evet, saniyeler içinde
p1012-1013-differ-soon-1013 = hayır
p1012-1013-differ-delay = Kaydın istediği ilk gecikme
p1012-1013-differ-delay-1012 = rastgele 5–30 saniye
p1012-1013-differ-delay-1013 = başka adres ya da kullanıcı isteyince
p1012-1013-apart-1 = `03 f4` ile `03 f5`. İkisi de 2012'de aynı e-postayla kaydedildi.
p1012-1013-apart-2 = 1012'den sonra yeni bağlantılar kısa sürede başarılı olur. 1013'ten sonra çoğu kez 503 ya da yine 1013 ile biter.
p1012-1013-use-1012 = Yeniden başlıyorsunuz ve kapasiteniz yine yerinde olacak.
p1012-1013-use-1013 = Çalışıyorsunuz ama sınırda. Dönmek durumu kötüleştirir.
p1012-1013-now = 1012'den sonra pencere geçince dönün. 1013'ten sonra başka adres deneyin ya da gecikmeyi her seferinde ikiye katlayın.

p1013-1014-apart-1 = HTTP diliyle 1013 503'e, 1014 502'ye yakındır.
p1013-1014-use-1013 = Hizmetin kendisi aşırı yüklü.
p1013-1014-use-1014 = Ağ geçidinin arkasındaki sunucu geçerli yanıt vermedi.
p1013-1014-now = İki durumda da büyüyen rastgele gecikmelerle yeniden bağlanın. 1014'te arkadaki sunucuya, 1013'te kapasiteye bakın.

p1013-3008-apart-1 = 3008 tek bir yavaş taraf hakkındadır. 1013 yükü fazla bir hizmet hakkındadır.
p1013-3008-apart-2 = Centrifugo'da 3008 istemcinin çok yavaş okuduğunu, AssemblyAI'da oturumun en uzun süresine ulaştığını söyler.
p1013-3008-use-1013 = Şu an bu istemci için kapasiteniz yok.
p1013-3008-use-3008 = Bu istemci gerekeni zamanında yapmadı.
p1013-3008-now = 1013'ten sonra uzun bekleyin. 3008'den sonra istemciyi hızlandırın, sonra yeniden bağlanın.

p3000-3003-apart-1 = 3000 karşı tarafın kim olduğunu sorar; 3003 bilir. HTTP'de 401 ve 403'tür.
p3000-3003-apart-2 = Aynı kullanıcıyla yeniden oturum açın: işe yararsa durum 3000'inkiydi.
p3000-3003-use-3000 = Kimlik bilgileri eksik, yanlış ya da süresi dolmuş.
p3000-3003-use-3003 = Kimlik bilgileri doğru, yetkiler eksik.
p3000-3003-now = 3000'den sonra yeni kimlik bilgileri alın ve bir kez bağlanın. 3003'ten sonra durun ve yetki isteyin.

p3000-4401-apart-1 = 3000 kayıtlıdır ve Centrifugo ile SockJS gibi eski kitaplıklar dışında her yerde aynı anlama gelir. 4401 kayıt değil, gelenektir.
p3000-4401-use-3000 = Kayıtlı bir anlam istiyorsunuz ve hiçbir istemciniz uWebSockets kullanmıyor.
p3000-4401-use-4401 = Sayının her kitaplığa ulaşmasını istiyorsunuz ve iki uç da geleneği biliyor.
p3000-4401-now = İki durumda da kimlik bilgilerini yenileyin.

p3003-4403-apart-1 = 3003 kayıtlıdır. 4403 gelenektir: 4000 artı HTTP durumu 403.
p3003-4403-apart-2 = graphql-ws, yetkiler hâlâ eksik olabileceği hâlde 4403'ten sonra varsayılan olarak yeniden dener.
p3003-4403-use-3003 = Kayıtlı bir anlam istiyorsunuz ve hiçbir istemciniz uWebSockets kullanmıyor.
p3003-4403-use-4403 = İki uç da geleneği biliyor ya da istemcileriniz uWebSockets kullanıyor.
p3003-4403-now = Kendiliğinizden yeniden denemeyin. Yetki isteyin, sonra yeniden bağlanın.
