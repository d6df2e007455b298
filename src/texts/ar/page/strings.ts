import type { PageTexts, Section } from '../../en/page/index.js';
import { counted, digits, isolated, zoneName } from '../words.js';

/** Texts of the client's page: head, visits, quotes, invoices, messages. */
export const strings: PageTexts['strings'] = {
  title: (job, business) => `${isolated(job)} – ${isolated(business)}`,
  nameAndTitle: (name, title) => `${name}، ${isolated(title)}`,
  dayAndTime: (day, time) => `${day}، ${time}`,
  loading: 'جارٍ تحميل صفحتك…',
  job: (number) => `العمل رقم ${digits(number)}`,
  preparedFor: (name) => `أُعدّ من أجل ${isolated(name)}`,
  call: (phone) => `اتصل على الرقم ${phone}`,
  siteAddress: 'المكان',
  progress: (done, total) => `اكتمل ${digits(done)} من ${digits(total)}`,
  print: 'طباعة',
  nothingShared: 'لم يُشارَك شيء آخر بعد. ستمتلئ هذه الصفحة تلقائيًا عند مشاركة شيء.',
  quoteFrom: (business) => `عرض السعر المقدَّم لك من ${isolated(business)}`,
  invoiceFrom: (business) => `فاتورتك من ${isolated(business)}`,
  nothingHere: 'لم يعد هنا شيء',
  withdrawn: (business) =>
    `سحبت ${isolated(business)} ما كانت تعرضه هذه الصفحة. لا شيء هنا للدفع أو الإجابة؛ إن لم تكن متأكدًا فاسأل ${isolated(business)}.`,
  updatedAt: (time) => `آخر تحديث ${time}`,
  changed: (sections) =>
    `حُدّثت هذه الصفحة: ${sections.map((section) => SECTION_NAMES[section]).join('، ')}.`,
  openQuote: 'عرض سعر ينتظر إجابتك.',
  openQuotes: (count) =>
    `${counted(count, {
      one: 'عرض سعر واحد',
      two: 'عرضا سعر',
      few: 'عروض أسعار',
      many: 'عرض سعر',
      other: 'عرض سعر',
    })} بانتظار إجابتك.`,
  showQuote: 'اقرأه',

  closed: {
    title: 'هذا الرابط لا يفتح شيئًا',
    body: 'ربما نُسخ ناقصًا، أو ربما انتهت صلاحيته، أو قد لا تكون الصفحة متاحة في الوقت الحالي.',
    answerLost: 'لم تصل إجابتك: لم يُقبل شيء ولم يُرفض ولم يُطلب.',
  },
  failed: {
    title: 'تعذّر تحميل الصفحة',
    body: 'قد يكون رابطك سليمًا: المشكلة حاليًا في الاتصال أو في خادمنا.',
  },
  tryAgain: 'حاول مرة أخرى',
  offline: (time) => `لا يوجد اتصال الآن. هذا ما كانت الصفحة تعرضه عند ${time}، وستُحدَّث تلقائيًا.`,

  visits: 'الزيارات',
  pastVisits: (count) =>
    counted(count, {
      one: 'زيارة سابقة واحدة',
      two: 'زيارتان سابقتان',
      few: 'زيارات سابقة',
      many: 'زيارة سابقة',
      other: 'زيارة سابقة',
    }),
  until: (from, to) => `من ${from} إلى ${to}`,
  addToCalendar: 'أضف إلى التقويم',
  removeFromCalendar: 'احذف من التقويم',
  cancelled: 'أُلغيت',
  wasCancelled: (time) => `أُلغيت زيارة ${time}`,
  movedFrom: (time) => `نُقلت من ${time}`,
  calendarFailed: 'تعذّر إنشاء موعد التقويم. تحقّق من الاتصال وحاول مرة أخرى.',
  timeZoneNote: (zone) => `الأوقات بحسب ${zoneName(zone)}.`,

  todos: 'المهام',
  done: 'اكتمل',
  open: 'قيد الانتظار',
  notes: 'الملاحظات',
  photos: 'الصور',
  photo: (number, total) => `الصورة ${digits(number)} من ${digits(total)}`,
  position: (number, total) => `${digits(number)} من ${digits(total)}`,
  photoFailed: 'تعذّر تحميل هذه الصورة.',
  previous: 'الصورة السابقة',
  next: 'الصورة التالية',
  close: 'إغلاق',

  quotes: 'عروض الأسعار',
  quote: (number, version) =>
    version > 1
      ? `عرض السعر رقم ${digits(number)}، النسخة ${digits(version)}`
      : `عرض السعر رقم ${digits(number)}`,
  quoteStatus: {
    ACCEPTED: 'مقبول',
    CHANGES_REQUESTED: 'طُلب تعديله',
    DECLINED: 'مرفوض',
    DRAFT: 'قيد الإعداد',
    EXPIRED: 'انتهت صلاحيته',
    SENT: 'بانتظار إجابتك',
    SUPERSEDED: 'استُبدل',
    WITHDRAWN: 'سُحب',
  },
  answered: {
    ACCEPTED: (time, name, business) =>
      name ? `قبله ${isolated(name)}، ${time}.` : `مقبول كما سجّلت ${isolated(business)}، ${time}.`,
    DECLINED: (time) => `رُفض، ${time}.`,
    CHANGES_REQUESTED: (time) => `طُلب تعديله، ${time}. ما زال بإمكانك قبوله أو رفضه كما هو.`,
  },
  quoteWithdrawn: (business) => `سحبت ${isolated(business)} عرض السعر هذا، ولم يعد قبوله ممكنًا.`,
  chooseOptions: 'اختر ما تريد، ويتغيّر المجموع تبعًا لذلك.',
  notChosen: 'لم يُختر',
  totalFailed: 'تعذّر حساب المجموع. تحقّق من الاتصال وحاول مرة أخرى.',
  terms: 'الشروط',
  validUntil: (date) => `صالح حتى ${date}`,
  expiredOn: (date) => `كان آخر يوم لصلاحيته ${date}. اطلب عرضًا جديدًا إن كنت ما زلت تحتاج إليه.`,
  line: { description: 'البند', quantity: 'الكمية', price: 'سعر الوحدة', net: 'المبلغ' },
  times: (quantity, price) => `${quantity} × ${price}`,
  net: 'قبل الضريبة',
  total: 'المجموع',
  accept: 'قبول عرض السعر',
  askForChanges: 'طلب تعديلات',
  decline: 'رفض',
  cancel: 'إلغاء',
  accepting: {
    title: (number) => `قبول عرض السعر رقم ${digits(number)}`,
    body: (title, total) =>
      `بهذا تقبل «${isolated(title)}» مقابل ${total} شاملًا الضريبة. تُبلَّغ الشركة فورًا، وتصلك نسخة بالبريد الإلكتروني.`,
    options: 'مع هذه الخيارات:',
    noPrice: 'اختر أولًا خيارًا واحدًا على الأقل.',
    name: 'اسمك الكامل، بمثابة توقيعك',
    noName: 'اكتب اسمك لتقبل العرض.',
    confirm: 'نعم، أقبل',
    done: 'شكرًا لك. لقد قبلت عرض السعر.',
  },
  paying: {
    asked: (deposit, percent) =>
      percent
        ? `عند القبول تُطلب دفعة مقدّمة قدرها ${digits(percent)}٪، أي ${deposit}.`
        : `عند القبول تُطلب دفعة مقدّمة قدرها ${deposit}.`,
    orAll: (total) => ` ويمكنك أيضًا دفع المبلغ كله دفعة واحدة: ${total}.`,
    legend: (deposit) => `تُطلب دفعة مقدّمة قدرها ${deposit}`,
    online: {
      deposit: (amount) => `ادفع الدفعة المقدّمة الآن: ${amount}`,
      all: (amount) => `ادفع المبلغ كله الآن: ${amount}`,
    },
    byInvoice: {
      deposit: (amount) => `استلم فاتورة بالدفعة المقدّمة: ${amount}`,
      all: (amount) => `استلم فاتورة بالمبلغ كله: ${amount}`,
    },
    later: (amount) => `ادفع الدفعة المقدّمة لاحقًا: ${amount}`,
  },
  changing: {
    title: (number) => `طلب تعديلات على عرض السعر رقم ${digits(number)}`,
    message: 'ما الذي ينبغي تغييره؟',
    noMessage: 'اكتب ما ينبغي تغييره.',
    confirm: 'إرسال',
    done: 'أُرسل طلبك. ما زال بإمكانك قبول عرض السعر أو رفضه كما هو.',
  },
  declining: {
    title: (number) => `رفض عرض السعر رقم ${digits(number)}`,
    reason: 'لماذا؟ (إن أحببت)',
    confirm: 'رفض عرض السعر',
    done: 'لقد رفضت عرض السعر.',
  },

  invoices: 'الفواتير',
  howToPay: 'طرق الدفع',
  invoiceKind: {
    INVOICE: (number) => `الفاتورة رقم ${digits(number)}`,
    DEPOSIT: (number) => `فاتورة الدفعة المقدّمة رقم ${digits(number)}`,
    CREDIT_NOTE: (number) => `إشعار دائن رقم ${digits(number)}`,
  },
  creditNote: 'إشعار دائن',
  creditOf: (number) => `عن الفاتورة رقم ${digits(number)}`,
  credited: 'المبلغ المخصوم',
  nothingToPay: 'لا شيء للدفع',
  refundDue: (amount) =>
    `دفعت ${amount} أكثر من المطلوب. سيُعاد المبلغ إليك أو يُخصم من فاتورتك القادمة.`,
  taxOfRate: (name, percent, net) => `${isolated(name)} ${percent}٪ من ${net}`,
  downloadQuote: 'تنزيل عرض السعر (PDF)',
  downloadInvoice: 'تنزيل الفاتورة (PDF)',
  downloadReceipt: 'تنزيل الإيصال (PDF)',
  downloadFailed: 'تعذّر التنزيل. أعد تحميل الصفحة وحاول مرة أخرى.',
  invoice: (number) => `الفاتورة رقم ${digits(number)}`,
  invoiceStatus: {
    DRAFT: 'قيد الإعداد',
    OVERDUE: 'متأخرة',
    PAID: 'مدفوعة',
    PARTLY_PAID: 'مدفوعة جزئيًا',
    SENT: 'للدفع',
    VOID: 'ملغاة',
  },
  paid: 'المدفوع حتى الآن',
  owed: 'المتبقي للدفع',
  reversed: 'أُلغيت',
  reversedPayment: (day) => (day ? `دفعة ${day}، لم تعد محسوبة` : 'دفعة لم تعد محسوبة'),
  dueOn: (date) => `تاريخ الاستحقاق ${date}`,

  messages: 'الرسائل',
  noMessages: (business) => `اكتب إلى ${isolated(business)} بشأن هذا العمل.`,
  messagesOff: (business) => `الرسائل متوقفة. اتصل بـ ${isolated(business)} بدلًا من ذلك.`,
  you: 'أنت',
  message: 'رسالتك',
  noMessage: 'اكتب شيئًا أولًا.',
  send: 'إرسال',
  sending: 'جارٍ الإرسال…',
  sent: 'أُرسلت رسالتك.',

  jobStatus: {
    CANCELLED: 'ملغى',
    COMPLETED: 'مكتمل',
    IN_PROGRESS: 'قيد التنفيذ',
    NEW: 'جديد',
    ON_HOLD: 'متوقف مؤقتًا',
    SCHEDULED: 'مجدول',
  },

  problems: {
    QUOTE_NOT_ACCEPTABLE:
      'لم يعد بالإمكان الإجابة عن عرض السعر هذا: لقد تغيّر أو انتهت صلاحيته أو أُجيب عنه. لم يُرسل شيء.',
    MESSAGES_NOT_ENABLED: 'أُوقفت الرسائل. لم يُرسل شيء.',
    RATE_LIMITED: 'كان ذلك أسرع من المسموح. انتظر دقيقة وحاول مرة أخرى.',
    NOT_FOUND: 'لم يعد هذا متاحًا. لم يُرسل شيء.',
    NETWORK: 'لا يوجد اتصال. لم يضِع شيء: تحقّق منه وحاول مرة أخرى.',
    OTHER: 'لم ينجح ذلك، والخطأ ليس منك. حاول مرة أخرى بعد دقيقة.',
  },
  // The API gives its reasons in English.
  faults: () => 'لا يمكن قبول ما كتبته بهذا الشكل. تحقّق منه وحاول مرة أخرى.',
};

const SECTION_NAMES: Record<Section, string> = {
  job: 'العمل',
  visits: 'الزيارات',
  notes: 'الملاحظات',
  todos: 'المهام',
  photos: 'الصور',
  quotes: 'عروض الأسعار',
  invoices: 'الفواتير',
  messages: 'الرسائل',
};
