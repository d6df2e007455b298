import type { StripeLoopback } from '../harness/stripe-loopback.js';
import { type Ask, until, type World } from '../harness/world.js';
import { aDraft, aScheduledJob, type JobToInvoice, share } from '../invoices/a-job-to-invoice.js';
import * as ops from '../operations.gen.js';

/** An invoice over 1,100.00 on the page of its client. */
export interface Payable {
  invoiceId: string;
  jobId: string;
  email: string;
  client: Ask;
}

const sharedJobs = new WeakMap<World, Promise<SharedJob>>();

type SharedJob = JobToInvoice & { client: Ask };

/** Creates one, on the one job of the file or on a job of its own. */
export async function aPayableInvoice(
  world: World,
  owner: Ask,
  which: 'SAME_JOB' | 'OWN_JOB' = 'SAME_JOB',
): Promise<Payable> {
  const known = which === 'SAME_JOB' && sharedJobs.get(world);
  const making = known || aSharedJob(world, owner);
  if (which === 'SAME_JOB') sharedJobs.set(world, making);
  const job = await making;
  const { id } = await aDraft(owner, job.jobId);
  const { errors } = await owner(ops.SendInvoiceDocument, { id });
  expect(errors).toBeUndefined();
  return { invoiceId: id, ...job };
}

async function aSharedJob(world: World, owner: Ask): Promise<SharedJob> {
  const job = await aScheduledJob(owner);
  return { ...job, client: await share(world, owner, job) };
}

interface Paying {
  payInvoice: { checkoutUrl: string };
}

/** Opens the payment page and returns the id of Stripe's session; throws if it is refused. */
export async function opened(
  { client, invoiceId }: Pick<Payable, 'client' | 'invoiceId'>,
  key?: string,
): Promise<string> {
  const { data, errors } = await pay({ client, invoiceId }, key);
  if (errors) throw new Error(JSON.stringify(errors));
  return data.payInvoice.checkoutUrl.split('/pay/')[1] as string;
}

export function pay({ client, invoiceId }: Pick<Payable, 'client' | 'invoiceId'>, key?: string) {
  return client<Paying, object>(
    'mutation ($invoiceId: ID!, $key: String) { payInvoice(invoiceId: $invoiceId, key: $key) { checkoutUrl } }',
    { invoiceId, key },
  );
}

export interface InvoiceMoney {
  status: string;
  totalCents: number;
  paidCents: number;
  owedCents: number;
  creditedCents: number;
  refundDueCents: number;
  confirmingCents: number | null;
  reversedPayments: { amountCents: number }[];
}

const MONEY =
  'status totalCents paidCents owedCents creditedCents refundDueCents confirmingCents reversedPayments { amountCents }';

/** The invoice as its client sees it; checks that owed, paid and credited make up the total. */
export async function seenBy({ client, invoiceId }: Payable): Promise<InvoiceMoney> {
  const { data } = await client<
    { portal: { job: { invoices: (InvoiceMoney & { id: string })[] } } },
    object
  >(`{ portal { job { invoices { id ${MONEY} } } } }`);
  return balanced(data.portal.job.invoices.find(({ id }) => id === invoiceId) as InvoiceMoney);
}

export interface StaffInvoice extends InvoiceMoney {
  number: number;
  payments: {
    id: string;
    amountCents: number;
    method: string | null;
    reversedAt: string | null;
    reversalReason: string | null;
    recordedBy: { name: string } | null;
  }[];
  checkouts: {
    status: string;
    amountCents: number;
    receivedCents: number;
    failure: string | null;
    refunds: { kind: string; status: string; amountCents: number; failure: string | null }[];
  }[];
}

/** The invoice as staff see it; checks that owed, paid and credited make up the total. */
export async function recorded(owner: Ask, { invoiceId }: Payable): Promise<StaffInvoice> {
  const { data, errors } = await owner<{ invoice: StaffInvoice }, object>(
    `query ($id: ID!) { invoice(id: $id) { number ${MONEY}
      payments { id amountCents method reversedAt reversalReason recordedBy { name } }
      checkouts { status amountCents receivedCents failure
        refunds { kind status amountCents failure } } } }`,
    { id: invoiceId },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  const counted = data.invoice.payments.filter(({ reversedAt }) => !reversedAt);
  expect(counted.reduce((sum, { amountCents }) => sum + amountCents, 0)).toBe(
    data.invoice.paidCents,
  );
  return balanced(data.invoice);
}

function balanced<M extends InvoiceMoney>(invoice: M): M {
  const { status, owedCents, paidCents, creditedCents, refundDueCents, totalCents } = invoice;
  expect(Math.min(owedCents, refundDueCents)).toBe(0);
  if (status !== 'VOID')
    expect(owedCents + paidCents + creditedCents - refundDueCents).toBe(totalCents);
  return invoice;
}

/** Waits until the queue has nothing to ask or tell Stripe. */
export async function queueIdle(world: World, stripe: StripeLoopback): Promise<void> {
  await stripe.settled();
  await until(async () => {
    const { rows } = await world.sql(
      `select from graphile_worker.jobs where task_identifier ~ 'checkout|card_payment'
        and (locked_at is not null or run_at <= now())`,
    );
    return rows.length === 0;
  });
  await stripe.settled();
}

/** Lets the task run now that asks Stripe about what is due. */
export async function sweep(world: World, stripe: StripeLoopback): Promise<void> {
  await world.sql("select graphile_worker.add_job('check_checkouts')");
  await queueIdle(world, stripe);
  await queueIdle(world, stripe);
}
