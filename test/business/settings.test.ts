import { promptOf, scheduledJob, shared } from '../harness/jobs.js';
import { type Answer, type Ask, openWorld, until, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';
import { newBusiness } from './new-business.js';

let world: World;
let owner: Ask;
beforeAll(async () => {
  world = await openWorld();
  owner = await world.as('owner');
});
afterAll(() => world.close());

const LINES = [{ description: 'Labour', unitPriceCents: 10_000 }];
const update = (input: ops.UpdateBusinessInput, by: Ask = owner) =>
  by(ops.UpdateBusinessDocument, { input });
const refusal = ({ errors }: Answer<unknown>) => errors?.[0]?.extensions;

async function changed(input: ops.UpdateBusinessInput) {
  const { data, errors } = await update(input);
  expect(errors).toBeUndefined();
  return data.updateBusiness.business;
}

describe('the owner', () => {
  it('changes the profile, and what is left out stays', async () => {
    const before = (await owner(ops.OwnBusinessDocument)).data.business;
    const profile = {
      name: 'Bright Spark & Söhne',
      phone: '02 9000 0000',
      email: 'Hello@Bright-Spark.test',
      address: '1 Low Street\nSydney NSW 2000',
      taxNumber: '12 345 678 901',
      taxNumberLabel: 'ABN',
      pageColour: 'BLUE' as const,
      keepInSyncByDefault: false,
    };
    const after = await changed(profile);
    expect(after).toEqual({ ...before, ...profile, email: 'hello@bright-spark.test' });
    expect(await changed({ address: '', taxNumberLabel: null })).toEqual({
      ...after,
      address: null,
      taxNumberLabel: null,
    });
  });

  it.each([
    [{ name: ' ' }, 'input.name'],
    [{ name: null }, 'input.name'],
    [{ phone: 'call me' }, 'input.phone'],
    [{ email: 'nowhere' }, 'input.email'],
    [{ timeZone: 'Mars/Olympus' }, 'input.timeZone'],
    [{ currency: 'aud' }, 'input.currency'],
    [{ currency: null }, 'input.currency'],
    [{ taxRateBasisPoints: 10_001 }, 'input.taxRateBasisPoints'],
    [{ paymentTermsDays: -1 }, 'input.paymentTermsDays'],
    [{ paymentTermsDays: 366 }, 'input.paymentTermsDays'],
    [{ quoteValidityDays: 0 }, 'input.quoteValidityDays'],
    [
      {
        paymentInstructions: Array.from({ length: 11 }, () => ({ label: 'Cash', details: 'Cash' })),
      },
      'input.paymentInstructions',
    ],
    [
      { paymentInstructions: [{ label: '', details: 'Cash' }] },
      'input.paymentInstructions.0.label',
    ],
  ] as [ops.UpdateBusinessInput, string][])('cannot save %j', async (input, field) => {
    const before = await owner(ops.OwnBusinessDocument);
    expect(refusal(await update({ taxNumberLabel: 'X', ...input }))).toMatchObject({
      code: 'VALIDATION_FAILED',
      field,
    });
    expect(await owner(ops.OwnBusinessDocument)).toEqual(before);
  });

  it('can choose every time zone of the list: the database knows them', async () => {
    const { rows } = await world.sql(
      `select count(*)::int as known from unnest($1::text[]) z(name)
       where (now() at time zone z.name) is not null`,
      [Intl.supportedValuesOf('timeZone')],
    );
    expect(rows[0]).toEqual({ known: Intl.supportedValuesOf('timeZone').length });
  });

  it('changes the time zone, and days follow at the next request', async () => {
    await changed({ timeZone: 'Pacific/Auckland' });
    expect((await owner(ops.OwnBusinessDocument)).data.business?.timeZone).toBe('Pacific/Auckland');
    await changed({ timeZone: 'Australia/Sydney' });
  });
});

describe('an admin', () => {
  it('changes the profile but not how clients pay, and then nothing is changed', async () => {
    const admin = await world.as('admin');
    expect((await update({ taxNumberLabel: 'ABN' }, admin)).errors).toBeUndefined();
    const both = await update({ taxNumberLabel: 'GST', paymentTermsDays: 30 }, admin);
    expect(refusal(both)).toMatchObject({ code: 'FORBIDDEN', field: 'input.paymentTermsDays' });
    const { business } = (await owner(ops.OwnBusinessDocument)).data;
    expect(business).toMatchObject({ taxNumberLabel: 'ABN', paymentTermsDays: 14 });
  });
});

describe('the currency', () => {
  it('changes while nothing was sent, and never after', async () => {
    const fresh = await newBusiness(world, 'new-business');
    const before = (await fresh(ops.OwnBusinessDocument)).data.business?.currency;
    expect((await update({ currency: 'NZD' }, fresh)).errors).toBeUndefined();
    await update({ currency: before }, fresh);
    const { data } = await fresh(ops.CreateQuoteDocument, {
      input: { title: 'Gate', lines: LINES, newClient: { name: 'Kim', email: 'kim@client.test' } },
    });
    const [sent, switched] = await Promise.all([
      fresh(ops.SendQuoteDocument, { id: data.createQuote.quote.id }),
      update({ currency: 'NZD' }, fresh),
    ]);
    expect(sent.errors).toBeUndefined();
    // In either order: the quote has the currency that stays.
    const now = (await fresh(ops.OwnBusinessDocument)).data.business?.currency;
    expect(now).toBe(switched.errors ? before : 'NZD');
    expect(refusal(await update({ currency: 'USD' }, fresh))).toMatchObject({
      code: 'VALIDATION_FAILED',
      field: 'input.currency',
    });
    expect((await update({ currency: now }, fresh)).errors).toBeUndefined();
  });
});

describe('payment terms and quote validity', () => {
  it('set the due date of a sent invoice and the last day of a new quote', async () => {
    await changed({ paymentTermsDays: 30, quoteValidityDays: 7 });
    const { jobId } = await scheduledJob(owner);
    const { data } = await owner(ops.CreateInvoiceDocument, { input: { jobId, lines: LINES } });
    const { id } = data.createInvoice.invoice;
    const { data: sent } = await owner(ops.SendInvoiceDocument, { id });
    expect(sent.sendInvoice.invoice.dueOn).toBe(inDays(30));
    const lastDay = async (validUntil?: string | null) => {
      const input = { jobId, title: 'Gate', lines: LINES, validUntil };
      const quoted = await owner(ops.CreateQuoteDocument, { input });
      const { rows } = await world.sql(
        'select valid_until::text as day from quotes where id = $1',
        [quoted.data.createQuote.quote.id],
      );
      return rows[0]?.day;
    };
    expect(await lastDay()).toBe(inDays(7));
    expect(await lastDay(null)).toBeNull();
    expect(await lastDay('2040-01-01')).toBe('2040-01-01');
    await changed({ paymentTermsDays: 14, quoteValidityDays: null });
    expect(await lastDay()).toBeNull();
  });

  const inDays = (days: number) =>
    new Date(Date.now() + days * 86_400_000).toLocaleDateString('sv-SE', {
      timeZone: 'Australia/Sydney',
    });
});

describe('keep in sync by default', () => {
  it('holds for jobs made after it was switched on', async () => {
    const isKept = async () => {
      const { jobId } = await scheduledJob(owner);
      const { rows } = await world.sql('select keep_in_sync as kept from jobs where id = $1', [
        jobId,
      ]);
      return rows[0]?.kept;
    };
    expect(await isKept()).toBe(false);
    await changed({ keepInSyncByDefault: true });
    expect(await isKept()).toBe(true);
    await changed({ keepInSyncByDefault: false });
  });
});

describe('a client', () => {
  it('sees the public face and the ways to pay as they are today, and nothing else', async () => {
    const job = await scheduledJob(owner);
    const { client } = await shared(world, owner, job, ['STATUS']);
    const paymentInstructions = [
      { label: 'Bank transfer', details: 'BSB 000-000\nAccount 12345678' },
      { label: 'Cash', details: 'To the tradie' },
    ];
    await changed({ paymentInstructions, phone: '02 9111 1111', address: '9 Hidden Lane' });
    const { data, errors } = await client(ops.FaceOfPortalDocument);
    expect(errors).toBeUndefined();
    expect(data.portal).toEqual({
      business: {
        name: 'Bright Spark & Söhne',
        phone: '02 9111 1111',
        email: 'hello@bright-spark.test',
        timeZone: 'Australia/Sydney',
        currency: 'AUD',
        pageColour: 'BLUE',
        paymentInstructions,
        address: null,
        taxNumber: null,
        taxNumberLabel: null,
        taxRateBasisPoints: null,
        paymentTermsDays: null,
        quoteValidityDays: null,
        keepInSyncByDefault: null,
      },
      paymentMethods: paymentInstructions,
    });
    expect(await promptOf(owner, job.jobId)).toBeNull();
  });

  it('gets the invoice with the ways to pay and who issued it, until it is paid', async () => {
    await changed({ taxNumber: '12 345', taxNumberLabel: 'ABN', address: '1 Low Street' });
    const { jobId, email } = await scheduledJob(owner);
    const { data } = await owner(ops.CreateInvoiceDocument, { input: { jobId, lines: LINES } });
    const { id } = data.createInvoice.invoice;
    await owner(ops.SendInvoiceDocument, { id });
    const [mail] = await world.mailsTo(email, 1);
    expect(mail).toMatchObject({
      from: '"Bright Spark & Söhne" <jobs@jobglass.test>',
      replyTo: 'hello@bright-spark.test',
    });
    expect(mail?.text).toContain(
      'How to pay:\n- Bank transfer: BSB 000-000\n  Account 12345678\n- Cash: To the tradie',
    );
    expect(mail?.text).toContain('Bright Spark & Söhne\n1 Low Street\nABN 12 345');
    await owner(ops.RecordPaymentDocument, { invoiceId: id, amountCents: 11_000 });
    await owner(ops.SendInvoiceDocument, { id });
    const mails = await until(async () => {
      const all = await world.mails(email);
      return all.length === 2 && all;
    });
    expect(mails[0]?.text).toContain('Paid in full');
    expect(mails[0]?.text).not.toContain('How to pay');
  });
});
