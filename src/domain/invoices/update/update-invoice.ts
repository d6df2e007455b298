import type { Unit } from '../../../database/unit-of-work/unit-of-work.js';
import { conflict, invalid } from '../../../visibility/refusals.js';
import { PlainEntity } from '../../common/changed-meanwhile.js';
import { refuseIfChanged } from '../../common/if-unchanged-since.js';
import { partOfJob } from '../../jobs/lock-job.js';
import { Invoice } from '../invoice.entity.js';
import type { UpdateInvoiceInput } from '../invoice.inputs.js';
import { storedLinesOf } from '../invoice-lines.js';
import { changeDraft } from './change-draft.js';
import { reviseSent } from './revise-sent.js';

/**
 * Updates an invoice; what the input leaves out is unchanged. A draft is changed at once. Changes of a sent invoice wait
 * in its `revision` until it is sent again: until then its client owes what it was sent. Throws VALIDATION_FAILED, and
 * CONFLICT for an invoice that is void, was paid or credited, or is a credit note.
 */
export async function updateInvoice(unit: Unit, input: UpdateInvoiceInput) {
  const { part: invoice, job } = await partOfJob(unit, Invoice, input.id);
  // Changes of a sent invoice are in its revision.
  const given = { ...input, ...(invoice.revision && { revision: true }) };
  await refuseIfChanged(unit, invoice, input.ifUnchangedSince, given, {
    lines: { field: 'lines', read: () => storedLinesOf(unit, invoice) },
    revision: { field: 'revision', read: async () => revisionOf(invoice) },
    percent: { field: 'quotePercent', read: async () => invoice.quotePercent },
  });
  if (input.internalNotes !== undefined) invoice.internalNotes = input.internalNotes || null;
  if (!changesContent(input)) return { invoice, job };
  refuseUnchangeable(invoice);
  if (invoice.status === 'DRAFT')
    return { invoice, job: await changeDraft(unit, invoice, job, input) };
  refuseOtherSource(input);
  await reviseSent(unit, invoice, input);
  return { invoice, job };
}

/** Drops the changes of a sent invoice that wait for its next sending. */
export async function discardInvoiceChanges(unit: Unit, id: string) {
  const { part: invoice, job } = await partOfJob(unit, Invoice, id);
  invoice.revision = null;
  return { invoice, job };
}

function revisionOf({ revision }: Invoice): PlainEntity | null {
  if (!revision) return null;
  const lines = revision.lines.map((line) => new PlainEntity('InvoiceRevisionLine', { ...line }));
  return new PlainEntity('InvoiceRevision', { ...revision, lines });
}

function changesContent({
  id,
  internalNotes,
  ifUnchangedSince,
  ...content
}: UpdateInvoiceInput): boolean {
  return Object.values(content).some((value) => value !== undefined);
}

function refuseUnchangeable(invoice: Invoice): void {
  const { kind, status, totalCents, creditedCents } = invoice;
  if (kind === 'CREDIT_NOTE')
    throw conflict('A credit note cannot be changed; make it void and credit the invoice again.');
  if (status === 'VOID') throw conflict('This invoice is void; make a new one.');
  if (creditedCents > 0)
    throw conflict('This invoice was credited; make a new invoice for what changes.');
  // One over 0.00 counts as paid when it is sent, and has nothing to credit.
  if (status === 'PAID' && totalCents > 0)
    throw conflict('This invoice is paid; credit it, then make a new one for what changes.');
}

function refuseOtherSource({ jobId, quoteId, percent }: UpdateInvoiceInput): void {
  const source = { jobId: jobId ?? undefined, quoteId, percent: percent ?? undefined };
  const field = Object.entries(source).find(([, value]) => value !== undefined);
  if (field)
    throw invalid(
      `input.${field[0]}`,
      'Only a draft can be moved to another job or quote; this invoice was sent.',
    );
}
