import type { MailTexts } from '../../en/mail/index.js';
import { isolated } from '../words.js';

/** Texts of mails about payments online. */
export const payments: MailTexts['payments'] = {
  subject: (business, heading) => `${isolated(business)}: ${heading}`,
  atHead: (heading) => heading,
  failed: {
    heading: (name) => `لم ينجح دفع ${name}`,
    body: (business, amount) =>
      `لم يؤكّد مصرفك دفع ${amount} إلى ${isolated(business)}، فلم يُدفع شيء. يُرجى الدفع مرة أخرى أو بطريقة أخرى.`,
  },
  refunded: {
    heading: (name) => `مبلغ مُعاد إليك من ${name}`,
    body: (business, amount) =>
      `تعيد إليك ${isolated(business)} ${amount}. يصلك المبلغ بالطريقة التي دفعت بها، وقد يستغرق ذلك بضعة أيام.`,
    entry: 'المبلغ المُعاد',
  },
  received: {
    heading: (name) => `إيصال دفع ${name}`,
    body: (business, amount) => `استلمت ${isolated(business)} دفعتك وقدرها ${amount}. شكرًا لك.`,
    excess: (amount) =>
      `منها ${amount} لم يعد مطلوبًا دفعه، وسيُعاد إليك. يصلك المبلغ بالطريقة التي دفعت بها، وقد يستغرق ذلك بضعة أيام.`,
    entry: 'المبلغ المستلم',
    paid: 'المدفوع',
  },
  nothingMore: 'لم يبقَ شيء للدفع.',
  open: 'افتح الفاتورة',
  why: (business) => `وصلتك هذه الرسالة لأنك دفعت عبر الإنترنت فاتورة من ${isolated(business)}.`,
};
