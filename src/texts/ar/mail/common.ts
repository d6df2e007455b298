import type { MailTexts } from '../../en/mail/index.js';
import { digits, isolated } from '../words.js';

const quantities = new Intl.NumberFormat('ar-u-ca-gregory-nu-arab', { maximumFractionDigits: 10 });

/** Texts that mails of several kinds share. */
export const common: MailTexts['common'] = {
  hello: (client) => `مرحبًا ${isolated(client)}،`,
  orOpen: 'أو افتح هذا العنوان:',
  typeCode: (address, code) =>
    `إن لم يُفتح الرابط، فاكتب الرمز ${isolated(code)} في ${isolated(address)}`,
  isPrivate: 'هذا الرابط لك وحدك، فيُرجى ألا تشاركه مع أحد.',
  questions: (phone) => `لديك أسئلة؟ اتصل بالرقم ${isolated(phone)}.`,
  reach: {
    answer: 'ردّ على هذه الرسالة',
    call: (phone) => `اتصل بالرقم ${isolated(phone)}`,
    inTouch: (business) => `تواصل مع ${isolated(business)}`,
  },
  askAbout: (reach) => `للسؤال عن ذلك، ${reach}.`,
  whyClient: (business) => `وصلتك هذه الرسالة لأنك من عملاء ${isolated(business)}.`,
  named: (name, value) => `${name}: ${value}`,
  howToPay: 'طرق الدفع',
  terms: 'الشروط',
  total: 'المجموع',
  credited: 'المبلغ المخصوم',
  paidSoFar: 'المدفوع حتى الآن',
  stillToPay: 'المتبقي للدفع',
  beforeTax: 'قبل الضريبة',
  tax: (name) => isolated(name),
  taxOfRate: (name, percent, net) => `${isolated(name)} ${digits(percent)}٪ من ${net}`,
  price: (quantity, each, net) => `${quantities.format(quantity)} × ${each} = ${net}`,
};
