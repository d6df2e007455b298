import type { InvoiceDetailsQuery, JobInvoicesQuery } from '../../../gen/operations';

/** Invoice with all that its page shows. */
export type InvoiceOnPage = NonNullable<InvoiceDetailsQuery['invoice']>;

/** Job that an invoice is made for. */
export type JobToInvoice = NonNullable<JobInvoicesQuery['job']>;

/** Quote of the job, with what was invoiced of it. */
export type InvoiceableQuote = NonNullable<JobToInvoice['quotes']>[number];

/** Address that a mail with it goes to: a draft was sent to nobody yet, and goes to the client of its job. */
export function addressOf({ client, job }: InvoiceOnPage): string | null {
  return (client ?? job?.client)?.email ?? null;
}
