import type { MailTexts } from '../../en/mail/index.js';
import { isolated } from '../words.js';

/** What can be shared of a job, in words for mails. */
export const items: MailTexts['items'] = {
  status: 'الحالة',
  jobStatus: {
    NEW: 'جديد',
    SCHEDULED: 'مجدول',
    IN_PROGRESS: 'قيد التنفيذ',
    ON_HOLD: 'متوقف مؤقتًا',
    COMPLETED: 'مكتمل',
    CANCELLED: 'ملغى',
  },
  statusChanged: (label, before, now) => `${label}: تغيّرت من «${before}» إلى «${now}»`,
  changed: (label) => `${label} (تعديل)`,
  schedule: 'المواعيد',
  quote: 'عرض السعر',
  todo: 'مهمة',
  note: 'ملاحظة',
  photo: 'صورة',
  titled: (name, content) => `${name}: ${isolated(content)}`,
  isDone: (todo) => `${todo} – اكتملت`,
  isOpenAgain: (todo) => `${todo} – مفتوحة من جديد`,
  visits: {
    fromTo: (start, end) => `من ${start} إلى ${end}`,
    none: 'لا توجد زيارة مقررة',
    added: (visit) => `زيارة جديدة ${visit}`,
    endsAt: (start, end) => `زيارة ${start} تنتهي الآن عند ${end}`,
    moved: (before, now) => `نُقلت من ${before} إلى ${now}`,
    movedUntil: (before, now, end) => `نُقلت من ${before} إلى ${now}، حتى ${end}`,
    cancelled: (start) => `أُلغيت زيارة ${start}`,
    and: '؛ ',
  },
};
