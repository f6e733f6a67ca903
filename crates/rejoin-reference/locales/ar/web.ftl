# صفحات الويب من المرجع: ما يظهر فيها إلى جانب نصوص الملفات الأخرى.
# ما يجب أن يبقى من اليسار إلى اليمين يوضع بين علامتي `.

## في كل صفحة

web-site = رموز إغلاق WebSocket
web-skip = انتقل إلى المحتوى
# تُقرأ بصوت قبل روابط الأقسام الرئيسة.
web-nav = الأقسام الرئيسة
web-nav-codes = الرموز
web-nav-compare = المقارنة
web-nav-guide = لماذا أُغلق اتصالي؟
web-nav-services = الخدمات
web-language = اللغة
web-json = هذه الحقائق بصيغة JSON
# $command: ما يُكتب.
web-terminal = في الطرفية: { $command }
# $version: رقم إصدار.
web-footer = من Rejoin { $version }. الجدول الذي تقوم عليه هذه الصفحة هو نفسه الذي يحدد سلوك المكتبة.
# $number: موضعه في قائمة المصادر. تُقرأ بصوت بدل رقم صغير مرفوع.
web-source-number = المصدر { $number }

## جدول الرموز والبحث

web-codes-title = كل رموز إغلاق WebSocket مشروحة
web-codes-lead = ما معنى كل رمز، ومن يرسله، وهل يُعاد الاتصال بعده، وما العمل. ويمكن مقارنة أي رمزين منها.
web-codes-table = كل الرموز
web-guide-entry = لا تعرف من أين تبدأ؟ أجب عن بضعة أسئلة.
web-search = بحث
web-search-label = عدد أو عددان أو اسم أو كلمات
# $first و$second و$third: أمثلة على ما يُكتب.
web-search-examples = مثلًا { $first } أو { $second } أو { $third }
# $count: كم موضعًا وُجد.
web-search-found = عدد النتائج: { $count }
web-search-none = لا شيء يطابق. جرّب كلمات أقل أو غيرها.

## صفحة رمز

web-in-brief = باختصار
web-compare-with = قارنه مع
web-services-of-range = خدمات تستعمل هذه الأعداد
web-previous = السابق
web-next = التالي

## المقارنات

web-compare-title = قارن بين رمزين
web-compare-lead = أولًا الرموز التي كثيرًا ما يُخلَط بينها، ثم كل زوج.
web-compare-confused = كثيرًا ما يُخلَط بينها
web-compare-all = كل الأزواج
# عنوان عمود فيه ما يُقارَن.
web-aspect = وجه المقارنة

## الخدمات

web-services-title = خدمات لها رموز إغلاق خاصة بها
web-services-lead = للعدد نفسه معانٍ مختلفة باختلاف الخدمة. وما لا تذكره خدمتك يبقى على معناه العام.
# عنوان عمود فيه أسماء خدمات.
web-service = الخدمة
# $service: اسم خدمة.
web-service-title = رموز إغلاق { $service }
web-subprotocols = تُعرف بالبروتوكول الفرعي
web-good-to-know = مما يحسن أن تعرفه
web-service-rest = الرمز الذي لا يُذكر هنا له معناه العام: انظر جدول الرموز.

## الدليل

web-guide-lead = أجب عن سؤال بعد سؤال. كل جواب يقود إلى السؤال التالي أو إلى ما حدث.
web-guide-again = ابدأ من جديد
# تليها روابط إلى رموز.
web-guide-codes = اقرأ المزيد:

## المصادر

web-sources-lead = على هذه المصادر يقوم كل ما يُقال هنا. وما قيس يُذكر معه الإصدار.
# عنوان عمود فيه عناوين.
web-source = المصدر
# عنوان عمود فيه روابط إلى رموز وخدمات.
web-cited-by = يُستشهد به في

## لا صفحة هنا

web-missing-title = لا توجد صفحة كهذه
web-missing-text = لكل رمز إغلاق من 0 إلى 65535 موضعه في جدول الرموز.
