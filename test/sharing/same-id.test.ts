import { recordIdOf } from '../../src/visibility/copies.js';
import { withPlainIds } from '../harness/copies.js';
import { INSTALL_HOOK_MS, installFrontEnds } from '../harness/front-ends.js';
import { promptOf } from '../harness/jobs.js';
import { isLongForm, sampleOf } from '../harness/long-form.js';
import { openStripe, type StripeLoopback } from '../harness/stripe-loopback.js';
import { type Ask, openWorld, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';
import { placeOf } from '../roles/places.js';
import {
  answersOfMutations,
  answersOfQueries,
  answersOfSubscriptions,
  type CopyAnswer,
  placesIn,
} from './copies/answers.js';
import { type CopiedJob, copiedJob } from './copies/copied-job.js';
import { mixedUpInCaches } from './copies/in-caches.js';
import { mixedUp, objectsIn } from './copies/one-thing-per-id.js';
import { COPIED, OPERATIONS, PLACES } from './copies/places.js';

/** A review leaves nothing to review, and a new job has no visit: their own payloads have no prompt. */
const WITHOUT_PROMPT = [
  'CreateJobPayload.sharePrompt',
  'ShareWithClientPayload.sharePrompt',
  'DismissSharePromptPayload.sharePrompt',
];
/** In the short form every nth mutation; all places that are no payload of a mutation are always read. */
const EVERY = 20;
/** Published never; a client reads messages live. */
const IN_NO_COPY = 'Message';
/** The same in the record and in every copy of it. */
const NEVER_CHANGED = ['InvoiceLine', 'ReversedPayment'];
const COPY = /^[0-9a-f-]{36}@(\d+|\d+-page|[0-9a-f]{16})$/;

/** Some hundred requests in the long form. */
const SETUP_MS = 120_000;

let stripe: StripeLoopback;
let world: World;
let owner: Ask;
let job: CopiedJob;
let answers: CopyAnswer[];
beforeAll(async () => {
  stripe = await openStripe();
  stripe.hold();
  world = await openWorld({ stripe: stripe.config(true) });
  owner = await world.as('owner');
  job = await copiedJob(world, owner);
  const mutations = OPERATIONS.filter((each) => each.startsWith('Mutation.'));
  const place = await placeOf(world, owner, 'bright-spark', []);
  answers = [
    ...(await answersOfQueries(owner, job)),
    ...(await answersOfMutations(place, sampleOf(mutations, EVERY))),
    ...(await answersOfSubscriptions(world, owner, job)),
  ];
}, SETUP_MS);
afterAll(async () => {
  await world?.close();
  await stripe?.close();
});

it('every place where a copy can appear is read', () => {
  const read = new Set(answers.flatMap(placesIn));
  const isRead = (place: string) =>
    read.has(place) ||
    WITHOUT_PROMPT.includes(place) ||
    (!isLongForm() && place.split('.')[0]?.endsWith('Payload'));
  expect(PLACES.filter((place) => !isRead(place))).toEqual([]);
});

it('no two things in one answer have the same type and ID', () => {
  for (const { operation, data } of answers)
    expect({ operation, mixedUp: mixedUp(data) }).toEqual({ operation, mixedUp: [] });
});

it('would mix up records of every kind if copies had the IDs of their records', () => {
  const kinds = [...COPIED].map(({ name }) => name).filter((name) => name !== IN_NO_COPY);
  const objects = answers.flatMap(({ data }) => objectsIn(data));
  const copied = new Set(objects.filter(({ id }) => COPY.test(id)).map((each) => each.__typename));
  expect([...copied].sort()).toEqual(kinds.sort());
  const faults = answers.flatMap(({ data }) => mixedUp(withPlainIds(data)));
  const mixed = new Set(faults.map((fault) => fault.split(':')[0]));
  expect(kinds.filter((kind) => !mixed.has(kind) && !NEVER_CHANGED.includes(kind))).toEqual([]);
});

it('the client itself reads plain IDs, which are those of the copies without their ending', async () => {
  const { data } = await world.withToken(job.token)(ops.ClientPortalDocument);
  const read = objectsIn({ ...data.portal?.job, __typename: 'Job' }).map(({ id }) => id);
  expect(read.filter((id) => id.includes('@'))).toEqual([]);
  expect(read).toContain(job.noteId);

  const { data: published } = answers[0] as CopyAnswer;
  const { publication } = published.job as { publication: { version: number; job: object } };
  const copied = objectsIn(publication.job);
  expect(new Set(copied.map(({ id }) => id.split('@')[1]))).toEqual(
    new Set([String(publication.version)]),
  );
  expect(copied.map(({ id }) => recordIdOf(id))).toEqual(expect.arrayContaining(read));
  for (const { id } of copied) expect(id).toMatch(COPY);
});

it('addresses of photos and documents in a copy are those of the record', async () => {
  const { data } = answers[0] as CopyAnswer;
  const { photos, publication } = data.job as never as {
    photos: { displayUrl: string | null }[];
    publication: { job: { quotes: { documentUrl: string }[]; photos: { displayUrl: string }[] } };
  };
  expect(publication.job.photos[0]?.displayUrl).toBe(photos[0]?.displayUrl);
  expect(publication.job.quotes[0]?.documentUrl).toMatch(
    new RegExp(`^/documents/[a-z-]+-${job.quoteId}-\\d\\.pdf$`),
  );
});

it('the ID of a copy names nothing', async () => {
  const copyOf = (id: string) => `${id}@1`;
  const read = await owner('query ($id: ID!) { job(id: $id) { title } }', {
    id: copyOf(job.jobId),
  });
  const written = await owner(ops.AddNoteDocument, {
    input: { jobId: copyOf(job.jobId), body: 'Gate' },
  });
  const revised = await owner(ops.UpdateNoteDocument, { id: copyOf(job.noteId), body: 'Gate' });
  const revision = (await promptOf(owner, job.jobId))?.revision as number;
  const shared = await owner(ops.ShareWithClientDocument, {
    input: { jobId: job.jobId, revision, items: [`NOTE:${copyOf(job.noteId)}`] },
  });
  expect(
    [read, written, revised, shared].map(({ errors }) => errors?.[0]?.extensions.code),
  ).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND', 'ITEM_NOT_SHAREABLE']);
});

it('a selection has one ID for its preview, in whichever order its items are named', async () => {
  const preview = async (items: string[]) => {
    const { data } = await owner(ops.PreviewDocument, { jobId: job.jobId, items });
    return data.sharePrompt?.preview.id;
  };
  const one = await preview(['SCHEDULE', 'STATUS']);
  expect(one).toMatch(COPY);
  expect(await preview(['STATUS', 'SCHEDULE', 'STATUS'])).toBe(one);
  expect(await preview(['STATUS'])).not.toBe(one);
});

it('a copy made before a list existed shows nothing in it, not the records of today', async () => {
  await world.sql(
    "update publications set view = (view::jsonb - 'notes' - 'cancelledVisits' - 'marginCents')::json where job_id = $1",
    [job.jobId],
  );
  const { data, errors } = await owner<{ job: { publication: { job: object } } }, object>(
    'query ($id: ID!) { job(id: $id) { publication { job { notes { id } cancelledVisits { id } marginCents todos { id } } } } }',
    { id: job.jobId },
  );
  expect(errors).toBeUndefined();
  expect(data.job.publication.job).toMatchObject({
    notes: [],
    cancelledVisits: [],
    marginCents: null,
    todos: [{}],
  });
});

if (isLongForm())
  describe('with the packages of front ends', () => {
    beforeAll(installFrontEnds, INSTALL_HOOK_MS);

    const inCaches = async () => {
      expect(await mixedUpInCaches(answers)).toEqual({ apollo: [], relay: [], graphcache: [] });
      const queries = answers.filter(({ operation }) => operation.startsWith('Query.'));
      const withoutEndings = await mixedUpInCaches(withPlainIds(queries));
      for (const found of Object.values(withoutEndings)) expect(found).not.toEqual([]);
    };
    it('Apollo Client, Relay and Graphcache read back what they were given', inCaches, SETUP_MS);
  });
