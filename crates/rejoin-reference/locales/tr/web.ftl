# Başvuru kaynağının web sayfaları: öteki dosyalardaki metinlerin yanında duran sözler.
# Soldan sağa kalması gereken kısımlar ters kesme işaretleri arasındadır.

## Her sayfada

web-site = WebSocket kapanış kodları
web-skip = İçeriğe geç
web-nav = Ana bölümler
web-nav-codes = Kodlar
web-nav-compare = Karşılaştır
web-nav-guide = Bağlantım neden kapandı?
web-nav-services = Hizmetler
web-language = Dil
web-json = Bu bilgiler JSON olarak
web-terminal = Uçbirimde: { $command }
web-footer = Rejoin { $version } ile gelir. Kitaplığın nasıl davranacağını da bu sayfanın ardındaki tablo belirler.
web-source-number = Kaynak { $number }

## Kod tablosu ve arama

web-codes-title = Tüm WebSocket kapanış kodlarının açıklaması
web-codes-lead = Her biri ne demek, kim gönderir, yeniden bağlanılır mı ve ne yapılır. İstediğiniz iki kod karşılaştırılabilir.
web-codes-table = Tüm kodlar
web-guide-entry = Nereden başlayacağınızı bilmiyor musunuz? Birkaç soruyu yanıtlayın.
web-search = Ara
web-search-label = Bir sayı, iki sayı, bir ad ya da sözcükler
web-search-examples = Örneğin { $first }, { $second } ya da { $third }
web-search-found = Bulunan: { $count }
web-search-none = Hiçbir şey uymuyor. Daha az ya da başka sözcükler deneyin.

## Bir kod

web-in-brief = Kısaca
web-compare-with = Şununla karşılaştır
web-services-of-range = Bu sayıları kullanan hizmetler
web-previous = Önceki
web-next = Sonraki

## Karşılaştırmalar

web-compare-title = İki kodu karşılaştır
web-compare-lead = Önce sık karıştırılanlar, sonra bütün çiftler gelir.
web-compare-confused = Sık karıştırılanlar
web-compare-all = Bütün çiftler
web-aspect = Yön

## Hizmetler

web-services-title = Kendi kapanış kodları olan hizmetler
web-services-lead = Aynı sayı farklı hizmetler için farklı anlama gelir. Sizinkinin listelemediği kod genel anlamını korur.
web-service = Hizmet
web-service-title = { $service } kapanış kodları
web-subprotocols = Alt protokolünden tanınır
web-good-to-know = Bilmekte yarar var
web-service-rest = Burada listelenmeyen bir kodun genel anlamı geçerlidir: kod tablosuna bakın.

## Kılavuz

web-guide-lead = Soruları sırayla yanıtlayın. Her yanıt sonraki soruya ya da ne olduğuna götürür.
web-guide-again = Baştan başla
web-guide-codes = Devamı:

## Kaynaklar

web-sources-lead = Burada anlatılan her şey bunlara dayanır. Ölçülmüş olanlar sürümü belirtir.
web-source = Kaynak
web-cited-by = Başvuran

## Böyle bir sayfa yok

web-missing-title = Böyle bir sayfa yok
web-missing-text = 0 ile 65535 arasındaki her kapanış kodunun kod tablosunda bir yeri vardır.
