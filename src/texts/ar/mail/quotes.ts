import type { MailTexts } from '../../en/mail/index.js';
import { digits, isolated } from '../words.js';

/** Texts of mails about quotes. */
export const quotes: MailTexts['quotes'] = {
  subject: (business, number, title) =>
    `${isolated(business)}: عرض السعر رقم ${digits(number)}، ${isolated(title)}`,
  heading: (number, title) => `عرض السعر رقم ${digits(number)}: ${isolated(title)}`,
  sent: (business, title) => `هذا عرض السعر من ${isolated(business)} عن «${isolated(title)}».`,
  sentAgain: (business, title, hasLastDay) =>
    `هذا عرض السعر من ${isolated(business)} عن «${isolated(title)}» مرة أخرى. ${
      hasLastDay
        ? 'لم يتغيّر فيه سوى آخر يوم لصلاحيته.'
        : 'لم يتغيّر فيه شيء، لكن لم يعد لصلاحيته آخر يوم.'
    }`,
  attached: 'وهو مرفق أيضًا كملف PDF.',
  accepted: 'لقد قبلته، وهذه الرسالة للاحتفاظ بها.',
  validUntil: (day) => `وهو صالح حتى نهاية يوم ${day}.`,
  openToAnswer: 'افتحه لتقبله أو ترفضه أو تطلب تعديلات عليه.',
  reachToAnswer: (reach) => `لقبوله أو لطلب تعديلات عليه، ${reach}.`,
  price: 'السعر',
  chooseMore: 'يمكنك اختيار المزيد عند فتحه، ويتغيّر المجموع تبعًا لذلك.',
  lines: 'ما يتكوّن منه',
  optional: (description) => `${isolated(description)} (اختياري، غير محسوب في المجموع)`,
  inGroup: (group, description) => `${isolated(group)}: ${isolated(description)}`,
  open: 'افتح عرض السعر',
  why: (business) => `وصلتك هذه الرسالة لأنك طلبت عرض سعر من ${isolated(business)}.`,
  deposit: {
    asked: (deposit, percent) =>
      percent
        ? `عند القبول تُطلب دفعة مقدّمة قدرها ${digits(percent)}٪، أي ${deposit}.`
        : `عند القبول تُطلب دفعة مقدّمة قدرها ${deposit}.`,
    orAll: (total) => `ويمكنك أيضًا دفع المبلغ كله دفعة واحدة: ${total}.`,
  },
  whyAccepted: (business) => `وصلتك هذه الرسالة لأنك قبلت عرض سعر من ${isolated(business)}.`,
  copy: {
    subject: (business, number, title) =>
      `${isolated(business)}: لقد قبلت عرض السعر رقم ${digits(number)}، ${isolated(title)}`,
    heading: (number) => `قُبل عرض السعر رقم ${digits(number)}`,
    accepted: (version, number, title, total) =>
      `لقد قبلت النسخة ${digits(version)} من عرض السعر رقم ${digits(number)}، «${isolated(title)}»، مقابل ${total}. هذه نسختك منه.`,
    by: (name, day) => `الاسم المكتوب عند القبول هو ${isolated(name)}، في ${day}.`,
    lines: 'ما قُبل',
    deposit: (amount, invoice) =>
      `الدفعة المقدّمة هي ${amount}، وفاتورتها رقم ${digits(invoice)} مرفقة.`,
    all: (amount, invoice) => `المبلغ كله هو ${amount}، وفاتورته رقم ${digits(invoice)} مرفقة.`,
    paid: 'وقد دُفع، شكرًا لك.',
    toPay: (amount, day) => `المطلوب دفعه${day ? ` حتى ${day}` : ''}: ${amount}.`,
    payOnPage: 'يمكنك الدفع في صفحتك.',
  },
  reopened: {
    subject: (business, number, title) =>
      `${isolated(business)}: عرض السعر رقم ${digits(number)}، ${isolated(title)}، لم يعد مقبولًا`,
    heading: (number) => `عرض السعر رقم ${digits(number)} مفتوح من جديد`,
    tookBack: (business, number, title, day) =>
      `ألغت ${isolated(business)} قبول عرض السعر رقم ${digits(number)}، «${isolated(title)}»، بتاريخ ${day}. لم يعد هناك شيء متفق عليه الآن.`,
    again: 'يمكنك الإجابة عن عرض السعر من جديد.',
    reachToAnswer: (reach) => `للإجابة عن عرض السعر من جديد، ${reach}.`,
    unexpected: (reach) => `إن لم تكن تتوقع ذلك، ${reach}.`,
  },
};
