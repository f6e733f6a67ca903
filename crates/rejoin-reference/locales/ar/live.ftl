# صفحة خادم يعمل، `rejoin serve`.
# يبقى اسم المتغير بين الأقواس كما هو. ولا علامات ` في نصوص السمات، وهي التي ينتهي معرّفها بـ -label.

live-title = Rejoin: خادم WebSocket مباشر
live-skip = إلى الاتصال
live-lead = خادم WebSocket يعيد كل رسالة إلى مرسلها. تحدّث معه، وأغلق الاتصال، وأعد تشغيله، وانظر ما يحدث.
live-languages = اللغات
live-footer = يقدّمه

live-connection-heading = اتصالك
live-status-connecting = جارٍ الاتصال
live-status-open = متصل
live-status-closing = جارٍ الإغلاق
live-status-waiting = غير متصل، وسيعود من تلقاء نفسه
live-status-over-asked = أغلقتَه أنت
live-status-over-finished = مغلق: انتهت المحادثة
live-status-over-never = مغلق نهائيًّا: ستنتهي أي محاولة أخرى النهاية نفسها
live-status-over-no-new-input = مغلق: تحتاج المحاولة التالية إلى بيانات دخول أو مدخلات أخرى
live-status-over-too-many-attempts = توقّف بعد محاولات كثيرة
live-status-over-too-long = توقّف بعد وقت طويل
live-countdown = العودة بعد { $seconds } ث، المحاولة { $attempt }
live-countdown-label = الوقت المتبقي حتى المحاولة التالية
live-retry-now = الآن
live-subprotocols-label = البروتوكولات الفرعية
live-subprotocols-hint = تُعرض على الخادم، وتفصل بينها فواصل. ويجوز ترك الحقل فارغًا.
live-subprotocols-invalid = لا يقبل المتصفح هذه البروتوكولات الفرعية. يُذكر كل منها مرة واحدة، وليس فيه إلا حروف لاتينية وأرقام والعلامات -._
live-connect = اتصل

live-negotiated-heading = ما اتُّفق عليه
live-address = العنوان
live-extensions = الامتدادات المستعملة
live-subprotocol = البروتوكول الفرعي المستعمل
live-peer = يراك الخادم على أنك
live-offers = عروض المتصفح وحكم الخادم عليها
live-none = لا شيء

live-send-heading = إرسال
live-message-label = الرسالة
live-message-hint = يرسلها Ctrl+Enter. ويعيدها الخادم إليك.
live-message-not-hex = ليست هذه بايتات. اكتب لكل بايت رقمين ستّ عشريّين، مثل 48 69 0a.
live-message-full = لا مكان لها: ما ينتظر الإرسال كثير. حاول بعد لحظة.
live-message-over = لم تُرسل: لم يعد هناك اتصال. اتصل أولًا.
live-kind-legend = بصفة
live-kind-text = نص
live-kind-binary = بايتات بالنظام الستّ عشري
live-send = أرسل

live-close-heading = إغلاق
live-code-label = الرمز
live-reason-label = نص السبب
live-close-hint = يجوز للصفحة أن تغلق بالرمز 1000 أو برمز من 3000 إلى 4999، وبنص سبب لا يزيد على 123 بايتًا. ويجيب الخادم بالرمز نفسه.
live-close-invalid = لا يرسل المتصفح هذا. خذ 1000 أو رمزًا من 3000 إلى 4999، ونص سبب لا يزيد على 123 بايتًا.
live-close = أغلق الاتصال

live-log-heading = ما حدث
live-log-clear = امسح
live-log-open = تم الاتصال
live-log-back = تم الاتصال من جديد، في المحاولة { $attempt }
live-log-clean = سليم: قال الطرفان وداعًا
live-log-unclean = غير سليم: انقطع الاتصال
live-log-failed = لم يتم الاتصال، ولا تقول المتصفحات أكثر من { $code }
live-log-waiting = المحاولة { $attempt } بعد { $seconds } ث
live-log-in-doubt = رسائل لا يعرف أحد هل وصلت: { $count }
live-log-kept = رسائل تنتظر الاتصال التالي: { $count }
live-log-dropped = رسائل أُسقطت لكثرة ما ينتظر: { $count }
live-log-unsent = رسائل لم تُرسل قط: { $count }
live-log-text = المحارف: { $count }
live-log-binary = البايتات: { $count }
live-log-more = (غير المعروض: { $count })
live-log-server-saw = رأى الخادم: تلقّى { $received }، وأرسل { $sent }، والبادئ { $began }
live-began-local = الخادم
live-began-peer = المتصفح
live-began-transport = الشبكة
live-no-code = لا رمز
live-mark-open = فُتح:
live-mark-closed = أُغلق:
live-mark-sent = أُرسل:
live-mark-received = وصل:
live-mark-note = ملاحظة:

live-restart-heading = إعادة التشغيل
live-restart-lead = تتولى عملية جديدة مقبس الاستماع. ثم تغلق العملية القديمة اتصالاتها بالرمز 1012، وتقول في نص السبب متى يُعاد الاتصال.
live-restart-button = أعد تشغيل الخدمة
live-restart-not-here = لا يعيد تشغيله من هذه الصفحة إلا الجهاز الذي يعمل عليه الخادم، وبعنوان محلي. وعلى ذلك الجهاز يفعل `rejoin restart` وSIGUSR2 الشيء نفسه.
live-restart-not-on = لا يستطيع هذا النظام تسليم مقبس الاستماع إلى عملية أخرى.
live-restart-failed = فشلت إعادة التشغيل، ويواصل الخادم عمله: { $why }
live-restart-refused = رفض الخادم: { $why }
live-restart-unreached = تعذّر الوصول إلى الخادم. حاول بعد لحظة.
live-step-asked = طُلبت إعادة التشغيل
live-step-closed = وصل الإغلاق بالرمز 1012
live-step-waiting = الانتظار كما طلب الخادم
live-step-back = تم الاتصال بالعملية الجديدة
live-step-after = بعد { $seconds } ث
live-step-for = ({ $seconds } ث)

live-live-heading = مباشر
live-process = العملية { $pid }.
live-predecessor = ما زالت العملية السابقة تغلق اتصالاتها.
live-unreached = لا يجيب الخادم في هذه اللحظة.
live-plot-open = الاتصالات المفتوحة
live-plot-open-label = الاتصالات المفتوحة في الدقيقتين الأخيرتين
live-plot-messages = الرسائل في الثانية، في الاتجاهين
live-plot-messages-label = الرسائل في الثانية في الدقيقتين الأخيرتين
live-plot-now = الآن
live-plot-restart = إعادة تشغيل
live-closes-caption = الاتصالات المنتهية بحسب الرمز
live-code-column = الرمز
live-name-column = الاسم
live-count-column = العدد
live-no-closes = لم ينته أي اتصال بعد.

live-how-heading = اتصل من مكان آخر
live-how-lead = يستطيع أي عميل WebSocket أن يتحدث مع هذا الخادم. وعملاؤنا يعودون من تلقاء أنفسهم بعد إعادة التشغيل.
live-no-script = تحتاج هذه الصفحة إلى النصوص البرمجية لتتحدث مع الخادم. ومن دونها استعمل إحدى هذه الطرق:
live-how-terminal = في الطرفية
live-how-browser = في صفحة ويب
live-how-rust = في Rust

live-codes-heading = معاني الرموز
live-codes-lead = الرموز التي قد ينتهي بها اتصال، وهل تعود هذه الصفحة بعد كل منها.
