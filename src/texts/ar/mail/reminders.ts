import type { MailTexts } from '../../en/mail/index.js';
import { counted, isolated } from '../words.js';

/** Texts of reminders. */
export const reminders: MailTexts['reminders'] = {
  subject: (business, name, when) => `${isolated(business)}: ${name} ${when}`,
  heading: (name, title) => `${name}: ${isolated(title)}`,
  sentence: (name, title, when) => `هذا تذكير: ${name} عن «${isolated(title)}» ${when}.`,
  when: {
    waits: 'ينتظر إجابتك',
    lastDay: (day) => `يمكن قبوله حتى نهاية اليوم، ${day}`,
    valid: (day) => `صالح حتى نهاية يوم ${day}`,
    dueToday: (day) => `تستحق الدفع اليوم، ${day}`,
    wasDue: (day) => `كانت مستحقة الدفع في ${day}`,
    isDue: (day) => `تستحق الدفع في ${day}`,
  },
  toBePaid: 'ما يُطلب دفعه',
  price: 'السعر',
  several: {
    subject: (business, invoices, quotes) =>
      `${isolated(business)}: تذكير بشأن ${[
        ...(invoices ? [counted(invoices, INVOICES)] : []),
        ...(quotes ? [counted(quotes, QUOTES)] : []),
      ].join(' و')}`,
    heading: 'تذكير',
    sentence: 'هذا تذكير بما لا يزال معلّقًا بيننا.',
    list: 'ما لا يزال معلّقًا',
    invoice: (name, amount, when) => `${name}: المطلوب دفعه ${amount}؛ ${when}`,
    quote: (name, amount, when) => `${name}: ${amount}؛ ${when}`,
    more: (count) => `وهناك ${counted(count, MORE)}.`,
  },
  paidAlready: (reach) =>
    `إن كنت قد دفعت فشكرًا لك، ولا حاجة إلى فعل شيء آخر. وإن كان هناك خطأ ما، ${reach}.`,
  openToAnswer: (isOneOfSeveral) =>
    `افتح ${quote(isOneOfSeveral)} لتقبله أو ترفضه أو تطلب تعديلات عليه.`,
  reachToAnswer: (isOneOfSeveral, reach) =>
    `لقبول ${quote(isOneOfSeveral)} أو رفضه أو طلب تعديلات عليه، ${reach}.`,
  openInvoice: 'افتح الفاتورة',
  openQuote: 'افتح عرض السعر',
  open: (names) => `افتح ${names.join(' و')}`,
};

function quote(isOneOfSeveral: boolean): string {
  return isOneOfSeveral ? 'أي عرض سعر منها' : 'عرض السعر';
}

/** In the genitive. */
const INVOICES = {
  one: 'فاتورة واحدة',
  two: 'فاتورتين',
  few: 'فواتير',
  many: 'فاتورة',
  other: 'فاتورة',
};
const QUOTES = {
  one: 'عرض سعر واحد',
  two: 'عرضي سعر',
  few: 'عروض أسعار',
  many: 'عرض سعر',
  other: 'عرض سعر',
};
const MORE = {
  one: 'بند آخر',
  two: 'بندان آخران',
  few: 'بنود أخرى',
  many: 'بندًا آخر',
  other: 'بند آخر',
};
