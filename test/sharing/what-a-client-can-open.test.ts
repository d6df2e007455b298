import { portalToken } from '../../src/database/tokens.js';
import { scheduledJob, shared } from '../harness/jobs.js';
import { LINES } from '../harness/quotes.js';
import { type Ask, openWorld, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';

let world: World;
let owner: Ask;
beforeAll(async () => {
  // One of the cases lets links expire.
  world = await openWorld({ sessionHours: 24 * 1000 });
  owner = await world.as('owner');
});
afterAll(() => world.close());

type Job = Awaited<ReturnType<typeof scheduledJob>>;
interface Case {
  job: Job;
  /** The client with the newest link, once it has one. */
  client: Ask;
  invoiceId: string;
  quoteId: string;
}

const both = ({ invoiceId, quoteId }: Case) => [`INVOICE:${invoiceId}`, `QUOTE:${quoteId}`];
const portal = (on: boolean) => owner(ops.SwitchPortalDocument, { on });
const shareBoth = async (the: Case) => {
  the.client = (await shared(world, owner, the.job, ['STATUS', ...both(the)])).client;
};
const send = async ({ invoiceId, quoteId }: Case) => {
  await done(owner(ops.SendInvoiceDocument, { id: invoiceId }));
  await done(owner(ops.SendQuoteDocument, { id: quoteId }));
};
const sendAndShare = async (the: Case) => {
  await send(the);
  await shareBoth(the);
};

/** What happened, whether the client can read the two documents, and what staff read about the invoice. */
const CASES: [string, (the: Case) => Promise<unknown>, boolean, RegExp | null][] = [
  ['drafts', async (the) => shareStatus(the), false, /draft/],
  ['sent on a job that was never shared', send, true, null],
  ['sent, then shared', sendAndShare, true, null],
  [
    'sent on a job that is shared',
    async (the) => {
      await shareStatus(the);
      await send(the);
    },
    true,
    null,
  ],
  [
    'left out of the share',
    async (the) => {
      await send(the);
      await shareStatus(the);
    },
    false,
    /left out/,
  ],
  [
    'withdrawn',
    async (the) => {
      await sendAndShare(the);
      await owner(ops.UpdateSharingDocument, { jobId: the.job.jobId, items: ['STATUS'] });
    },
    false,
    /left out/,
  ],
  [
    'shown, with the portal off',
    async (the) => {
      await sendAndShare(the);
      await portal(false);
    },
    false,
    /Portal is off/,
  ],
  [
    'shown, with the portal off and on again',
    async (the) => {
      await sendAndShare(the);
      await portal(false);
      await portal(true);
    },
    true,
    null,
  ],
  [
    'shown, with every link cut off',
    async (the) => {
      await sendAndShare(the);
      await world.sql('update portal_links set revoked_at = now() where client_id = $1', [
        the.job.clientId,
      ]);
    },
    false,
    /No link .* re-send/,
  ],
  [
    'shown, with every link expired',
    async (the) => {
      await sendAndShare(the);
      await world.sql('update portal_links set expires_at = created_at where client_id = $1', [
        the.job.clientId,
      ]);
    },
    false,
    /No link .* re-send/,
  ],
  [
    'shown to a client whose address was taken away',
    async (the) => {
      await sendAndShare(the);
      await owner(ops.UpdateClientDocument, { input: { id: the.job.clientId, email: null } });
    },
    false,
    /add its email address/,
  ],
  [
    'sent while the portal was off, before the job was shared',
    async (the) => {
      await portal(false);
      await send(the);
      await portal(true);
    },
    false,
    /send it again/,
  ],
  [
    'on pages of their own, with every link cut off',
    async (the) => {
      await send(the);
      await world.sql('update portal_links set revoked_at = now() where client_id = $1', [
        the.job.clientId,
      ]);
    },
    false,
    /No link .* send it again/,
  ],
  [
    'on pages of their own, with another client than the job has by now',
    async (the) => {
      await send(the);
      const input = { id: the.job.jobId, clientId: (await scheduledJob(owner)).clientId };
      await owner(ops.UpdateJobDocument, { input });
    },
    false,
    /another client/,
  ],
  [
    'sent to another client than the job has by now',
    async (the) => {
      await sendAndShare(the);
      const { data } = await owner(ops.CreateClientDocument, {
        input: { name: 'Next', email: 'next-client@client.test' },
      });
      const input = { id: the.job.jobId, clientId: data.createClient.client.id };
      await owner(ops.UpdateJobDocument, { input });
    },
    false,
    /another client/,
  ],
];

describe('whether the client can read a quote and an invoice', () => {
  it.each(CASES)('is reported as its link shows: %s', async (_, happens, canRead, reason) => {
    const the = await aCase();
    try {
      await happens(the);
      const read = await readBy(the);
      expect(read).toEqual({ invoice: canRead, quote: canRead });
      const claims = await claimsAbout(the);
      expect(claims.visible).toEqual(read);
      expect(claims.clientVisibility).toEqual(read);
      expect(claims.reasons.map((each) => each === null)).toEqual([canRead, canRead]);
      if (reason) expect(claims.reasons[0]).toMatch(reason);
    } finally {
      await portal(true);
    }
  });
});

it('of a quote that was changed since, the client has the older version', async () => {
  const the = await aCase();
  await sendAndShare(the);
  await owner(ops.UpdateQuoteDocument, { input: { id: the.quoteId, title: 'Newer taps' } });
  expect(await readBy(the)).toEqual({ invoice: true, quote: true });
  const { data } = await owner(ops.QuoteAccessDocument, { id: the.quoteId });
  expect(data.quote).toMatchObject({ status: 'DRAFT', version: 2, visibleToClient: true });
  const { data: page } = await the.client(ops.InvoicesOfPortalDocument);
  expect(page.portal?.job?.quotes).toMatchObject([{ id: the.quoteId, version: 1 }]);
});

it('a voided invoice is visible by no link, and a quote without a job by its own', async () => {
  const the = await aCase();
  await sendAndShare(the);
  await owner(ops.VoidInvoiceDocument, { id: the.invoiceId });
  expect((await readBy(the)).invoice).toBe(false);
  const { data } = await owner(ops.InvoiceAccessDocument, { id: the.invoiceId });
  expect(data.invoice).toMatchObject({
    visibleToClient: false,
    hiddenReason: expect.stringContaining('void'),
  });
  const { data: made } = await owner(ops.CreateQuoteDocument, {
    input: { title: 'Loose', lines: LINES, clientId: the.job.clientId },
  });
  const { id } = made.createQuote.quote;
  await owner(ops.SendQuoteDocument, { id });
  const { data: loose } = await owner(ops.QuoteAccessDocument, { id });
  expect(loose.quote).toMatchObject({
    visibleToClient: true,
    hiddenReason: null,
    delivery: { to: the.job.email },
  });
  expect((await readBy({ ...the, quoteId: id })).quote).toBe(true);
});

async function shareStatus(the: Case): Promise<void> {
  the.client = (await shared(world, owner, the.job, ['STATUS'])).client;
}

async function aCase(): Promise<Case> {
  const job = await scheduledJob(owner);
  const { jobId } = job;
  const lines = [{ description: 'Work', unitPriceCents: 10_000 }];
  const invoice = await done(owner(ops.CreateInvoiceDocument, { input: { jobId, lines } }));
  const input = { jobId, title: 'New taps', lines: LINES };
  const quote = await done(owner(ops.CreateQuoteDocument, { input }));
  return {
    job,
    client: world.withToken('jgp_none'),
    invoiceId: invoice.createInvoice.invoice.id,
    quoteId: quote.createQuote.quote.id,
  };
}

/** Returns whether any link of the client shows the two documents. */
async function readBy({ job, invoiceId, quoteId }: Case) {
  const { rows } = await world.sql('select id::text as id from portal_links where client_id = $1', [
    job.clientId,
  ]);
  const { secret } = world.running.services.config;
  const read = { invoice: false, quote: false };
  for (const { id } of rows) {
    const client = world.withToken(portalToken(secret, String(id)));
    const portalPage = (await client(ops.InvoicesOfPortalDocument)).data?.portal;
    const ids = (list: { id: string }[] | null | undefined) => list?.map((each) => each.id) ?? [];
    const shown = [...ids(portalPage?.job?.invoices), ...ids(portalPage?.job?.quotes)];
    shown.push(...[portalPage?.invoice?.id, portalPage?.quote?.id].filter((own) => own != null));
    read.invoice ||= shown.includes(invoiceId);
    read.quote ||= shown.includes(quoteId);
  }
  return read;
}

/** Returns everything that staff read about the same. */
async function claimsAbout({ job, invoiceId, quoteId }: Case) {
  const { invoice } = await done(owner(ops.InvoiceAccessDocument, { id: invoiceId }));
  const { quote } = await done(owner(ops.QuoteAccessDocument, { id: quoteId }));
  const why = async (item: string) => {
    const { clientVisibility } = await done(
      owner(ops.WhyNotVisibleDocument, { jobId: job.jobId, item }),
    );
    return clientVisibility.visible;
  };
  return {
    visible: { invoice: invoice?.visibleToClient, quote: quote?.visibleToClient },
    clientVisibility: {
      invoice: await why(`INVOICE:${invoiceId}`),
      quote: await why(`QUOTE:${quoteId}`),
    },
    reasons: [invoice?.hiddenReason, quote?.hiddenReason],
  };
}

async function done<T>(answer: Promise<{ data: T; errors?: unknown }>): Promise<T> {
  const { data, errors } = await answer;
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}
