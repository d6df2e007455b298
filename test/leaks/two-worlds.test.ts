import fc from 'fast-check';
import type { GraphQLObjectType } from 'graphql';
import { sharedContract } from '../../src/server/boot/contract.js';
import { audienceSchemas } from '../../src/visibility/schemas/audience-schemas.js';
import { sessionOf } from '../harness/live.js';
import type { World } from '../harness/world.js';
import * as ops from '../operations.gen.js';
import { Coverage } from './coverage.js';
import { framesOf } from './frames.js';
import { anOperation, Draw, everythingOf, type Material, pagesOf } from './operations.js';
import { proveBare } from './pictures.js';
import { secretIn } from './search.js';
import { keyOf } from './secrets.js';
import { hidden, must, settled } from './shown-job.js';
import { openTwoWorlds, SIGNED_FOR_NEW, type TwoWorlds } from './two-worlds.js';

const RUNS = Number(process.env.LEAK_RUNS ?? 200);
const MINUTES = 60_000;
// About 15 % are; the bounds are three standard deviations below that, so that chance does not fail the test.
const MIN_ANSWERED = RUNS / (RUNS >= 600 ? 8 : 15);

const { schema, policy } = sharedContract();
const { visible } = audienceSchemas(schema, policy).CLIENT;
const coverage = new Coverage(visible);
let worlds: TwoWorlds;
beforeAll(async () => {
  worlds = await openTwoWorlds();
}, 2 * MINUTES);
afterAll(() => worlds.close());

async function ask(query: string, variables: object = {}, token?: string) {
  const answer = await worlds.graphql(query, variables, undefined, token);
  // `errorCodes` lists all codes.
  expect(answer.body).not.toContain('"extensions":{"code":"INTERNAL_ERROR"');
  coverage.add(query, answer.body);
  return answer;
}

async function values(world: World, place: string): Promise<string> {
  const [table, column] = place.split('.') as [string, string];
  const { rows } = await world.sql(
    `select array_agg(${column}::text order by ${keyOf(table)})::text as all from ${table}`,
  );
  return JSON.stringify(rows);
}

it('has two worlds that differ in every internal column with values', async () => {
  expect(worlds.secret.length).toBeGreaterThan(60);
  for (const place of worlds.secret) {
    const [a, b] = [await values(worlds.a, place), await values(worlds.b, place)];
    const [table] = place.split('.');
    const { rows } = await worlds.b.sql(`select count(*)::int as count from ${table}`);
    if (Number(rows[0]?.count) > 0) expect({ place, values: b }).not.toEqual({ place, values: a });
  }
});

it('gives equal responses to everything that a client may query', async () => {
  const { jobId, quoteIds } = worlds.job;
  const [yes, no, change, left] = quoteIds;
  const all = (name: string) => everythingOf(visible.getType(name) as GraphQLObjectType);
  await ask(`{ me ${all('Viewer')} business ${all('Business')} portal ${all('Portal')} }`);
  await ask(`query ($id: ID!) { job(id: $id) ${all('Job')} }`, { id: jobId });
  await ask(`query ($id: ID!) { node(id: $id) { id ... on Job ${all('Job')} } }`, { id: jobId });
  const pages = pagesOf(visible.getType('Job') as GraphQLObjectType);
  await ask(`query ($id: ID!) { job(id: $id) ${pages} }`, { id: jobId });
  await ask(`query ($id: ID!) { quoteTotal(quoteId: $id, version: 1) ${all('QuoteTotal')} }`, {
    id: left,
  });
  const accepted = await ask(
    `mutation ($id: ID!) { acceptQuote(quoteId: $id, version: 1, name: "Kim", pay: DEPOSIT) ${all('AcceptQuotePayload')} }`,
    { id: yes },
  );
  expect(accepted.body).toContain('"kind":"DEPOSIT"');
  await ask(
    `mutation ($id: ID!) { declineQuote(quoteId: $id, version: 1) ${all('DeclineQuotePayload')} }`,
    { id: no },
  );
  await ask(
    `mutation ($id: ID!) { requestQuoteChanges(quoteId: $id, version: 1, message: "Cheaper") ${all('RequestQuoteChangesPayload')} }`,
    { id: change },
  );
  await ask(
    `mutation ($id: ID!) { sendMessage(jobId: $id, body: "Hello") ${all('SendMessagePayload')} }`,
    { id: jobId },
  );
  await ask('mutation ($id: ID!) { markMessagesRead(jobId: $id) { read } }', { id: jobId });
  await ask('mutation { recordPortalView }');
  await ask(`{ errorCodes ${all('ErrorCodeInfo')} }`);
  await ask(
    'mutation ($input: SubmitEnquiryInput!) { submitEnquiry(businessSlug: "bright-spark", input: $input) { received } }',
    { input: { name: 'Kim', email: 'kim@client.test', message: 'Another job' } },
  );
});

it('gives equal responses to everything on the page of one quote or one invoice', async () => {
  const all = (name: string) => everythingOf(visible.getType(name) as GraphQLObjectType);
  for (const [kind, { id, jobId, token }] of Object.entries(worlds.job.ownPages)) {
    const page = await ask(`{ portal ${all('Portal')} business ${all('Business')} }`, {}, token);
    expect(JSON.parse(page.body).data.portal).toMatchObject({ job: null, [kind]: { id } });
    // Nothing of its job, whose id the client has guessed.
    const job = await ask(`query ($id: ID!) { job(id: $id) ${all('Job')} }`, { id: jobId }, token);
    expect(job.body).toContain('NOT_FOUND');
    const send =
      'mutation ($id: ID!) { sendMessage(jobId: $id, body: "Hello") { message { id } } }';
    expect((await ask(send, { id: jobId }, token)).body).toContain('NOT_FOUND');
    await ask('mutation { recordPortalView }', {}, token);
  }
  const { quote, invoice } = worlds.job.ownPages;
  const change = `mutation ($id: ID!) { requestQuoteChanges(quoteId: $id, version: 1, message: "Cheaper") ${all('RequestQuoteChangesPayload')} }`;
  expect((await ask(change, { id: quote.id }, invoice.token)).body).toContain('NOT_FOUND');
  expect((await ask(change, { id: quote.id }, quote.token)).body).toContain('CHANGES_REQUESTED');
  const accept = `mutation ($id: ID!) { acceptQuote(quoteId: $id, version: 1, name: "Kim") ${all('AcceptQuotePayload')} }`;
  expect((await ask(accept, { id: quote.id }, quote.token)).body).toContain('"job":null');
  const pay = `mutation ($id: ID!) { payInvoice(invoiceId: $id) ${all('PayInvoicePayload')} }`;
  expect((await ask(pay, { id: invoice.id }, quote.token)).body).toContain('NOT_FOUND');
  expect((await ask(pay, { id: invoice.id }, invoice.token)).body).toContain('/pay/');
});

it(
  'gives equal responses to anything else that a client can send',
  async () => {
    const material = await materialOf(worlds);
    const { ownPages } = worlds.job;
    let answered = 0;
    await fc.assert(
      fc.asyncProperty(fc.gen(), async (gen) => {
        const { query, variables } = anOperation(new Draw(gen, fc), material);
        // One in ten over a link to one quote or one invoice.
        const token = { 8: ownPages.quote.token, 9: ownPages.invoice.token }[gen(fc.nat, 9)];
        const { body } = await ask(query, variables, token);
        if (!/"data":null|^\{"errors":/.test(body)) answered += 1;
      }),
      { numRuns: RUNS, endOnFailure: true, includeErrorInReport: true },
    );
    process.stdout.write(`${answered} of ${RUNS} operations made up were answered with data.\n`);
    expect(answered).toBeGreaterThan(MIN_ANSWERED);
    expect((await ask('{ portal { job { id } } }')).body).toContain(worlds.job.jobId);
  },
  (1 + RUNS / 500) * MINUTES,
);

it('sends the same bytes of a shared photo and none of one that is not shared', async () => {
  const { photoId, hiddenPhotoId } = worlds.job;
  await proveBare(worlds);
  const nowhere = await undated(`${randomId()}/display`);
  for (const path of [
    `${photoId}/original`,
    `${hiddenPhotoId}/display`,
    `${hiddenPhotoId}/original`,
    `${photoId}/x`,
  ])
    expect(await undated(path)).toEqual(nowhere);
});

/** The response for a photo without its date. */
async function undated(path: string) {
  const answer = await worlds.ask({ method: 'GET', path: `/photos/${path}` });
  return JSON.parse(JSON.stringify(answer, (name, value) => (name === 'date' ? undefined : value)));
}

it('sends the same messages, and none for an internal change', async () => {
  const query = `subscription { portalChanged ${everythingOf(visible.getType('Portal') as GraphQLObjectType)} }`;
  const { a, b, job } = worlds;
  const [left, right] = [await framesOf(a, job.token, query), await framesOf(b, job.token, query)];
  await hidden(b, await b.as('owner'), job.jobId);
  for (const world of [a, b])
    await must(await world.as('owner'), ops.SendMessageDocument, {
      jobId: job.jobId,
      body: 'Live',
    });
  const [one, other] = [await left.next(), await right.next()];
  const same = (text: string) =>
    text
      .replace(/01[0-9a-f]{6}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) =>
        worlds.names.has(id) ? id : '<id>',
      )
      .replace(SIGNED_FOR_NEW, '$1<sealed>');
  expect(same(other)).toEqual(same(one));
  expect([left.count(), right.count()]).toEqual([1, 1]);
  expect(one).toContain('Live');
  for (const frame of [one, other]) expect(secretIn(frame, '', worlds.names)).toBeNull();
  coverage.add(query, JSON.stringify(JSON.parse(one).payload));
  for (const world of [a, b]) await settled(world);
  await left.close();
  await right.close();
});

it('sends the client the same emails', async () => {
  const { a, b, job } = worlds;
  const mails = [];
  for (const world of [a, b]) {
    const owner = await world.as('owner');
    await settled(world);
    await must(owner, ops.SendMessageDocument, { jobId: job.jobId, body: 'By mail' });
    await must(owner, ops.ResendShareDocument, { jobId: job.jobId });
    await settled(world);
    const all = await world.mails(job.email);
    expect(all.length).toBeGreaterThan(3);
    mails.push(
      all
        .map(({ subject, html, text, links }) =>
          JSON.stringify({ subject, html, text, links })
            .replace(/jgp_[\w-]+/g, 'jgp_')
            .replace(/(type the code )[0-9A-Z-]{14}/g, '$1')
            .replaceAll(new URL(world.url).port, ''),
        )
        .sort(),
    );
  }
  expect(mails[1]).toEqual(mails[0]);
  for (const mail of mails.flat()) expect(secretIn(mail, '', worlds.names)).toBeNull();
});

it("writes nothing internal into the log for a client's requests", async () => {
  const owners = [await sessionOf(worlds.a, 'owner'), await sessionOf(worlds.b, 'owner')];
  expect(worlds.lines.length).toBeGreaterThan(RUNS);
  for (const line of worlds.lines) {
    expect(secretIn(line, '', new Set())).toBeNull();
    for (const token of [worlds.job.token, ...owners]) expect(line).not.toContain(token);
  }
});

it('has covered every field that a client can see', () => {
  process.stdout.write(`${coverage.summary}.\n`);
  expect(coverage.missing).toEqual([]);
});

/** Ids, texts and types for generated operations; what each world made for itself has another id in the other. */
async function materialOf({ a, b, job }: TwoWorlds): Promise<Material> {
  const all = `
    select id::text from notes union all select id::text from quotes union all select id::text from jobs
    union all select id::text from businesses union all select id::text from invoices
    union all select id::text from photos
    union all select id::text from staff_members union all select id::text from share_prompts
    union all select id::text from messages`;
  const others = new Set((await b.sql(all)).rows.map(({ id }) => id));
  const shared = (await a.sql(all)).rows.filter(({ id }) => others.has(id));
  const cursor = Buffer.from(JSON.stringify(['a', job.jobId])).toString('base64url');
  const ids = [
    job.jobId,
    job.jobId,
    job.jobId,
    ...job.quoteIds,
    job.jobId.toUpperCase(),
    job.clientId,
    job.ownPages.quote.jobId,
  ];
  return {
    visible,
    whole: schema,
    ids: [
      ...ids,
      ...shared.map(({ id }) => String(id)),
      randomId(),
      '',
      'x',
      cursor,
      'NOTE:x',
      '\u0000',
      "' or 1=1 --",
    ],
    texts: [
      'Hello',
      '',
      ' ',
      'bright-spark',
      'sol-plumbing',
      'kim@client.test',
      '0'.repeat(6000),
      '\u0000',
      '💡',
      "'; --",
      cursor,
    ],
    kinds: ['query', 'query', 'query', 'query', 'mutation', 'mutation', 'subscription'],
  };
}

function randomId(): string {
  return '6d1f9a52-5a0c-4c5e-9a86-0c7a54f2b1aa';
}
