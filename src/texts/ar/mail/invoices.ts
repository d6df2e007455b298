import type { MailTexts } from '../../en/mail/index.js';
import { digits, isolated } from '../words.js';

const WITHOUT = 'بلا موعد';

/** Texts of mails with an invoice or a credit note. */
export const invoices: MailTexts['invoices'] = {
  subject: (business, name, title) => `${isolated(business)}: ${name}، ${isolated(title)}`,
  sent: (business, name, title) =>
    `أرسلت إليك ${isolated(business)} ${name} عن «${isolated(title)}».`,
  changed: (business, name, title) =>
    `عدّلت ${isolated(business)} ${name} عن «${isolated(title)}». هذه النسخة تحل محل النسخة التي أُرسلت إليك من قبل.`,
  attached: 'النسخة الكاملة مرفقة أيضًا كملف PDF.',
  askAboutPaying: (reach) => `للسؤال عن ذلك أو عن كيفية الدفع، ${reach}.`,
  open: (noun) => `افتح ${noun}`,
  wasPaid: 'ما دُفع',
  toBePaid: 'ما يُطلب دفعه',
  taxNumber: 'الرقم الضريبي',
  amounts: {
    nothing: 'لا شيء للدفع.',
    paidInFull: 'دُفع المبلغ كاملًا، شكرًا لك.',
    tooMuch: (amount) =>
      `دفعت ${amount} أكثر من المطلوب. سيُعاد المبلغ إليك أو يُخصم من فاتورتك القادمة.`,
    nothingLeft: 'لم يبقَ شيء للدفع.',
    toPay: (amount, day) => `المطلوب دفعه${day ? ` حتى ${day}` : ''}: ${amount}`,
  },
  changes: {
    title: 'ما الذي تغيّر',
    ofTitle: 'العنوان',
    ofTotal: 'المجموع',
    ofDueDay: 'آخر موعد للدفع',
    quoted: (title) => `«${isolated(title)}»`,
    isNow: (what, before, now) => `${what}: كان ${before ?? WITHOUT}، وأصبح ${now ?? WITHOUT}`,
    line: (description) => isolated(description),
    priced: (description, price) => `${isolated(description)}، ${price}`,
    newLine: (line) => `جديد: ${line}`,
    goneLine: (line) => `حُذف: ${line}`,
  },
  credit: {
    credited: (business, amount, invoice, title) =>
      `خصمت ${isolated(business)} ${amount} من ${
        invoice === undefined ? 'الفاتورة' : `الفاتورة رقم ${digits(invoice)}`
      } عن «${isolated(title)}».`,
    reason: (reason) => `السبب: ${isolated(reason ?? '')}`,
    title: 'ما خُصم',
    invoiceNow: (invoice) => `الفاتورة رقم ${digits(invoice)} الآن`,
  },
};
