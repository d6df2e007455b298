import type { MailTexts } from '../../en/mail/index.js';
import { digits, isolated } from '../words.js';

/** What quotes and invoices are called by. */
export const names: MailTexts['names'] = {
  quote: (number) => `عرض السعر رقم ${digits(number)}`,
  invoice: {
    INVOICE: 'الفاتورة',
    PROGRESS: 'الفاتورة المرحلية',
    DEPOSIT: 'فاتورة الدفعة المقدّمة',
    CREDIT_NOTE: 'الإشعار الدائن',
  },
  numbered: (noun, number) => `${noun} رقم ${digits(number)}`,
  inSentence: (name) => name,
  titled: (name, title) => `${name}، ${isolated(title)}`,
};
