import { scheduledJob, shared } from '../harness/jobs.js';
import { follow, refusal } from '../harness/live.js';
import { openWorld, tokenIn, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const SEEN = '{ portal { job { title } } }';

it('staff rotate a link by sending a new one and revoking the old, which no longer works', async () => {
  const owner = await world.as('owner');
  const job = await scheduledJob(owner);
  const { token: old, client, portalLink } = await shared(world, owner, job, ['STATUS']);

  const { errors } = await owner(ops.ResendShareDocument, { jobId: job.jobId });
  expect(errors).toBeUndefined();
  const fresh = tokenIn((await world.mailsTo(job.email, 2)).find((mail) => tokenIn(mail) !== old));
  expect(fresh).toMatch(/^jgp_/);
  const newcomer = world.withToken(fresh);
  expect((await client(SEEN)).errors).toBeUndefined();

  await owner(ops.RevokePortalLinkDocument, { id: portalLink?.id as string });
  const unknown = await world.withToken(`jgp_${'x'.repeat(43)}`)(SEEN);
  expect(await client(SEEN)).toEqual(unknown);
  expect(await refusal(follow(world, old, ops.PortalChangedDocument))).toBe('NOT_FOUND');
  const seen = await newcomer<{ portal: { job: { title: string } } }, object>(SEEN);
  expect(seen.data.portal.job.title).toBe('Fix the tap');
});

it('staff rotate a session by signing in again and signing out of the old one', async () => {
  const signIn =
    'mutation { signIn(email: "supervisor@demo.jobglass.test", password: "demo-password") { token } }';
  const tokens = [];
  for (let time = 0; time < 2; time += 1) {
    const { data } = await world.asVisitor<{ signIn: { token: string } }, object>(signIn);
    tokens.push(data.signIn.token);
  }
  const [old, fresh] = tokens.map((token) => world.withToken(token));
  expect((await old?.('mutation { signOut }'))?.errors).toBeUndefined();
  const { errors } = (await old?.('{ jobs { nodes { id } } }')) ?? {};
  expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  expect((await fresh?.('{ jobs { nodes { id } } }'))?.errors).toBeUndefined();
});
