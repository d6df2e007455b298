import fc from 'fast-check';
import type { GraphQLObjectType } from 'graphql';
import { graphsOf } from '../../src/server/graphs.js';
import { buildContract } from '../../src/server/schema.js';
import { sessionOf } from '../harness/live.js';
import type { World } from '../harness/world.js';
import * as ops from '../operations.gen.js';
import { Coverage } from './coverage.js';
import { framesOf } from './frames.js';
import { anOperation, Draw, everythingOf, type Material, pagesOf } from './operations.js';
import { proveBare } from './pictures.js';
import { secretIn } from './search.js';
import { hidden, must, settled } from './shown-job.js';
import { openTwoWorlds, type TwoWorlds } from './two-worlds.js';

const RUNS = Number(process.env.LEAK_RUNS ?? 1500);
const MINUTES = 60_000;

const { schema, policy } = buildContract();
const { visible } = graphsOf(schema, policy).CLIENT;
const coverage = new Coverage(visible);
let worlds: TwoWorlds;
beforeAll(async () => {
  worlds = await openTwoWorlds();
}, 2 * MINUTES);
afterAll(() => worlds.close());

async function ask(query: string, variables: object = {}) {
  const answer = await worlds.graphql(query, variables);
  expect(answer.body).not.toContain('INTERNAL_ERROR');
  coverage.add(query, answer.body);
  return answer;
}

async function values(world: World, place: string): Promise<string> {
  const [table, column] = place.split('.');
  const { rows } = await world.sql(
    `select array_agg(${column}::text order by id)::text as all from ${table}`,
  );
  return JSON.stringify(rows);
}

it('has two worlds that differ in every internal column that holds anything', async () => {
  expect(worlds.secret.length).toBeGreaterThan(60);
  for (const place of worlds.secret) {
    const [a, b] = [await values(worlds.a, place), await values(worlds.b, place)];
    const [table] = place.split('.');
    const { rows } = await worlds.b.sql(`select count(*)::int as count from ${table}`);
    if (Number(rows[0]?.count) > 0) expect({ place, values: b }).not.toEqual({ place, values: a });
  }
});

it('answers everything that a client may ask for alike', async () => {
  const { jobId, quoteIds } = worlds.job;
  const [yes, no, change] = quoteIds;
  const all = (name: string) => everythingOf(visible.getType(name) as GraphQLObjectType);
  await ask(`{ me ${all('Viewer')} business ${all('Business')} portal ${all('Portal')} }`);
  await ask(`query ($id: ID!) { job(id: $id) ${all('Job')} }`, { id: jobId });
  const pages = pagesOf(visible.getType('Job') as GraphQLObjectType);
  await ask(`query ($id: ID!) { job(id: $id) ${pages} }`, { id: jobId });
  await ask(
    `mutation ($id: ID!) { acceptQuote(quoteId: $id, version: 1, name: "Kim") ${all('AcceptQuotePayload')} }`,
    { id: yes },
  );
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
  await ask(
    'mutation ($input: SubmitEnquiryInput!) { submitEnquiry(businessSlug: "bright-spark", input: $input) { received } }',
    { input: { name: 'Kim', email: 'kim@client.test', message: 'Another job' } },
  );
});

it(
  'answers whatever else a client can think of alike',
  async () => {
    const material = await materialOf(worlds);
    let answered = 0;
    await fc.assert(
      fc.asyncProperty(fc.gen(), async (gen) => {
        const { query, variables } = anOperation(new Draw(gen, fc), material);
        const { body } = await ask(query, variables);
        if (!/"data":null|^\{"errors":/.test(body)) answered += 1;
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
    process.stdout.write(`${answered} of ${RUNS} operations made up were answered with data.\n`);
    expect(answered).toBeGreaterThan(RUNS / 5);
    expect((await ask('{ portal { job { id } } }')).body).toContain(worlds.job.jobId);
  },
  (1 + RUNS / 500) * MINUTES,
);

it('gives the same bytes of a photo that is shown and none of one that is not', async () => {
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

/** The answer for a photo, but for the second in which it was given. */
async function undated(path: string) {
  const answer = await worlds.ask({ method: 'GET', path: `/photos/${path}` });
  return JSON.parse(JSON.stringify(answer, (name, value) => (name === 'date' ? undefined : value)));
}

it('sends the same frames, and none when only something internal changed', async () => {
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
    text.replace(/01[0-9a-f]{6}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) =>
      worlds.names.has(id) ? id : '<id>',
    );
  expect(same(other)).toEqual(same(one));
  expect([left.count(), right.count()]).toEqual([1, 1]);
  expect(one).toContain('Live');
  for (const frame of [one, other]) expect(secretIn(frame, '', worlds.names)).toBeNull();
  coverage.add(query, JSON.stringify(JSON.parse(one).payload));
  for (const world of [a, b]) await settled(world);
  await left.close();
  await right.close();
});

it('mails the client the same words', async () => {
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
            .replaceAll(new URL(world.url).port, ''),
        )
        .sort(),
    );
  }
  expect(mails[1]).toEqual(mails[0]);
  for (const mail of mails.flat()) expect(secretIn(mail, '', worlds.names)).toBeNull();
});

it('writes nothing internal into the log of what a client asked', async () => {
  const owners = [await sessionOf(worlds.a, 'owner'), await sessionOf(worlds.b, 'owner')];
  expect(worlds.lines.length).toBeGreaterThan(RUNS);
  for (const line of worlds.lines) {
    expect(secretIn(line, '', new Set())).toBeNull();
    for (const token of [worlds.job.token, ...owners]) expect(line).not.toContain(token);
  }
});

it('reached every field that a client can see', () => {
  process.stdout.write(`${coverage.summary}.\n`);
  expect(coverage.missing).toEqual([]);
});

async function materialOf({ a, job }: TwoWorlds): Promise<Material> {
  const { rows } = await a.sql(`
    select id::text from notes union all select id::text from quotes union all select id::text from jobs
    union all select id::text from businesses union all select id::text from invoices
    union all select id::text from photos union all select id::text from messages
    union all select id::text from staff_members union all select id::text from share_prompts`);
  const cursor = Buffer.from(JSON.stringify(['a', job.jobId])).toString('base64url');
  const ids = [
    job.jobId,
    job.jobId,
    job.jobId,
    ...job.quoteIds,
    job.jobId.toUpperCase(),
    job.clientId,
  ];
  return {
    visible,
    whole: schema,
    ids: [
      ...ids,
      ...rows.map(({ id }) => String(id)),
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
