import type { PageTexts } from '../../en/page/index.js';
import { counted, digits } from '../words.js';

/** Texts of what the page says first, of its folds, photos, printing and sending. */
export const pageStrings: PageTexts['pageStrings'] = {
  first: 'الأهم الآن',
  answerQuote: ['أجب عن عرض السعر هذا: ', ''],
  validUntil: (date) => `صالح حتى ${date}`,
  showQuote: 'اقرأ وأجب',
  payInvoice: (amount) => [`ادفع ${amount} مقابل `, ''],
  dueOn: (date) => `تاريخ الاستحقاق ${date}`,
  overdueSince: (date) => `متأخرة: كان تاريخ الاستحقاق ${date}`,
  overdue: 'متأخرة',
  showInvoice: 'عرض الفاتورة',
  nextVisit: (day) => `الزيارة القادمة: ${day}`,
  movedFrom: (time) => `نُقلت من ${time}`,
  visitCancelled: (day) => `أُلغيت زيارة ${day}`,
  showVisits: 'عرض الزيارات',
  news: (time) => `الجديد منذ زيارتك الأخيرة للصفحة، ${time}`,
  newMark: 'جديد',
  newOf: {
    job: () => 'عن العمل',
    visits: (count) =>
      counted(count, {
        one: 'زيارة واحدة',
        two: 'زيارتان',
        few: 'زيارات',
        many: 'زيارة',
        other: 'زيارة',
      }),
    notes: (count) =>
      counted(count, {
        one: 'ملاحظة واحدة',
        two: 'ملاحظتان',
        few: 'ملاحظات',
        many: 'ملاحظة',
        other: 'ملاحظة',
      }),
    todos: (count) =>
      counted(count, {
        one: 'خطوة واحدة من العمل',
        two: 'خطوتان من العمل',
        few: 'خطوات من العمل',
        many: 'خطوة من العمل',
        other: 'خطوة من العمل',
      }),
    photos: (count) =>
      counted(count, {
        one: 'صورة واحدة',
        two: 'صورتان',
        few: 'صور',
        many: 'صورة',
        other: 'صورة',
      }),
    quotes: (count) =>
      counted(count, {
        one: 'عرض سعر واحد',
        two: 'عرضا سعر',
        few: 'عروض أسعار',
        many: 'عرض سعر',
        other: 'عرض سعر',
      }),
    invoices: (count) =>
      counted(count, {
        one: 'فاتورة واحدة',
        two: 'فاتورتان',
        few: 'فواتير',
        many: 'فاتورة',
        other: 'فاتورة',
      }),
    messages: (count) =>
      counted(count, {
        one: 'رسالة واحدة',
        two: 'رسالتان',
        few: 'رسائل',
        many: 'رسالة',
        other: 'رسالة',
      }),
  },

  work: 'ما نقوم به',
  workDone: (done, total) =>
    done === total ? 'اكتمل كل شيء' : `اكتمل ${digits(done)} من ${digits(total)}`,
  isDone: 'اكتمل',
  isAhead: 'لم يحن بعد',

  stages: { before: 'قبل', after: 'بعد' },

  more: {
    notes: (count) =>
      `عرض ${counted(count, {
        one: 'ملاحظة سابقة واحدة',
        two: 'ملاحظتين سابقتين',
        few: 'ملاحظات سابقة',
        many: 'ملاحظة سابقة',
        other: 'ملاحظة سابقة',
      })}`,
    work: (count) =>
      `عرض ${counted(count, {
        one: 'خطوة أخرى',
        two: 'خطوتين أخريين',
        few: 'خطوات أخرى',
        many: 'خطوة أخرى',
        other: 'خطوة أخرى',
      })}`,
    visits: (count) =>
      `عرض ${counted(count, {
        one: 'زيارة سابقة واحدة',
        two: 'زيارتين سابقتين',
        few: 'زيارات سابقة',
        many: 'زيارة سابقة',
        other: 'زيارة سابقة',
      })}`,
    photos: (count) =>
      `عرض صور ${counted(count, {
        one: 'يوم سابق واحد',
        two: 'يومين سابقين',
        few: 'أيام سابقة',
        many: 'يومًا سابقًا',
        other: 'يوم سابق',
      })}`,
    invoices: (count) =>
      `عرض ${counted(count, {
        one: 'فاتورة مسدَّدة واحدة',
        two: 'فاتورتين مسدَّدتين',
        few: 'فواتير مسدَّدة',
        many: 'فاتورة مسدَّدة',
        other: 'فاتورة مسدَّدة',
      })}`,
    messages: (count) =>
      `عرض ${counted(count, {
        one: 'رسالة سابقة واحدة',
        two: 'رسالتين سابقتين',
        few: 'رسائل سابقة',
        many: 'رسالة سابقة',
        other: 'رسالة سابقة',
      })}`,
  },
  fewer: 'عرض أقل',

  printing: 'جارٍ تجهيز الصور…',
  photosMissing: (count) =>
    `تعذّر تحميل ${counted(count, {
      one: 'صورة واحدة',
      two: 'صورتين',
      few: 'صور',
      many: 'صورة',
      other: 'صورة',
    })}، ولن تكتمل الصفحة على الورق. تحقّق من الاتصال ثم اطبع مرة أخرى.`,

  language: 'لغة هذه الصفحة',

  slow: 'ما زال الإرسال جاريًا: الاتصال بطيء. لا حاجة إلى الضغط مرة أخرى.',
  notSent: 'لم يُرسل: لا يوجد اتصال. نصّك محفوظ. حاول مرة أخرى عند عودة الاتصال.',
  unknown:
    'انقطع الاتصال، فلا نعرف هل وصل ما أرسلته. نصّك محفوظ، والمحاولة مرة أخرى لا ترسله مرتين.',
  unknownPayment: 'انقطع الاتصال قبل فتح صفحة الدفع. لم يُدفع شيء. حاول مرة أخرى.',
};
