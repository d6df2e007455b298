import { FirstTables } from './0001-first-tables.js';
import { PhotoBytes } from './0002-photo-bytes.js';
import { Invoices } from './0003-invoices.js';
import { Messages } from './0004-messages.js';
import { Enquiries } from './0005-enquiries.js';
import { QuoteAnswers } from './0007-quote-answers.js';
import { KeepInSync } from './0008-keep-in-sync.js';
import { FiniteNumbers } from './0009-finite-numbers.js';
import { InListedOrder } from './0010-in-listed-order.js';
import { RateLimits } from './0015-rate-limits.js';

/** The database's history, in order. A migration that has landed is never changed. */
export const MIGRATIONS = [
  { name: '0001-first-tables', class: FirstTables },
  { name: '0002-photo-bytes', class: PhotoBytes },
  { name: '0003-invoices', class: Invoices },
  { name: '0004-messages', class: Messages },
  { name: '0005-enquiries', class: Enquiries },
  { name: '0007-quote-answers', class: QuoteAnswers },
  { name: '0008-keep-in-sync', class: KeepInSync },
  { name: '0009-finite-numbers', class: FiniteNumbers },
  { name: '0010-in-listed-order', class: InListedOrder },
  { name: '0015-rate-limits', class: RateLimits },
];
