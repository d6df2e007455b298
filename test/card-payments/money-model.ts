import {
  array,
  asyncProperty,
  constantFrom,
  type IAsyncPropertyWithHooks,
  nat,
  record,
} from 'fast-check';
import pg from 'pg';
import type { StripeEventJson } from '../harness/stripe/books.js';
import type { StripeLoopback } from '../harness/stripe-loopback.js';
import { type Ask, until, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';
import {
  aPayableInvoice,
  type Payable,
  pay,
  queueIdle,
  recorded,
  seenBy,
  sweep,
} from './payable.js';

/** Server under test; it may be another one after a crash. */
export interface Office {
  world: Pick<World, 'url' | 'sql' | 'clock' | 'databaseUrl' | 'running'>;
  owner: Ask;
  stripe: StripeLoopback;
}

interface Step {
  what: (typeof STEPS)[number];
  /** Which of several, or how much. */
  much: number;
}

const STEPS = [
  'OPEN',
  'OPEN',
  'OPEN_TWICE',
  'PAY',
  'PAY',
  'PAY_LATER',
  'CONFIRM',
  'REFUSE',
  'CASH',
  'REVERSE_CASH',
  'CREDIT',
  'VOID_CREDIT',
  'SUPERSEDE',
  'REFUND',
  'REFUND_AT_STRIPE',
  'DISPUTE',
  'LOSE_DISPUTE',
  'WIN_DISPUTE',
  'PORTAL_OFF_AND_ON',
  'DELIVER',
  'DELIVER',
  'REPEAT',
  'DROP',
  'CUT_CONNECTION',
  'WORK',
] as const;

const steps = array(record({ what: constantFrom(...STEPS), much: nat(1000) }), {
  minLength: 4,
  maxLength: 14,
});

/**
 * Whatever happens to an invoice and its online payments, and whichever events of Stripe come, twice, late, in another
 * order or never: owed, paid and credited make up the total at every read of either side, and in the end exactly what Stripe has
 * received and not given back counts.
 */
export function moneyIsExact(office: () => Office): IAsyncPropertyWithHooks<[Step[]]> {
  return asyncProperty(steps, async (all) => {
    const { world, owner, stripe } = office();
    const payable = await aPayableInvoice(world as World, owner);
    const run = new Run(office(), payable);
    stripe.hold();
    for (const step of all) {
      await run.do(step);
      await run.check();
    }
    await run.finish();
  });
}

class Run {
  #sent: StripeEventJson[] = [];
  #disputes: string[] = [];
  readonly #before = new Set<string>();

  constructor(
    private readonly office: Office,
    private readonly payable: Payable,
  ) {
    for (const { id } of office.stripe.sessions()) this.#before.add(id);
  }

  async do({ what, much }: Step): Promise<void> {
    const { books, waiting } = this.office.stripe;
    const open = this.#sessions().filter(({ status }) => status === 'open');
    const later = this.#sessions().filter(
      ({ status, payment_status, payment_intent }) =>
        status === 'complete' &&
        payment_status === 'unpaid' &&
        books.intents.get(payment_intent ?? '')?.status === 'processing',
    );
    const paid = this.#sessions().filter(({ payment_status }) => payment_status === 'paid');
    const one = <T>(list: T[]): T | undefined => list[much % Math.max(1, list.length)];
    const session = {
      open: one(open)?.id,
      later: one(later)?.id,
      intent: one(paid)?.payment_intent,
    };
    if (what === 'OPEN') await pay(this.payable);
    if (what === 'OPEN_TWICE') await Promise.all([pay(this.payable), pay(this.payable)]);
    if (what === 'PAY' && session.open) books.pay(session.open);
    if (what === 'PAY_LATER' && session.open) books.pay(session.open, { isAsync: true });
    if (what === 'CONFIRM' && session.later) books.confirm(session.later, true);
    if (what === 'REFUSE' && session.later) books.confirm(session.later, false);
    if (what === 'CASH') await this.#cash(much);
    if (what === 'REVERSE_CASH') await this.#undo('CASH', much);
    if (what === 'CREDIT') await this.#credit(much);
    if (what === 'VOID_CREDIT') await this.#voidCredit();
    if (what === 'SUPERSEDE') await this.#supersede(much);
    if (what === 'REFUND') await this.#undo('CARD_ONLINE', much);
    if (what === 'REFUND_AT_STRIPE' && session.intent) this.#refundAtStripe(session.intent, much);
    if (what === 'DISPUTE' && session.intent) this.#dispute(session.intent);
    if (what === 'LOSE_DISPUTE') this.#closeDispute('lost');
    if (what === 'WIN_DISPUTE') this.#closeDispute('won');
    if (what === 'PORTAL_OFF_AND_ON') for (const on of [false, true]) await this.#setPortal(on);
    if (what === 'DELIVER' && waiting.length > 0) await this.#deliver(much % waiting.length);
    if (what === 'REPEAT' && this.#sent.length > 0) await this.#send(one(this.#sent) as never);
    if (what === 'DROP') waiting.splice(much % Math.max(1, waiting.length), 1);
    if (what === 'CUT_CONNECTION' && waiting.length > 0) await this.#cut(much % waiting.length);
    if (what === 'WORK') await queueIdle(this.office.world as World, this.office.stripe);
  }

  /** Both sides see sums that add up. */
  async check(): Promise<void> {
    await Promise.all([seenBy(this.payable), recorded(this.office.owner, this.payable)]);
  }

  /** Lets everything arrive, and compares the books with those of Stripe. */
  async finish(): Promise<void> {
    const { stripe, owner } = this.office;
    const world = this.office.world as World;
    while (stripe.waiting.length > 0) await this.#deliver(0);
    for (let round = 0; round < 3; round += 1) {
      // Time passes, but not for the sessions of the people.
      await world.sql(
        "update card_checkouts set check_at = check_at - interval '1 day' where check_at is not null",
      );
      await world.sql("update card_refunds set requested_at = requested_at - interval '1 day'");
      await sweep(world, stripe);
      while (stripe.waiting.length > 0) await this.#deliver(0);
    }
    const { payments, checkouts } = await recorded(owner, this.payable);
    const counted = payments.filter(
      ({ reversedAt, method }) => !reversedAt && method === 'CARD_ONLINE',
    );
    const kept = this.#sessions()
      .filter(({ payment_status }) => payment_status === 'paid')
      .map(
        ({ payment_intent, amount_total }) => amount_total - this.#goneOf(payment_intent as string),
      );
    expect(sumOf(counted.map(({ amountCents }) => amountCents))).toBe(sumOf(kept));
    expect(checkouts.filter(({ status }) => status === 'PAID')).toHaveLength(kept.length);
    const client = await seenBy(this.payable);
    const staff = await recorded(owner, this.payable);
    expect(client).toMatchObject({ paidCents: staff.paidCents, owedCents: staff.owedCents });
  }

  #sessions() {
    return this.office.stripe.sessions().filter(({ id }) => !this.#before.has(id));
  }

  /** Refunded or lost in a dispute; never more than was paid. */
  #goneOf(intent: string): number {
    const { books } = this.office.stripe;
    const lost = [...books.disputes.values()].filter(
      ({ payment_intent, status }) => payment_intent === intent && status === 'lost',
    );
    const paid = books.intents.get(intent)?.amount ?? 0;
    return Math.min(paid, books.refundedOf(intent) + sumOf(lost.map(({ amount }) => amount)));
  }

  async #cash(much: number): Promise<void> {
    const { owner } = this.office;
    const { owedCents } = await recorded(owner, this.payable);
    const amountCents = much % 3 === 0 ? owedCents : Math.ceil((owedCents * much) / 1000);
    if (amountCents > 0)
      await owner(ops.RecordPaymentDocument, {
        invoiceId: this.payable.invoiceId,
        amountCents,
        method: 'CASH',
      });
  }

  /** A credit note over a part of the work or all that is left; refused while changes wait, and for too much. */
  async #credit(much: number): Promise<void> {
    const { owner } = this.office;
    const { data } = await owner(ops.InvoiceWholeByIdDocument, { id: this.payable.invoiceId });
    const lineId = data.invoice?.lines[0]?.id as string;
    const lines = much % 4 === 0 ? null : [{ lineId, quantity: 1 + (much % 3) }];
    await owner(ops.CreditInvoiceDocument, {
      id: this.payable.invoiceId,
      lines,
      reason: 'Less work',
    });
  }

  async #voidCredit(): Promise<void> {
    const { owner } = this.office;
    const { data } = await owner(ops.InvoiceWholeByIdDocument, { id: this.payable.invoiceId });
    const [note] = data.invoice?.creditNotes?.filter(({ status }) => status !== 'VOID') ?? [];
    if (note) await owner(ops.VoidInvoiceDocument, { id: note.id });
  }

  /** The invoice is sent with another price; refused where it was credited or paid. */
  async #supersede(much: number): Promise<void> {
    const { owner } = this.office;
    const id = this.payable.invoiceId;
    const line = { description: 'Labour', quantity: 10, unitPriceCents: 10_000 + much };
    const { errors } = await owner(ops.UpdateInvoiceDocument, { input: { id, lines: [line] } });
    if (!errors) await owner(ops.SendInvoiceDocument, { id });
  }

  async #undo(method: 'CASH' | 'CARD_ONLINE', much: number): Promise<void> {
    const { owner } = this.office;
    const { payments } = await recorded(owner, this.payable);
    const [payment] = payments.filter((each) => !each.reversedAt && each.method === method);
    if (!payment) return;
    if (method === 'CASH')
      await owner(ops.ReversePaymentDocument, { id: payment.id, reason: 'Mistaken' });
    else {
      const amountCents = Math.max(1, Math.ceil((payment.amountCents * much) / 1000));
      await owner(
        'mutation ($id: ID!, $amountCents: Int) { refundPayment(id: $id, amountCents: $amountCents, reason: "Less work") { job { id } } }',
        { id: payment.id, amountCents },
      );
    }
  }

  #refundAtStripe(intent: string, much: number): void {
    const { books } = this.office.stripe;
    const left = (books.intents.get(intent)?.amount ?? 0) - this.#goneOf(intent);
    // What we are about to refund ourselves is not refunded by hand as well.
    if (left > 1 && much % 2 === 0 && this.#disputes.length === 0)
      books.refundByHand(intent, Math.ceil(left / 2));
  }

  #dispute(intent: string): void {
    const { books } = this.office.stripe;
    if (this.#disputes.length > 0 || books.refundedOf(intent) > 0) return;
    this.#disputes.push(books.dispute(intent));
  }

  #closeDispute(outcome: 'won' | 'lost'): void {
    const { books } = this.office.stripe;
    const [dispute] = this.#disputes;
    if (dispute && books.disputes.get(dispute)?.status === 'needs_response')
      books.closeDispute(dispute, outcome);
  }

  async #setPortal(clientPortalEnabled: boolean): Promise<void> {
    await this.office.owner(
      'mutation ($input: UpdateSiteSettingsInput!) { updateSiteSettings(input: $input) { business { id } } }',
      { input: { clientPortalEnabled } },
    );
  }

  async #deliver(at: number): Promise<void> {
    const [event] = this.office.stripe.waiting.splice(at, 1);
    if (!event) return;
    this.#sent.push(event);
    await this.#send(event);
  }

  async #send(event: StripeEventJson): Promise<void> {
    expect(await this.office.stripe.send(event)).toBe(200);
  }

  /** The server loses its connection between the event and the commit; Stripe sends the event again. */
  async #cut(at: number): Promise<void> {
    const { stripe, world } = this.office;
    const event = stripe.waiting[at] as StripeEventJson;
    const holder = new pg.Client({ connectionString: world.databaseUrl });
    await holder.connect();
    try {
      await holder.query('begin');
      await holder.query('select from jobs where id = $1 for update', [this.payable.jobId]);
      const sending = stripe.send(event);
      const cut = until(async () => {
        const { rowCount } = await holder.query(
          `select pg_terminate_backend(pid) from pg_stat_activity
           where datname = current_database() and wait_event_type = 'Lock' and pid <> pg_backend_pid()`,
        );
        return rowCount;
      });
      // An event about nothing of this job does not wait for it.
      await Promise.race([sending, cut]);
      await holder.query('rollback');
      await sending;
    } finally {
      await holder.end();
    }
    await this.#deliver(at);
  }
}

function sumOf(amounts: number[]): number {
  return amounts.reduce((sum, amount) => sum + amount, 0);
}
