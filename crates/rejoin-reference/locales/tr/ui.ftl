# Etiketler, başlıklar ve kısa ifadeler. Soldan sağa kalması gereken kısımlar ters kesme işaretleri arasındadır.

## Bir açıklamanın ilk satırı: kod ve ad, ardından üç ifade.

headline = { $code } { $title }: { $sender }, { $end }, { $retry }
title-in-service = { $title } ({ $service })
headline-sender-both = iki taraftan da gelebilir
headline-sender-client = istemciden gelir
headline-sender-server = sunucudan gelir
headline-sender-local = hiç gönderilmez
headline-sender-nobody = hiç gönderilmez
headline-end-clean = temiz
headline-end-lost = temiz değil
headline-end-never-opened = hiç açılmadı
headline-end-invalid = protokol hatası
headline-retry-application = uygulama karar verir
headline-retry-never = yeniden bağlanmayın
headline-retry-not-needed = yeniden bağlanmak gerekmez
headline-retry-with-new-input = bir değişiklikten sonra yeniden bağlanın
headline-retry-yes = { $range } sn içinde yeniden bağlanın
headline-retry-service-yes = yeniden bağlanın
headline-retry-service-unstated = yeniden bağlanma konusunda bir şey denmez

## Bir kod için geçerli olanlar: etiketler, sonra alabilecekleri değerler.

fact-name = Ad
fact-sender = Gönderen
fact-sender-by-text = Metne göre gönderen
fact-wire = Close çerçevesi
fact-page = Web sayfası
fact-end = Kapanış
fact-class = Tür
fact-act = Kim harekete geçmeli
fact-retry = Yeniden bağlanma
fact-registered-delay = Kayıttaki gecikme
fact-registration = Kayıttaki adı
fact-reference = Dayanak

sender-both = istemci ya da sunucu
sender-client = yalnızca istemci
sender-server = yalnızca sunucu
sender-nobody = kimse

wire-allowed = taşıyabilir
wire-local-only = hiç taşımaz: uç nokta bu sonuca kendisi varır
wire-out-of-range = taşımamalı: 4999'un üstünde kod yoktur
wire-reserved = taşımamalı: sayı saklı tutuluyor
wire-unassigned = taşımamalı: sayı atanmamış
wire-unused = taşımamalı: 1000'in altında kod yoktur

page-may = `close()` ile gönderebilir
page-may-not = gönderemez: `close()` istisna fırlatır

end-clean = temiz: iki taraf da Close dedi
end-lost = temiz değil: Close çerçevesi gelmedi
end-never-opened = kapanış olmadı: bağlantı hiç açılmadı
end-invalid = temiz değil: böyle bir çerçeve alan, bağlantıyı başarısız sayar

class-application = uygulamanın kendi kodu
class-authorization = yetkilendirme
class-done = istendiği gibi bitti
class-failure = arıza
class-invalid = izin verilmez
class-leaving = taraflardan biri ayrılıyor
class-library = bir kitaplığın kendi kodu
class-limit = sınır aşıldı
class-lost = bağlantı koptu
class-negotiation = uzantıların kararlaştırılması
class-overload = aşırı yük
class-policy = uygulamanın bir kuralınca reddedildi
class-protocol = protokol çiğnendi
class-restart = planlı yeniden başlatma
class-timeout = çok yavaş
class-tls = TLS
class-unstated = neden belirtilmedi

act-application = uygulamanın belgeleri söyler
act-authorization = kodu alan taraf: yetkisi eksik
act-done = kimse
act-failure = gönderen tarafı işleten
act-invalid = gönderen programı yazan
act-leaving = kimse
act-library = kitaplığın belgeleri söyler
act-limit = kodu alan taraf: çok fazla gönderdi
act-lost = yolun kopan kısmını işleten
act-negotiation = sunucuyu ya da vekili yapılandıran veya istemciyi yazan
act-overload = sunucuyu işleten
act-policy = kodu alan taraf: reddedildi
act-protocol = kodu alan taraf: gönderdiği yanlıştı
act-restart = kimse: planlanmıştır
act-timeout = kodu alan taraf: çok yavaştı
act-tls = sertifika ve güvenden sorumlu olan
act-unstated = kimse

retry-application = uygulama nasıl diyorsa
retry-never = hayır, neden ortadan kalkana dek
retry-not-needed = gerekmez
retry-with-new-input = yalnızca bir değişiklikten sonra: kimlik bilgileri, hız ya da boyut
retry-yes = evet, ilk deneme rastgele { $range } sn sonra
delay = rastgele { $range } sn
registration-unassigned = Atanmamış
registration-none = kayıt defterinde yer alan bir sayı değil

## Bir açıklamanın bölümleri

heading-meaning = Ne demek
heading-reconnect = Yeniden bağlanmalı mı?
heading-reason = Gerekçe ne taşır
heading-causes = Ne zaman görülür
heading-fixes = Nasıl düzeltilir
heading-seen = Programlar ne gösterir
heading-confusions = Sık karıştırıldığı kodlar
heading-services = Hizmetler için anlamı
heading-sources = Kaynaklar

role-server = Sunucuyu işleten
role-client = İstemciyi yazan
role-proxy = Vekil işleten
phase-handshake = el sıkışma sırasında
phase-open = açık bağlantıda
viewer-browsers = Tarayıcılar
viewer-libraries = Kitaplıklar
basis-measured = { $version } ile ölçüldü
no-cause-in-handshake = El sıkışma sırasında bilinen bir neden yok. Close çerçevesi açık bir bağlantı gerektirir.
no-cause-in-open = Açık bağlantıda bilinen bir neden yok.

reconnect-yes = yeniden bağlanın
reconnect-no = yeniden bağlanmayın
reconnect-after-change = bir değişiklikten sonra yeniden bağlanın
reconnect-unstated = yeniden bağlanma konusunda bir şey denmez
service-says-nothing = { $service }, { $code } için bir anlam belgelemez.

## Karşılaştırma

comparison-title = { $low } mi, { $high } mi?
heading-differences = Farklar
heading-alike = İkisinde de aynı
heading-tell-apart = Nasıl ayırt edilir
heading-use = Hangisi ne zaman kullanılır
heading-now = Şimdi ne yapmalı
apart-bytes = Hatta: Close çerçevesinin gövdesi `{ $bytes }` ile başlar.
apart-byte-range = Hatta: Close çerçevesinin gövdesi `{ $low }` ile `{ $high }` arasındaki baytlarla başlar.
apart-local = Hiçbir yakalamada yok: onu hiçbir çerçeve taşımaz. Bildiren tarafın günlüğünde durur.
apart-invalid = Hatta görülürse gönderenin hatasıdır: yanıt 1002 ya da TCP bağlantısının sonudur.
use-local = Bildirin, asla göndermeyin.
use-nobody = Asla göndermeyin.
same-code = İkisi de { $code }: karşılaştıracak bir şey yok.
same-row = İkisi de { $range } aralığında ve protokol ikisine de bir anlam vermiyor.

## Kod tablosu ve arama

column-code = Kod
column-title = Ad
column-sender = Gönderen
column-wire = Çerçevede
column-retry = Yeniden bağlanma
sender-short-both = ikisi de
sender-short-client = istemci
sender-short-server = sunucu
sender-short-nobody = kimse
wire-short-yes = evet
wire-short-no = hayır
retry-short-application = uygulama
retry-short-never = hayır
retry-short-not-needed = gerekmez
retry-short-with-new-input = değişiklikten sonra
retry-short-yes = evet, { $range } sn
matches = { $count ->
    [one] { $count } yer uyuyor:
   *[other] { $count } yer uyuyor, en iyisi önce:
}

## Parçalarına ayrılmış baytlar

heading-frames = Baytlar
frame-of-client = Bir istemcinin { $kind } çerçevesi (maskeli), yük: { $length ->
    [one] { $length } bayt
   *[other] { $length } bayt
}
frame-of-server = Bir sunucunun { $kind } çerçevesi (maskesiz), yük: { $length ->
    [one] { $length } bayt
   *[other] { $length } bayt
}
frame-body = Bir Close çerçevesinin gövdesi, { $length ->
    [one] { $length } bayt
   *[other] { $length } bayt
}
frame-continues = Aynı iletinin başka çerçeveleri gelecek.
frame-compressed = RSV1 açık: `permessage-deflate` kararlaştırıldıysa ileti sıkıştırılmıştır; değilse bu, RFC 6455 bölüm 5.2'ye aykırıdır.
frame-incomplete = Baytlar çerçeveden önce bitiyor.
label-code = Kod
label-reason = Gerekçe
label-text = Metin
label-bytes = Baytlar
label-none = yok
reason-window = Gerekçe, istemcilerden { $range } sn içindeki rastgele bir anda geri dönmelerini ister.
frame-fault = Bu bir kurala aykırı: { $rule } ({ $section }). Yanıtı { $code } olur.

fault-close-body-too-short = bir Close çerçevesinin gövdesi ya boştur ya da en az iki bayttır
fault-close-reason-not-utf8 = bir Close çerçevesinin gerekçesi UTF-8 olur
fault-continuation-without-message = devam çerçevesi, başlamış bir iletiye aittir
fault-control-frame-fragmented = denetim çerçevesi asla parçalanmaz
fault-control-frame-too-long = denetim çerçevesinin yükü en çok 125 bayttır
fault-invalid-close-code = bu kod bir Close çerçevesinde bulunmamalı
fault-invalid-utf8 = metin iletisi UTF-8 olur
fault-length-not-minimal = uzunluk en kısa biçimiyle yazılır
fault-length-too-large = 64 bitlik uzunluğun en yüksek biti kapalıdır
fault-mask-forbidden = sunucu çerçevelerini maskelemez
fault-mask-missing = istemci çerçevelerini maskeler
fault-message-interrupted = bir ileti, sonraki başlamadan biter
fault-reserved-bits = ayrılmış bit yalnızca kararlaştırılmış bir uzantı kullanıyorsa açılır
fault-reserved-opcode = altı işlem kodu vardır: 0, 1, 2, 8, 9 ve 10

## Açılış el sıkışmasının bir başlığı

heading-header = Başlık
header-extensions = Uzantıları listeler: istemci isteğinde bunları teklif eder, sunucu aldıklarını yanıtında belirtir.
header-key = İstemci gönderir: base64 ile yazılmış 16 rastgele bayt. Sunucunun WebSocket anladığını kanıtlar, fazlasını değil.
header-accept = Sunucu gönderir: istemcinin anahtarının bir özeti. Yanlışsa yanıtı başka bir şey, örneğin bir önbellek vermiştir.
header-version = İstemci gönderir: protokolün sürümü. Kullanımda tek sürüm vardır: 13.
header-protocol = Alt protokolleri listeler: istemci isteğinde bunları teklif eder, sunucu yanıtında en çok birini belirtir.
header-upgrade = Bağlantının neye dönüşeceğini belirtir. İki taraf da gönderir.
header-connection = Yalnızca bir sonraki durağa yönelik başlıkları belirtir. İçinde `Upgrade` varsa vekil o başlığı kendisinin ele alması gerektiğini bilir; bunu hiç bilmeyen vekil ikisini de atar.
header-retry-after = 503 ya da 429 ile reddeden sunucu gönderir: ne kadar uzak durulacağı.
header-key-good = Anahtar geçerli. Yanıtı { $value } olur.
header-key-bad = Bu bir anahtar değil: 16 bayt anlamına gelen 24 base64 karakteri olmalı. Sunucu 400 ile yanıtlar.
header-accept-good = Biçimi doğru. Doğru olup olmadığı anahtara bağlıdır: yanıtı anahtardan `rejoin explain --header` hesaplar.
header-accept-bad = Bu hiçbir anahtarın yanıtı değil: 20 bayt anlamına gelen 28 base64 karakteri olmalı. İstemci el sıkışmayı başarısız sayar.
header-version-good = Bu, RFC 6455'in sürümüdür.
header-version-bad = Bugünün hiçbir sunucusu bu sürümü konuşmaz. `Sec-WebSocket-Version: 13` içeren 426 ile yanıtlar.
header-protocol-bad = Bu bir alt protokol listesi değil: her biri bir simge (token) olmalı ve hiçbiri iki kez geçmemeli. Sunucu 400 ile yanıtlar.
header-protocol-one = Sunucu da belirtiyorsa iki tarafın konuştuğu { $name } olur; yalnızca istemci belirtiyorsa bu bir tekliftir.
header-protocol-several = Teklif olarak yerindedir. Yanıtta en çok bir tane bulunur: istemci el sıkışmayı başarısız sayar.
header-protocol-service = { $name } altında kapanış kodlarının kendi anlamları vardır: { $service } anlamları.
header-upgrade-good = Olması gerektiği gibi `websocket` diyor.
header-upgrade-bad = `websocket` demiyor: sunucu bunu WebSocket el sıkışması saymaz, istemci el sıkışmayı başarısız sayar.
header-connection-good = Olması gerektiği gibi `Upgrade` diyor.
header-connection-bad = `Upgrade` demiyor: sunucu bunu WebSocket el sıkışması saymaz, istemci el sıkışmayı başarısız sayar. Çoğunlukla başlığı bir vekil değiştirmiştir.
header-retry-after-seconds = { $seconds ->
    [one] Sunucu { $seconds } saniye rahat bırakılmak istiyor.
   *[other] Sunucu { $seconds } saniye rahat bırakılmak istiyor.
}
header-retry-after-date = Sunucu o ana dek rahat bırakılmak istiyor.
header-retry-after-bad = Bu ne bir saniye sayısı ne de bir HTTP tarihi: istemciler bunu göz ardı eder.
header-malformed = { $place } numaralı baytta kusurlu: { $offence }. Sunucu 400 ile yanıtlar, istemci el sıkışmayı başarısız sayar (RFC 6455 bölüm 9.1).
offence-empty-list = başlık var ama hiçbir uzantı belirtmiyor
offence-parameter-missing = noktalı virgülden sonra bir parametre gelmeli
offence-quote-not-closed = kapatan tırnak işareti eksik
offence-unexpected-byte = burada bulunamayacak bir karakter
offence-value-missing = eşittir işaretinden sonra bir değer gelmeli
offence-value-not-token = tırnak içindeki değer bir simge (token) olmalı

heading-parameters = Ne diyor
param-server-no-context-takeover = Sunucu her iletiyi tek başına sıkıştırır. Teklifte bu bir şarttır ve teklifi alan yanıt onu yinelemelidir.
param-client-no-context-takeover = İstemci her iletiyi tek başına sıkıştırır. Teklifte bir ipucu, yanıtta bir şarttır.
param-server-max-window-bits = Sunucunun sıkıştırırken kullandığı pencere; ikinin 8 ile 15 arasında bir kuvveti. Onu içeren teklifi alan yanıtta da bulunmalı ve daha büyük olmamalıdır.
param-client-max-window-bits = İstemcinin sıkıştırırken kullandığı pencere; ikinin 8 ile 15 arasında bir kuvveti. Değer yalnızca teklifte eksik olabilir; o zaman seçimi istemci sunucuya bırakır. Yanıtta ancak teklifte varsa bulunabilir.
extension-deflate = İletileri sıkıştırır (RFC 7692). Kayıtlı.
extension-deflate-frame = Safari'nin 15'ten önceki sürümlerinin teklif ettiği: sıkıştırmanın ilk taslaklarından biri. Kayıtlı değil; sunucular geri çevirir.
extension-usp = User Services Platform (TR-369). Kayıtlı; çerçeveleri değiştirmez ve kimse onda ısrar edemez.
extension-unknown = Kayıtlı değil. İki taraf da onu önceden tanımalıdır.

heading-as-offer = Bir istemcinin teklifi olarak
heading-as-answer = { $offer } teklifine yanıt olarak
verdict-taken = Alınır: her şeyi yapabilen bir sunucu { $answer } diye yanıtlar.
verdict-declined = Geri çevrilir: { $rule } ({ $section }). Sonraki teklif denenir; başka teklif yoksa bağlantı uzantı olmadan açılır.
verdict-not-reached = Bakılmaz: ondan önceki bir teklif alındı.
verdict-opens = Uygun: bağlantı açılır.
verdict-opens-without = Uygun: bağlantı açılır. { $missing } olmadan çalışamayan istemci 1010 ile ayrılır.
verdict-fails = El sıkışma başarısız olur ve Close çerçevesi gönderilmez: { $rule } ({ $section }).

rule-agreed-twice = uzantı iki kez geçiyor, bir bağlantıda ise her uzantının tek bir yapılandırması olur
rule-declined-by-policy = uzantı kapatılmış
rule-larger-than-offered = { $answered }, teklif edilen { $offered } değerinden büyük
rule-not-answered = yanıtta yok
rule-not-configured = sunucu, kendisi için ayarlanmadıkça bu adda bir uzantı tanımaz
rule-not-offered = { $parameter } yalnızca teklif edildiyse yanıtlanabilir
rule-not-repeated = { $parameter } teklif edilmişti, bu yüzden yanıt onu yinelemelidir
rule-not-requested = uzantı teklif edilmemişti
rule-parameter-repeated = { $parameter } birden çok kez geçiyor
rule-parameter-unknown = uzantının { $parameter } adlı bir parametresi yok
rule-required-here = { $parameter } zorunlu
rule-rsv-taken = { $extension } zaten kararlaştırıldı ve { $bits } bitini o da kullanıyor
rule-value-invalid = { $parameter } bu değeri alamaz
rule-value-missing = { $parameter } bir değer ister
rule-value-not-allowed = { $parameter } değer almaz
rule-window-unsupported = { $parameter } desteklenmiyor
