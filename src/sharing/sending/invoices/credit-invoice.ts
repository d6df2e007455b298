import type { Config } from '../../../config/config.js';
import type { Unit } from '../../../database/unit-of-work/unit-of-work.js';
import { lockBusiness } from '../../../domain/business/lock-business.js';
import { type Credit, makeCreditNote } from '../../../domain/invoices/credits/credit-note.js';
import type { Sharing } from '../../sharing.js';
import { sendInvoice } from '../send-invoice.js';
import type { LetterWords } from './invoice-letter.js';

/** Credit with the words of its email. */
export interface CreditToSend extends Credit, LetterWords {
  handedOver: boolean;
}

/**
 * Credits all or a part of an invoice and sends the credit note to its client, in one transaction: the client never sees
 * an amount as owed that was taken back.
 *
 * @throws as `makeCreditNote` and `sendInvoice` do.
 */
export async function creditInvoice(
  unit: Unit,
  sharing: Sharing,
  config: Config,
  { handedOver, subject, message, ...credit }: CreditToSend,
) {
  // Locked before the job, as in every sending.
  await lockBusiness(unit);
  const { creditNote, invoice } = await makeCreditNote(unit, credit);
  await unit.em.flush();
  const choice = { id: creditNote.id, handedOver, subject, message };
  return { ...(await sendInvoice(unit, sharing, config, choice)), creditNote, invoice };
}
