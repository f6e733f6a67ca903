# التسميات والعناوين والعبارات القصيرة. وما يجب أن يبقى من اليسار إلى اليمين يوضع بين علامتي `.
# حيث تكون في الرسالة متغيرات تقول ملاحظتها ما تدل عليه.

## السطر الأول من الشرح: الرمز والاسم، ثم ثلاث عبارات.

# $code: العدد؛ $title: اسمه؛ $sender و$end و$retry: إحدى العبارات أدناه.
headline = { $code } { $title }: { $sender }، { $end }، { $retry }
# $title: اسم رمز؛ $service: اسم خدمة له فيها معنى آخر.
title-in-service = { $title } ({ $service })
headline-sender-both = من أي الطرفين
headline-sender-client = من العميل
headline-sender-server = من الخادم
headline-sender-local = لا يُرسل أبدًا
headline-sender-nobody = لا يُرسل أبدًا
headline-end-clean = نهاية نظيفة
headline-end-lost = نهاية غير نظيفة
headline-end-never-opened = لم يُفتح قط
headline-end-invalid = خطأ في البروتوكول
headline-retry-application = القرار للتطبيق
headline-retry-never = لا تعد الاتصال
headline-retry-not-needed = لا حاجة إلى إعادة الاتصال
headline-retry-with-new-input = أعد الاتصال بعد تغيير
# $range: مجال من الثواني، مثل 1-5.
headline-retry-yes = أعد الاتصال خلال { $range } ث
headline-retry-service-yes = أعد الاتصال
headline-retry-service-unstated = لا يُقال شيء عن إعادة الاتصال

## ما يصدق على رمز: التسميات، ثم ما قد تكونه.

fact-name = الاسم
fact-sender = يرسله
fact-sender-by-text = بنص المواصفة
fact-wire = إطار الإغلاق
fact-page = صفحة الويب
fact-end = الإغلاق
fact-class = الصنف
fact-act = من عليه أن يتصرف
fact-retry = إعادة الاتصال
fact-registered-delay = المهلة المسجَّلة
fact-registration = مسجَّل باسم
fact-reference = المرجع

sender-both = العميل أو الخادم
sender-client = العميل وحده
sender-server = الخادم وحده
sender-nobody = لا أحد

wire-allowed = يجوز أن يحمله
wire-local-only = لا يحمله أبدًا: يستنتجه أحد الطرفين بنفسه
wire-out-of-range = لا يجوز أن يحمله: لا رمز فوق 4999
wire-reserved = لا يجوز أن يحمله: العدد محجوز
wire-unassigned = لا يجوز أن يحمله: العدد غير مسند
wire-unused = لا يجوز أن يحمله: لا رمز دون 1000

page-may = تستطيع إرساله بـ `close()`
page-may-not = لا تستطيع إرساله: `close()` يرمي استثناء

end-clean = نظيف: أرسل الطرفان إطار الإغلاق
end-lost = غير نظيف: لم يصل إطار إغلاق
end-never-opened = لم يكن إغلاق: لم يُفتح الاتصال قط
end-invalid = غير نظيف: من يتلقى إطارًا كهذا يُفشل الاتصال

class-application = خاص بالتطبيق
class-authorization = تصريح
class-done = تمّ كما أُريد
class-failure = فشل
class-invalid = غير جائز
class-leaving = أحد الطرفين يغادر
class-library = خاص بمكتبة
class-limit = تجاوز حد
class-lost = فقد الاتصال
class-negotiation = تفاوض على الامتدادات
class-overload = فرط حمل
class-policy = رفض بقاعدة من التطبيق
class-protocol = مخالفة البروتوكول
class-restart = إعادة تشغيل مخطط لها
class-timeout = بطء شديد
class-tls = TLS
class-unstated = لم يُذكر سبب

act-application = تقول ذلك وثائق التطبيق
act-authorization = الطرف الذي تلقّاه: تنقصه الحقوق
act-done = لا أحد
act-failure = من يشغّل الطرف الذي أرسله
act-invalid = من كتب البرنامج الذي أرسله
act-leaving = لا أحد
act-library = تقول ذلك وثائق المكتبة
act-limit = الطرف الذي تلقّاه: أرسل أكثر مما يجوز
act-lost = من يشغّل الجزء الذي انقطع من الطريق
act-negotiation = من يضبط إعدادات الخادم أو الوكيل، أو من يكتب العميل
act-overload = من يشغّل الخادم
act-policy = الطرف الذي تلقّاه: رُفض
act-protocol = الطرف الذي تلقّاه: كان ما أرسله خاطئًا
act-restart = لا أحد: الأمر مخطط له
act-timeout = الطرف الذي تلقّاه: كان بطيئًا جدًّا
act-tls = من يتولى الشهادة والثقة
act-unstated = لا أحد

retry-application = كما يقول التطبيق
retry-never = لا، حتى تزول العلة
retry-not-needed = لا حاجة إليها
retry-with-new-input = بعد تغيير فقط: في بيانات الاعتماد أو الوتيرة أو الحجم
# $range: مجال من الثواني، مثل 1-5.
retry-yes = نعم، أول مرة بعد مهلة عشوائية من { $range } ث
# $range: مجال من الثواني، مثل 5-30.
delay = مهلة عشوائية من { $range } ث
registration-unassigned = غير مسند
registration-none = ليس عددًا من أعداد السجل

## أقسام الشرح

heading-meaning = ما معناه
heading-reconnect = هل أعيد الاتصال؟
heading-reason = ما يحمله نص السبب
heading-causes = متى تراه
heading-fixes = كيف يُصلَح
heading-seen = ما تُظهره البرامج
heading-confusions = كثيرًا ما يُخلَط مع
heading-services = ما يعنيه للخدمات
heading-sources = المصادر

role-server = من يشغّل الخادم
role-client = من يكتب العميل
role-proxy = من يشغّل الوكيل
phase-handshake = أثناء المصافحة
phase-open = على اتصال مفتوح
viewer-browsers = المتصفحات
viewer-libraries = المكتبات
# $version: البرنامج والإصدار الذي شُغّل.
basis-measured = قيس مع { $version }
no-cause-in-handshake = لا تُعرف علة له أثناء المصافحة. يحتاج إطار الإغلاق إلى اتصال مفتوح.
no-cause-in-open = لا تُعرف علة له على اتصال مفتوح.

reconnect-yes = يُعاد الاتصال
reconnect-no = لا يُعاد الاتصال
reconnect-after-change = يُعاد الاتصال بعد تغيير
reconnect-unstated = لا يُقال شيء عن إعادة الاتصال
# $service: اسم خدمة؛ $code: عدد.
service-says-nothing = لا توثّق { $service } معنى للعدد { $code }.

## المقارنة

# $low و$high: رمزان مع اسميهما.
comparison-title = { $low } أم { $high }
heading-differences = ما يختلفان فيه
heading-alike = ما يتفقان فيه
heading-tell-apart = كيف تميّز بينهما
heading-use = متى تستعمل كلًّا منهما
heading-now = ماذا تفعل الآن
# $bytes: بايتان بالأرقام الست عشرية.
apart-bytes = على السلك: يبدأ جسم إطار الإغلاق بـ `{ $bytes }`.
# $low و$high: زوجان من البايتات بالأرقام الست عشرية.
apart-byte-range = على السلك: يبدأ جسم إطار الإغلاق بما بين `{ $low }` و`{ $high }`.
apart-local = لا يظهر في أي التقاط للحزم: لا يحمله إطار. تجده في سجل الطرف الذي يُظهره.
apart-invalid = على السلك هو خطأ من مرسله: والجواب 1002 أو إنهاء اتصال TCP.
use-local = أظهره ولا ترسله أبدًا.
use-nobody = لا ترسله أبدًا.
# $code: عدد.
same-code = كلاهما { $code }: لا شيء يُقارن.
# $range: مجال من الرموز، مثل 4000-4999.
same-row = كلاهما في { $range }، ولا يعطي البروتوكول أيًّا منهما معنى.

## جدول الرموز، والبحث

column-code = الرمز
column-title = الاسم
column-sender = يرسله
column-wire = في إطار
column-retry = إعادة الاتصال
sender-short-both = كلاهما
sender-short-client = العميل
sender-short-server = الخادم
sender-short-nobody = لا أحد
wire-short-yes = نعم
wire-short-no = لا
retry-short-application = التطبيق
retry-short-never = لا
retry-short-not-needed = لا حاجة
retry-short-with-new-input = بعد تغيير
# $range: مجال من الثواني، مثل 1-5.
retry-short-yes = نعم، { $range } ث
# $count: كم عددها.
matches = { $count ->
    [zero] لا موضع يوافق ({ $count }).
    [one] موضع واحد يوافق ({ $count }):
    [two] موضعان يوافقان ({ $count })، أفضلهما أولًا:
    [few] { $count } مواضع توافق، أفضلها أولًا:
    [many] { $count } موضعًا يوافق، أفضلها أولًا:
   *[other] { $count } موضع يوافق، أفضلها أولًا:
}

## البايتات مفصَّلة

heading-frames = البايتات
# $kind: نوع الإطار، مثل Close؛ $length: بايتات حمولته.
frame-of-client = إطار { $kind } من عميل (مُقنَّع)، حمولته { $length ->
    [zero] فارغة ({ $length })
    [one] بايت واحد ({ $length })
    [two] بايتان ({ $length })
    [few] { $length } بايتات
    [many] { $length } بايتًا
   *[other] { $length } بايت
}
# $kind: نوع الإطار، مثل Close؛ $length: بايتات حمولته.
frame-of-server = إطار { $kind } من خادم (غير مُقنَّع)، حمولته { $length ->
    [zero] فارغة ({ $length })
    [one] بايت واحد ({ $length })
    [two] بايتان ({ $length })
    [few] { $length } بايتات
    [many] { $length } بايتًا
   *[other] { $length } بايت
}
# $length: بايتاته.
frame-body = جسم إطار إغلاق، طوله { $length ->
    [zero] صفر ({ $length })
    [one] بايت واحد ({ $length })
    [two] بايتان ({ $length })
    [few] { $length } بايتات
    [many] { $length } بايتًا
   *[other] { $length } بايت
}
frame-continues = تليه إطارات أخرى من الرسالة نفسها.
frame-compressed = البت RSV1 مضبوط: الرسالة مضغوطة إذا اتُّفق على `permessage-deflate`، وإلا فهي تخالف RFC 6455 القسم 5.2.
frame-incomplete = تنتهي البايتات قبل أن ينتهي الإطار.
label-code = الرمز
label-reason = نص السبب
label-text = النص
label-bytes = البايتات
label-none = لا شيء
# $range: مجال من الثواني، مثل 1-5.
reason-window = يطلب نص السبب من العملاء أن يعودوا في لحظة عشوائية خلال { $range } ث.
# $rule: أي قاعدة، بالكلمات؛ $section: أين كُتبت؛ $code: رمز إغلاق.
frame-fault = هذا يخالف قاعدة: { $rule } ({ $section }). ويُجاب عنه بالرمز { $code }.

fault-close-body-too-short = جسم إطار الإغلاق إما فارغ وإما بايتان فأكثر
fault-close-reason-not-utf8 = نص السبب في إطار الإغلاق UTF-8
fault-continuation-without-message = إطار المتابعة يتبع رسالة بدأت
fault-control-frame-fragmented = إطار التحكم لا يُجزَّأ أبدًا
fault-control-frame-too-long = حمولة إطار التحكم 125 بايتًا على الأكثر
fault-invalid-close-code = هذا الرمز لا يجوز في إطار إغلاق
fault-invalid-utf8 = الرسالة النصية UTF-8
fault-length-not-minimal = يُكتب الطول بأقصر صيغة له
fault-length-too-large = أعلى بت في طول من 64 بتًّا غير مضبوط
fault-mask-forbidden = الخادم لا يُقنّع إطاراته
fault-mask-missing = العميل يُقنّع إطاراته
fault-message-interrupted = تنتهي الرسالة قبل أن تبدأ التالية
fault-reserved-bits = لا يُضبط بت محجوز إلا إذا استعمله امتداد متفق عليه
fault-reserved-opcode = رموز العمليات ستة: 0 و1 و2 و8 و9 و10

## ترويسة من مصافحة الفتح

heading-header = الترويسة
header-extensions = تسرد الامتدادات: يعرضها العميل في طلبه، ويسمّي الخادم في جوابه ما يقبله منها.
header-key = يرسلها العميل: 16 بايتًا عشوائيًّا بترميز base64. وهي تثبت أن الخادم يفهم WebSocket، لا أكثر.
header-accept = يرسلها الخادم: بصمة (hash) من مفتاح العميل. والخاطئة تعني أن شيئًا آخر أجاب، كذاكرة تخزين مؤقت.
header-version = يرسلها العميل: إصدار البروتوكول. والمستعمل واحد هو 13.
header-protocol = تسرد البروتوكولات الفرعية: يعرضها العميل في طلبه، ويسمّي الخادم في جوابه واحدًا منها على الأكثر.
header-upgrade = تسمّي ما يتحول إليه الاتصال. ويرسلها الطرفان.
header-connection = تسمّي الترويسات المقصود بها القفزة التالية وحدها. فإذا كان فيها `Upgrade` عرف الوكيل أن عليه أن يعالج تلك الترويسة بنفسه، والوكيل الذي لا يعرف شيئًا عنها يُسقط الاثنتين.
header-retry-after = يرسلها خادم يرفض، مع 503 أو 429: كم يُبتعد عنه.
# $value: قيمة ترويسة حُسبت من المفتاح.
header-key-good = المفتاح صالح. ويُجاب عنه بـ { $value }.
header-key-bad = هذا ليس مفتاحًا: يجب أن يكون 24 حرفًا من base64 تمثل 16 بايتًا. ويجيب الخادم بـ 400.
header-accept-good = صيغتها صحيحة. أما هل هي الصائبة فيتوقف على المفتاح: يحسب `rejoin explain --header` الجواب منه.
header-accept-bad = هذا ليس جوابًا عن أي مفتاح: يجب أن يكون 28 حرفًا من base64 تمثل 20 بايتًا. ويُفشل العميل المصافحة.
header-version-good = هذا إصدار RFC 6455.
header-version-bad = لا خادم اليوم يتكلم هذا الإصدار. ويجيب بـ 426 مع `Sec-WebSocket-Version: 13`.
header-protocol-bad = هذه ليست قائمة بروتوكولات فرعية: يجب أن يكون كل منها token، وألا يتكرر أي منها. ويجيب الخادم بـ 400.
# $name: بروتوكول فرعي.
header-protocol-one = { $name } هو ما يتكلمه الطرفان إذا سمّاه الخادم، وإذا سمّاه العميل وحده فهو عرض.
header-protocol-several = هي سليمة بوصفها عرضًا. أما في الجواب فواحد على الأكثر: يُفشل العميل المصافحة.
# $name: بروتوكول فرعي؛ $service: ما يعطي رموز الإغلاق معنى ضمنه.
header-protocol-service = لرموز الإغلاق مع { $name } معانٍ خاصة بها: معاني { $service }.
header-upgrade-good = تسمّي `websocket` كما ينبغي.
header-upgrade-bad = لا تسمّي `websocket`: لا يعدّ الخادم هذا مصافحة WebSocket، ويُفشل العميل المصافحة.
header-connection-good = تسمّي `Upgrade` كما ينبغي.
header-connection-bad = لا تسمّي `Upgrade`: لا يعدّ الخادم هذا مصافحة WebSocket، ويُفشل العميل المصافحة. وفي الغالب استبدل وكيل بالترويسة غيرها.
# $seconds: عدد من الثواني.
header-retry-after-seconds = { $seconds ->
    [zero] لا يطلب الخادم أي ابتعاد ({ $seconds } ث).
    [one] يطلب الخادم أن يُترك ثانية واحدة ({ $seconds }).
    [two] يطلب الخادم أن يُترك ثانيتين ({ $seconds }).
    [few] يطلب الخادم أن يُترك { $seconds } ثوانٍ.
    [many] يطلب الخادم أن يُترك { $seconds } ثانية.
   *[other] يطلب الخادم أن يُترك { $seconds } ثانية.
}
header-retry-after-date = يطلب الخادم أن يُترك إلى تلك اللحظة.
header-retry-after-bad = هذا ليس عددًا من الثواني ولا تاريخًا من تواريخ HTTP: يتجاهله العملاء.
# $place: أي بايت، عدًّا من 0؛ $offence: ما الخطأ هناك.
header-malformed = صيغة خاطئة عند البايت { $place }: { $offence }. يجيب الخادم بـ 400، ويُفشل العميل المصافحة (RFC 6455 القسم 9.1).
offence-empty-list = الترويسة موجودة ولا تسمّي امتدادًا
offence-parameter-missing = يجب أن تلي الفاصلة المنقوطة معلمة
offence-quote-not-closed = علامة الاقتباس الختامية غائبة
offence-unexpected-byte = حرف لا يجوز هنا
offence-value-missing = يجب أن تلي علامة المساواة قيمة
offence-value-not-token = يجب أن تكون القيمة بين علامتي الاقتباس token

heading-parameters = ما تقوله
param-server-no-context-takeover = يضغط الخادم كل رسالة على حدة. هي في العرض مطلب، والجواب الذي يقبل العرض يجب أن يكررها.
param-client-no-context-takeover = يضغط العميل كل رسالة على حدة. هي في العرض إشارة، وفي الجواب مطلب.
param-server-max-window-bits = النافذة التي يضغط الخادم ضمنها، أُسًّا للعدد 2 من 8 إلى 15. والجواب الذي يقبل عرضًا فيه هذه المعلمة يجب أن تكون فيه أيضًا، وألا تكون أكبر.
param-client-max-window-bits = النافذة التي يضغط العميل ضمنها، أُسًّا للعدد 2 من 8 إلى 15. وبلا قيمة، ولا يجوز إغفالها إلا في العرض، يترك العميل الاختيار للخادم. ولا يجوز أن تكون في الجواب إلا إذا كانت في العرض.
extension-deflate = يضغط الرسائل (RFC 7692). مسجَّل.
extension-deflate-frame = ما كان Safari يعرضه قبل الإصدار 15: مسودة مبكرة للضغط. غير مسجَّل، وترفضه الخوادم.
extension-usp = User Services Platform (TR-369). مسجَّل؛ لا يغيّر الإطارات، ولا يجوز لأحد أن يصر عليه.
extension-unknown = غير مسجَّل. يجب أن يعرفه الطرفان مسبقًا.

heading-as-offer = بوصفها عرضًا من عميل
# $offer: ما كان العميل قد عرضه.
heading-as-answer = بوصفها جوابًا عن { $offer }
# $answer: جواب الخادم.
verdict-taken = مقبول: الخادم القادر على كل شيء يجيب بـ { $answer }.
# $rule: أي قاعدة، بالكلمات؛ $section: أين كُتبت.
verdict-declined = مرفوض: { $rule } ({ $section }). يُجرَّب العرض التالي، وإن لم يكن فُتح الاتصال من غير الامتداد.
verdict-not-reached = لم يُنظر فيه: قُبل عرض قبله.
verdict-opens = سليم: يُفتح الاتصال.
# $missing: الامتدادات التي عُرضت ولم تُقبل.
verdict-opens-without = سليم: يُفتح الاتصال. والعميل الذي لا يستطيع العمل من غير { $missing } يغادر بالرمز 1010.
# $rule: أي قاعدة، بالكلمات؛ $section: أين كُتبت.
verdict-fails = تفشل المصافحة ولا يُرسل إطار إغلاق: { $rule } ({ $section }).

rule-agreed-twice = الامتداد مذكور مرتين، وللاتصال إعداد واحد من كل امتداد
rule-declined-by-policy = الامتداد معطّل
# $answered: المعلمة مع قيمة الجواب؛ $offered: قيمة العرض.
rule-larger-than-offered = { $answered } أكبر مما عُرض، وهو { $offered }
rule-not-answered = ليس في الجواب
rule-not-configured = لا يعرف الخادم امتدادًا بهذا الاسم ما لم يُضبط له
# $parameter: اسم المعلمة.
rule-not-offered = لا يجوز أن تكون { $parameter } في الجواب إلا إذا عُرضت
# $parameter: اسم المعلمة.
rule-not-repeated = عُرضت { $parameter }، فيجب أن يكررها الجواب
rule-not-requested = الامتداد لم يُعرض
# $parameter: اسم المعلمة.
rule-parameter-repeated = { $parameter } مذكورة أكثر من مرة
# $parameter: اسم المعلمة.
rule-parameter-unknown = ليس للامتداد معلمة { $parameter }
# $parameter: اسم المعلمة.
rule-required-here = { $parameter } لازمة
# $bits: بتات محجوزة، مثل RSV1؛ $extension: الامتداد الذي أخذها.
rule-rsv-taken = اتُّفق على { $extension } من قبل وهو يستعمل { $bits } أيضًا
# $parameter: اسم المعلمة.
rule-value-invalid = قيمة { $parameter } ليست من القيم الجائزة لها
# $parameter: اسم المعلمة.
rule-value-missing = تحتاج { $parameter } إلى قيمة
# $parameter: اسم المعلمة.
rule-value-not-allowed = لا تأخذ { $parameter } قيمة
# $parameter: المعلمة مع قيمتها.
rule-window-unsupported = { $parameter } غير مدعومة
