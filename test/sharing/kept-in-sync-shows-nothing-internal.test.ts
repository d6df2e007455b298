import type { GraphQLObjectType } from 'graphql';
import { sharedContract } from '../../src/server/boot/contract.js';
import { audienceSchemas } from '../../src/visibility/schemas/audience-schemas.js';
import { openWorld, type World } from '../harness/world.js';
import { framesOf } from '../leaks/frames.js';
import { everythingOf } from '../leaks/operations.js';
import { hidden, must, type ShownJob, settled, shownJob } from '../leaks/shown-job.js';
import * as ops from '../operations.gen.js';

const { schema, policy } = sharedContract();
const { visible } = audienceSchemas(schema, policy).CLIENT;
const PORTAL = everythingOf(visible.getType('Portal') as GraphQLObjectType);

let world: World;
let job: ShownJob;
beforeAll(async () => {
  world = await openWorld({ messageMailSeconds: 1 });
  job = await shownJob(world);
}, 60_000);
afterAll(() => world.close());

/**
 * Everything that a client could notice of its job: every byte of its responses, and its publications. Only the access
 * in an address is left out, which is another one every five minutes.
 */
async function noticed() {
  await settled(world);
  const response = await fetch(`${world.url}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${job.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query: `{ portal ${PORTAL} }` }),
  });
  const { rows } = await world.sql(
    `select (select count(*)::int from publications where job_id = $1) as versions,
       (select count(*)::int from portal_links where job_id = $1) as links,
       (select count(*)::int from outgoing_emails where recipient = $2) as mails`,
    [job.jobId, job.email],
  );
  const headers = [...response.headers].filter(
    // What is left to a caller depends on what it has sent before.
    ([name]) => !['date', 'ratelimit'].includes(name),
  );
  const body = (await response.text()).replaceAll(/access=[\w-]+/g, 'access=');
  return { headers, body, rows };
}

/** Changes everything internal of a job. */
async function changeInside(): Promise<void> {
  const { jobId, hiddenPhotoId } = job;
  const owner = await world.as('owner');
  await must(owner, ops.UpdateJobDocument, {
    input: { id: jobId, internalNotes: 'Really slow to pay', assigneeIds: [] },
  });
  // Notes, to-dos and drafts that are not shared, a material with its cost, a photo that is not shared.
  await hidden(world, owner, jobId);
  await must(owner, ops.SetPhotoSharingDocument, { photoId: hiddenPhotoId, shared: false });
}

it('keeps shared items in sync, and reveals no internal change to the client', async () => {
  const owner = await world.as('owner');
  await must(owner, ops.SetKeepInSyncDocument, { jobId: job.jobId, enabled: true });
  const live = await framesOf(world, job.token, `subscription { portalChanged ${PORTAL} }`);
  const before = await noticed();
  expect(before.body).toContain(job.jobId);
  await changeInside();
  expect(await noticed()).toEqual(before);

  // The client gets an event of a visible change at once; an event of an earlier change would have come first.
  await must(owner, ops.SetJobStatusDocument, { jobId: job.jobId, status: 'IN_PROGRESS' });
  expect(await live.next()).toContain('IN_PROGRESS');
  expect(live.count()).toBe(1);
  expect((await noticed()).body).toContain('IN_PROGRESS');

  // Internal changes are not published together with synchronized items either.
  await changeInside();
  const after = await noticed();
  for (const inside of [
    'slow to pay',
    'Hidden remark',
    'Not sent',
    'Draft',
    'Cable',
    'Not for you',
  ])
    expect(after.body).not.toContain(inside);
  expect(live.count()).toBe(1);
  await live.close();
});
