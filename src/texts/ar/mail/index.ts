import type { MailTexts } from '../../en/mail/index.js';
import { common } from './common.js';
import { invoices } from './invoices.js';
import { items } from './items.js';
import { names } from './names.js';
import { payments } from './payments.js';
import { quotes } from './quotes.js';
import { reminders } from './reminders.js';
import { enquiries, messages, newLink, shares } from './shares.js';

/** All text of mails to clients in Arabic. */
export const arabic: MailTexts = {
  common,
  names,
  quotes,
  invoices,
  payments,
  reminders,
  shares,
  messages,
  enquiries,
  newLink,
  items,
};
