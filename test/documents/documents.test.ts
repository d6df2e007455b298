import { linesOf } from '../../src/documents/text/lines.js';
import { scheduledJob, shared } from '../harness/jobs.js';
import { itInLongForm } from '../harness/long-form.js';
import { quotedJob, sentQuote } from '../harness/quotes.js';
import { type Ask, openWorld, tokenIn, type World } from '../harness/world.js';
import { must } from '../leaks/shown-job.js';
import * as ops from '../operations.gen.js';
import { tokenOf } from '../photos/album.js';
import { textOf } from './pdf-text.js';

let world: World;
let owner: Ask;
let tokens: Record<string, string>;
beforeAll(async () => {
  world = await openWorld();
  owner = await world.as('owner');
  tokens = Object.fromEntries(
    await Promise.all(
      ['owner', 'finance', 'tradie'].map(async (who) => [who, await tokenOf(world, who)]),
    ),
  );
  await must(owner, ops.UpdateBusinessDocument, {
    input: {
      address: '1 Harbour Street\nSydney NSW 2000',
      taxNumber: '51 824 753 556',
      taxNumberLabel: 'ABN',
      paymentInstructions: [{ label: 'Bank transfer', details: 'BSB 062-000, account 1234' }],
    },
  });
}, 60_000);
afterAll(() => world.close());

const get = (token: string | null, path: string | null, method = 'GET') =>
  fetch(`${world.url}${path}`, {
    method,
    headers: token ? { authorization: `Bearer ${token}` } : {},
  });
const statusOf = async (token: string | null, path: string | null) =>
  (await get(token, path)).status;
const pdf = async (token: string, path: string | null) => {
  const response = await get(token, path);
  expect(response.status).toBe(200);
  return new Uint8Array(await response.arrayBuffer());
};

/** Lines that take some time to typeset. */
const manyLines = (word: string) =>
  Array.from({ length: 60 }, (_, at) => ({
    ...{ description: `${word} ${at} `.repeat(50).slice(0, 450), unitPriceCents: 100 },
  }));

const PORTAL = `{ portal { job { quotes { id version documentUrl } invoices { id documentUrl receiptUrl } } } }`;
interface Shown {
  quotes: { id: string; version: number; documentUrl: string | null }[];
  invoices: { id: string; documentUrl: string | null; receiptUrl: string | null }[];
}
const shownTo = async (client: Ask): Promise<Shown> =>
  (await client<{ portal: { job: Shown } }, object>(PORTAL)).data.portal.job;

const switchPortal = (clientPortalEnabled: boolean) =>
  must(
    owner,
    'mutation ($on: Boolean!) { updateSiteSettings(input: { clientPortalEnabled: $on }) { business { id } } }',
    { on: clientPortalEnabled },
  );

it('a client opens the quote on its page, then the accepted one, and nothing else', async () => {
  const { client, jobId, quoteId, token } = await quotedJob(world, owner);
  const other = await quotedJob(world, owner);
  const [quote] = (await shownTo(client)).quotes;
  const path = quote?.documentUrl as string;

  const response = await get(token, path);
  expect(response.status).toBe(200);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'application/pdf',
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
    'content-disposition': expect.stringMatching(/^inline; filename="quote-\d+\.pdf"$/),
  });
  const bytes = new Uint8Array(await response.arrayBuffer());
  const text = textOf(bytes);
  for (const words of ['Quote', 'New taps', 'Labour', '$1,320.00', 'ABN 51 824 753 556', 'SHA-256'])
    expect(text).toContain(words);
  expect(await pdf(tokens.owner as string, path)).toEqual(bytes);
  expect((await get(token, path, 'HEAD')).headers.get('content-length')).toBe(`${bytes.length}`);

  expect(await statusOf(null, path)).toBe(401);
  expect(await statusOf(other.token, path)).toBe(404);
  expect(await statusOf(token, path.replace(/-1\.pdf$/, '-2.pdf'))).toBe(404);
  expect(await statusOf(token, path.replace('/quote-', '/accepted-quote-'))).toBe(404);
  expect(await statusOf(token, '/documents/%00.pdf')).toBe(404);

  await must(client, ops.AcceptQuoteDocument, { quoteId, version: 1, name: 'Zoë Client' });
  const accepted = (await shownTo(client)).quotes[0]?.documentUrl as string;
  expect(textOf(await pdf(token, accepted))).toMatch(/Accepted quote .*Accepted by Zoë Client, /);
  // The page has the accepted one now; staff can still open what was sent.
  expect(await statusOf(token, path)).toBe(404);
  expect(await statusOf(tokens.owner as string, path)).toBe(200);

  await switchPortal(false);
  expect(await statusOf(token, accepted)).toBe(404);
  await switchPortal(true);
  expect(await statusOf(token, accepted)).toBe(200);
  await must(owner, ops.UpdateSharingDocument, { jobId, items: ['STATUS'] });
  expect(await statusOf(token, accepted)).toBe(404);
});

it('a client opens its tax invoice and the receipt of what it paid', async () => {
  const job = await scheduledJob(owner);
  const { client, token } = await shared(world, owner, job, ['STATUS']);
  const lines = [{ description: 'Labour', unitPriceCents: 100_000 }];
  const { createInvoice } = (await must(owner, ops.CreateInvoiceDocument, {
    input: { jobId: job.jobId, title: 'Taps', lines },
  })) as { createInvoice: { invoice: { id: string } } };
  const { id } = createInvoice.invoice;
  const live = async () =>
    (
      await owner<{ invoice: Record<string, string | null> }, object>(
        'query ($id: ID!) { invoice(id: $id) { documentUrl receiptUrl } }',
        { id },
      )
    ).data.invoice;
  expect(await live()).toEqual({ documentUrl: null, receiptUrl: null });

  await must(owner, ops.SendInvoiceDocument, { id });
  const sent = (await shownTo(client)).invoices[0];
  expect(sent).toEqual({ id, ...(await live()) });
  expect(sent?.receiptUrl).toBeNull();
  const bytes = await pdf(token, sent?.documentUrl ?? null);
  for (const words of [
    'Tax invoice',
    'Date of issue',
    'GST 10 % on $1,000.00',
    '$1,100.00',
    'BSB 062-000',
  ])
    expect(textOf(bytes)).toContain(words);
  expect(await statusOf(tokens.tradie as string, sent?.documentUrl ?? null)).toBe(404);
  expect(await statusOf(token, `/documents/receipt-${id}-1.pdf`)).toBe(404);

  await must(owner, ops.RecordPaymentDocument, {
    invoiceId: id,
    amountCents: 30_000,
    method: 'CASH',
  });
  const paid = (await shownTo(client)).invoices[0];
  expect(textOf(await pdf(token, paid?.receiptUrl ?? null))).toMatch(
    /Receipt .*Received: \$300\.00, thank you.*cash \$300\.00/,
  );
  // A payment changes no sent version, and neither does a business that moves.
  await must(owner, ops.UpdateBusinessDocument, { input: { address: '2 Other Street' } });
  expect(await pdf(tokens.finance as string, paid?.documentUrl ?? null)).toEqual(bytes);
});

it('an invoice that was sent before versions were stored offers no document until it is sent again', async () => {
  const job = await scheduledJob(owner);
  const { client, token } = await shared(world, owner, job, ['STATUS']);
  const { createInvoice } = (await must(owner, ops.CreateInvoiceDocument, {
    input: { jobId: job.jobId, lines: [{ description: 'Labour', unitPriceCents: 100_000 }] },
  })) as { createInvoice: { invoice: { id: string } } };
  const { id } = createInvoice.invoice;
  await must(owner, ops.SendInvoiceDocument, { id });
  // As migration 0043 leaves it.
  await world.sql('delete from invoice_versions where invoice_id = $1', [id]);
  await world.sql('update invoices set version = 0 where id = $1', [id]);
  await must(owner, ops.RecordPaymentDocument, { invoiceId: id, amountCents: 100 });
  await must(owner, ops.UpdateJobDocument, { input: { id: job.jobId, title: 'Fix two taps' } });
  await shared(world, owner, job, ['STATUS', `INVOICE:${id}`]);
  const none = { id, documentUrl: null, receiptUrl: null };
  const live = await owner(`query ($id: ID!) { invoice(id: $id) { id documentUrl receiptUrl } }`, {
    id,
  });
  expect(live.data).toEqual({ invoice: none });
  expect((await shownTo(client)).invoices).toEqual([none]);
  for (const version of [0, 1])
    expect(await statusOf(token, `/documents/invoice-${id}-${version}.pdf`)).toBe(404);

  await must(owner, ops.SendInvoiceDocument, { id });
  const [sent] = (await shownTo(client)).invoices;
  expect(textOf(await pdf(token, sent?.documentUrl ?? null))).toContain('Labour');
  expect(textOf(await pdf(token, sent?.receiptUrl ?? null))).toContain('Received: $1.00');
});

itInLongForm(
  'a client opens the documents of own pages, as long as the page shows them',
  async () => {
    const newClient = { name: 'Nora', email: 'own-documents@client.test' };
    const lines = [{ description: 'Labour', unitPriceCents: 100_000, unitCostCents: 12_345 }];
    const quote = await sentQuote(owner, {
      ...{ newClient, title: 'New taps', internalNotes: 'Pays late', lines },
    });
    const token = tokenIn((await world.mailsTo(newClient.email, 1))[0]);
    const first = `/documents/quote-${quote}-1.pdf`;
    const text = textOf(await pdf(token, first));
    expect(text).toContain('New taps');
    expect(text).not.toMatch(/123\.45|Pays late/);
    await must(owner, ops.UpdateQuoteDocument, { input: { id: quote, title: 'Two taps' } });
    await must(owner, ops.SendQuoteDocument, { id: quote });
    const second = first.replace('-1.pdf', '-2.pdf');
    expect(await statusOf(token, first)).toBe(404);
    expect(await statusOf(token, second)).toBe(200);

    const job = await scheduledJob(owner, 'Secret bathroom');
    const { createInvoice } = (await must(owner, ops.CreateInvoiceDocument, {
      input: {
        jobId: job.jobId,
        title: 'Call-out',
        lines: [{ description: 'Labour', unitPriceCents: 100_000 }],
      },
    })) as { createInvoice: { invoice: { id: string } } };
    const { id } = createInvoice.invoice;
    await must(owner, ops.SendInvoiceDocument, { id });
    const ofInvoice = tokenIn((await world.mailsTo(job.email, 1))[0]);
    const invoice = `/documents/invoice-${id}-1.pdf`;
    expect(textOf(await pdf(ofInvoice, invoice))).not.toContain('Secret bathroom');
    expect(await statusOf(ofInvoice, second)).toBe(404);
    expect(await statusOf(token, invoice)).toBe(404);

    await switchPortal(false);
    expect([await statusOf(token, second), await statusOf(ofInvoice, invoice)]).toEqual([404, 404]);
    await switchPortal(true);
    await must(owner, ops.VoidInvoiceDocument, { id });
    await must(owner, ops.WithdrawQuoteDocument, { id: quote });
    expect([await statusOf(token, second), await statusOf(ofInvoice, invoice)]).toEqual([404, 404]);
    expect(await statusOf(tokens.owner as string, second)).toBe(200);
  },
);

it('a document that was being made when the portal was switched off does not leave', async () => {
  const newClient = { name: 'Nora', email: 'slow-document@client.test' };
  const quote = await sentQuote(owner, { newClient, lines: manyLines('名前テスト') });
  const token = tokenIn((await world.mailsTo(newClient.email, 1))[0]);
  const path = `/documents/quote-${quote}-1.pdf`;
  const asked = [statusOf(token, path), statusOf(tokens.owner as string, path)];
  // Its own request was let in by the time that this one is answered.
  await world.withToken(token)('{ portal { version } }');
  await switchPortal(false);
  expect(await Promise.all(asked)).toEqual([404, 200]);
  await switchPortal(true);
});

itInLongForm('a business that asks for many documents does not keep others waiting', async () => {
  const soleTrader = await world.as('soletrader');
  const other = await tokenOf(world, 'soletrader');
  const quoteOf = (ask: Ask, name: string) =>
    sentQuote(ask, { newClient: { name, email: `${name}@turns.test` }, lines: manyLines(name) });
  const names = ['Alma', 'Bela', 'Cora', 'Dora'];
  const many = await Promise.all(names.map((name) => quoteOf(owner, name)));
  const one = await quoteOf(soleTrader, 'Zoe');
  const done: string[] = [];
  const open = async (token: string, id: string) => {
    await pdf(token, `/documents/quote-${id}-1.pdf`);
    done.push(id);
  };
  const all = many.map((id) => open(tokens.owner as string, id));
  await owner('{ me { kind } }');
  await Promise.all([...all, open(other, one)]);
  expect(done.indexOf(one)).toBeLessThan(3);
});

it('a mail without a link has the quote as PDF, the same at each attempt', async () => {
  await switchPortal(false);
  const newClient = { name: '山田太郎', email: 'yamada@client.test' };
  const id = await sentQuote(owner, { newClient, title: '台所の配線工事 🔌 سلام 전기' });
  const [mail] = await world.mailsTo(newClient.email, 1);
  await switchPortal(true);
  expect(mail?.links).toEqual([]);
  const [file] = (mail?.attachments ?? []) as unknown as { contentType: string; base64: string }[];
  expect(file).toMatchObject({ contentType: 'application/pdf' });
  const bytes = new Uint8Array(Buffer.from(file?.base64 ?? '', 'base64'));
  expect(textOf(bytes)).toContain('山田太郎');
  expect(textOf(bytes)).toContain('전기');
  // The plug has no font: the document says so.
  expect(textOf(bytes)).toContain(
    'Boxes in this document are characters that it cannot show: U+1F50C.',
  );
  expect(await pdf(tokens.owner as string, `/documents/quote-${id}-1.pdf`)).toEqual(bytes);
  const inMailbox = await fetch(`${world.url}/dev/mailbox/${mail?.id}/attachments/0`);
  expect(new Uint8Array(await inMailbox.arrayBuffer())).toEqual(bytes);
});

it.each([
  ['that shaping takes long for', 'नमस्ते'],
  ['that no font has', 'กำแพง'],
])('the time for a text without spaces %s grows with its length only', (_, word) => {
  const timeOf = (length: number) => {
    const text = word.repeat(length / word.length);
    const from = performance.now();
    expect(linesOf(text, { size: 9, weight: 'regular' }, 400).length).toBeGreaterThan(length / 200);
    return performance.now() - from;
  };
  timeOf(1_000);
  // Ten times the length; with the square of it, a hundred times.
  const short = Math.min(timeOf(2_000), timeOf(2_000));
  expect(timeOf(20_000)).toBeLessThan(40 * Math.max(short, 5));
});
