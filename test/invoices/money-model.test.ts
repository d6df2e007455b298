import fc from 'fast-check';
import { type Ask, openWorld, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';
import { aScheduledJob, refusals, share } from './a-job-to-invoice.js';
import { type ModelInvoice, type Step, steps, totalAt } from './money-model.js';

const RUNS = Number(process.env.MONEY_RUNS ?? 6);

let world: World;
let owner: Ask;
let client: Ask;
let jobId: string;
beforeAll(async () => {
  world = await openWorld();
  owner = await world.as('owner');
  const job = await aScheduledJob(owner);
  client = await share(world, owner, job);
  ({ jobId } = job);
});
afterAll(() => world.close());

it('what is owed, paid and credited is the total at every read of either side, whatever is done', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (story) => {
      const invoice = await Story.begin();
      for (const step of [{ do: 'send' } as Step, ...story]) {
        await invoice.take(step);
        await invoice.agrees();
      }
    }),
    { numRuns: RUNS },
  );
});

const line = (unitPriceCents: number) => ({ description: 'Work', quantity: 3, unitPriceCents });

/** An invoice with the model of it. */
class Story {
  readonly model: ModelInvoice = {
    totalCents: totalAt(3333),
    revisedCents: null,
    isSent: false,
    isVoid: false,
    paidCents: 0,
    creditedCents: 0,
  };
  readonly payments: { id: string; cents: number }[] = [];
  readonly credits: { id: string; cents: number }[] = [];

  private constructor(readonly id: string) {}

  static async begin(): Promise<Story> {
    const input = { jobId, lines: [line(3333)] };
    const { data } = await owner(ops.MakeInvoiceDocument, { input });
    return new Story(data.createInvoice.invoice.id);
  }

  take(step: Step): Promise<void> {
    if (step.do === 'revise') return this.revise(step.unitPriceCents);
    if (step.do === 'send') return this.send();
    if (step.do === 'pay') return this.pay(step.part);
    if (step.do === 'reverse') return this.reverse(step.at);
    if (step.do === 'credit') return this.credit(step.quantity);
    return step.do === 'void' ? this.void() : this.voidCredit(step.at);
  }

  /** The API says what the model says, to staff and to the client. */
  async agrees(): Promise<void> {
    const { totalCents, isVoid, paidCents, creditedCents } = this.model;
    const rest = totalCents - paidCents - creditedCents;
    const expected = {
      totalCents,
      paidCents,
      creditedCents,
      owedCents: isVoid ? 0 : Math.max(0, rest),
      refundDueCents: Math.max(0, -rest),
    };
    const { data } = await owner(ops.InvoiceWholeByIdDocument, { id: this.id });
    expect(data.invoice).toMatchObject(expected);
    const notes = data.invoice?.creditNotes?.filter(({ status }) => status !== 'VOID') ?? [];
    expect(notes.reduce((sum, note) => sum - note.totalCents, 0)).toBe(creditedCents);
    const { data: page } = await client(ops.InvoicesOfClientDocument);
    const shown = page.portal?.job?.invoices?.find(({ id }) => id === this.id);
    if (isVoid) expect(shown).toBeUndefined();
    else expect(shown).toMatchObject(expected);
  }

  private async revise(unitPriceCents: number): Promise<void> {
    const { model } = this;
    const input = { id: this.id, lines: [line(unitPriceCents)] };
    const answer = await owner(ops.UpdateInvoiceDocument, { input });
    const total = totalAt(unitPriceCents);
    if (model.isVoid || model.creditedCents > 0 || this.isPaid())
      return refused(answer, 'CONFLICT');
    if (total < model.paidCents) return refused(answer, 'VALIDATION_FAILED input.lines');
    refused(answer);
    // What the client has already needs no sending; each price has its own total.
    model.revisedCents = total === model.totalCents ? null : total;
  }

  private async send(): Promise<void> {
    const { model } = this;
    const answer = await owner(ops.SendInvoiceDocument, { id: this.id });
    if (model.isVoid) return refused(answer, 'CONFLICT');
    if (model.revisedCents !== null && model.revisedCents < model.paidCents)
      return refused(answer, 'VALIDATION_FAILED input.lines');
    refused(answer);
    model.isSent = true;
    model.totalCents = model.revisedCents ?? model.totalCents;
    model.revisedCents = null;
  }

  private async pay(part: number): Promise<void> {
    const { model } = this;
    const owed = Math.max(0, model.totalCents - model.paidCents - model.creditedCents);
    // A larger amount is refused as no Int, before it is compared.
    const cents = Math.min(Math.ceil(part * model.totalCents) || 1, 2_147_483_647);
    const answer = await owner(ops.RecordPaymentDocument, {
      invoiceId: this.id,
      amountCents: cents,
    });
    if (model.isVoid) return refused(answer, 'CONFLICT');
    if (cents > owed) return refused(answer, 'VALIDATION_FAILED amountCents');
    refused(answer);
    model.paidCents += cents;
    this.payments.push({ id: answer.data.recordPayment.payment.id, cents });
  }

  private async reverse(at: number): Promise<void> {
    const [payment] = this.payments.splice(at, 1);
    if (!payment) return;
    refused(await owner(ops.ReversePaymentDocument, { id: payment.id, reason: 'Bounced' }));
    this.model.paidCents -= payment.cents;
  }

  private async credit(quantity: number | null): Promise<void> {
    const { model } = this;
    const { data } = await owner(ops.InvoiceWholeByIdDocument, { id: this.id });
    const lineId = data.invoice?.lines[0]?.id as string;
    const lines = quantity === null ? null : [{ lineId, quantity }];
    const answer = await owner(ops.CreditInvoiceDocument, { id: this.id, lines, reason: 'Less' });
    if (model.isVoid || model.revisedCents !== null) return refused(answer, 'CONFLICT');
    const left = model.totalCents - model.creditedCents;
    if (answer.errors) {
      // Refused only for more than is left.
      if (quantity === null) expect(left).toBe(0);
      return expect(refusals(answer)[0]).toMatch(/^VALIDATION_FAILED lines/);
    }
    const { creditNote } = answer.data.creditInvoice;
    const cents = -creditNote.totalCents;
    expect(cents).toBeGreaterThan(0);
    if (quantity === null) expect(cents).toBe(left);
    model.creditedCents += cents;
    this.credits.push({ id: creditNote.id, cents });
  }

  private async voidCredit(at: number): Promise<void> {
    const [credit] = this.credits.splice(at, 1);
    if (!credit) return;
    refused(await owner(ops.VoidInvoiceDocument, { id: credit.id }));
    this.model.creditedCents -= credit.cents;
  }

  private async void(): Promise<void> {
    const { model } = this;
    const answer = await owner(ops.VoidInvoiceDocument, { id: this.id });
    if (model.paidCents > 0 || model.creditedCents > 0) return refused(answer, 'CONFLICT');
    refused(answer);
    model.isVoid = true;
    model.revisedCents = null;
  }

  private isPaid(): boolean {
    const { totalCents, paidCents, creditedCents } = this.model;
    return totalCents > 0 && paidCents + creditedCents >= totalCents;
  }
}

/** Expects this refusal; none if it is left out. */
function refused(answer: Parameters<typeof refusals>[0], code?: string): void {
  expect(refusals(answer)).toEqual(code ? [code] : []);
}
