import type { Unit } from '../../../database/unit-of-work/unit-of-work.js';
import { optionalLine, optionalText } from '../../../domain/common/text.js';
import type { Invoice } from '../../../domain/invoices/invoice.entity.js';
import { newestVersion } from '../../../domain/invoices/versions/keep-invoice-version.js';

/** Words of a person for the mail of an invoice. */
export interface LetterWords {
  subject?: string | null;
  message?: string | null;
}

/** Content of the mail besides the amounts owed, which are read when it goes out. */
export interface InvoiceLetter {
  versionId: string | null;
  /** Version that the client had before, if this sending replaces it. */
  changedFrom: number | null;
  subject: string | null;
  message: string | null;
}

export const SUBJECT = {
  text: 'Subject of the email; default: the number and title of the invoice.',
  choices: { nullable: true, bound: optionalLine(200) },
};
export const MESSAGE = {
  text: 'Words to the client in the email.',
  choices: { nullable: true, bound: optionalText(2_000) },
};

/** The letter with the version that was just sent. */
export async function letterOf(
  unit: Unit,
  invoice: Invoice,
  { subject, message }: LetterWords,
): Promise<InvoiceLetter> {
  // The version may have been made in this unit of work.
  await unit.em.flush();
  const version = await newestVersion(unit, invoice);
  const isNew = version?.sentAt.getTime() === invoice.sentAt?.getTime();
  return {
    versionId: version?.id ?? null,
    changedFrom: version && isNew && version.version > 1 ? version.version - 1 : null,
    subject: subject || null,
    message: message || null,
  };
}
