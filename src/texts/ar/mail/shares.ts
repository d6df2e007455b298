import type { MailTexts } from '../../en/mail/index.js';
import { counted, digits, isolated } from '../words.js';

/** Texts of mails with what was shared of a job, with messages, and with answers to enquiries. */
export const shares: MailTexts['shares'] = {
  subject: (business, title) => `${isolated(business)}: ${isolated(title)}`,
  shared: (business, job, title) =>
    `شاركت ${isolated(business)} معك العمل رقم ${digits(job)}، «${isolated(title)}».`,
  sharedNews: (business, job, title) =>
    `شاركت ${isolated(business)} معك ما هو جديد في العمل رقم ${digits(job)}، «${isolated(title)}».`,
  all: 'ما يمكنك رؤيته',
  news: 'ما الجديد',
  open: 'افتح العمل',
  noLongerShown: (label) => `لم يعد معروضًا: ${label}`,
  details: { title: 'اسم العمل', description: 'الوصف', siteAddress: 'المكان' },
  removed: (detail) => `${detail}: حُذف`,
  changed: (detail, before, now) =>
    before
      ? `${detail}: تغيّر من «${isolated(before)}» إلى «${isolated(now)}»`
      : `${detail}: «${isolated(now)}»`,
};

export const messages: MailTexts['messages'] = {
  subject: (business, count, title) =>
    `${isolated(business)}: ${counted(count, MESSAGES)} بشأن ${isolated(title)}`,
  sent: (business, count, job, title) =>
    `أرسلت إليك ${isolated(business)} ${counted(count, { ...MESSAGES, two: 'رسالتين' })} بشأن العمل رقم ${digits(job)}، «${isolated(title)}».`,
  earlier: (count) => `(وقبلها ${counted(count, MESSAGES)})`,
  open: 'اقرأ وأجب',
};

const MESSAGES = {
  one: 'رسالة',
  two: 'رسالتان',
  few: 'رسائل',
  many: 'رسالة',
  other: 'رسالة',
};

export const newLink: MailTexts['newLink'] = {
  subject: (business, title) => `${isolated(business)}: رابطك الجديد إلى ${isolated(title)}`,
  heading: (title) => isolated(title),
  asked: (title) =>
    `انتهت صلاحية رابطك إلى «${isolated(title)}»، وطلب شخص لديه ذلك الرابط رابطًا جديدًا. هذا هو الرابط الجديد، أما القديم فيبقى مغلقًا.`,
  notYou: 'إن لم تطلب ذلك فلا حاجة إلى فعل شيء: أُرسل الرابط الجديد إلى هذا العنوان فقط.',
  open: 'افتح الصفحة',
};

export const enquiries: MailTexts['enquiries'] = {
  subject: (business) => `${isolated(business)}: استفسارك`,
  answered: (business) => `أجابت ${isolated(business)} عن استفسارك`,
  declined: 'بشأن استفسارك',
  sorry: 'شكرًا لسؤالك. نأسف لأننا لا نستطيع تولّي هذا العمل:',
  why: (business) =>
    `وصلتك هذه الرسالة لأن هذا العنوان كُتب في نموذج الاستفسار لدى ${isolated(business)}.`,
};
