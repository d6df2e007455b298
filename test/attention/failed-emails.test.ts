import { scheduledJob } from '../harness/jobs.js';
import { following, sessionOf } from '../harness/live.js';
import { openResend } from '../harness/resend-loopback.js';
import { type Ask, openWorld, until, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';

let resend: Awaited<ReturnType<typeof openResend>>;
let world: World;
let owner: Ask;
beforeAll(async () => {
  resend = await openResend();
  resend.refuseWhen(({ body }) =>
    body.to.includes('wrong') ? { status: 422, name: 'validation_error' } : null,
  );
  world = await openWorld({
    resend: { apiKey: 're_test', baseUrl: resend.baseUrl, from: 'jobs@bright-spark.test' },
  });
  owner = await world.as('owner');
});
afterAll(async () => {
  await world.close();
  await resend.close();
});

interface Item {
  kind: string;
  failedEmail: { id: string; to: string; failure: string; job: { id: string } } | null;
}

/** The failed mails that wait for a person. */
async function failedFor(person: Ask): Promise<Item[]> {
  const { data, errors } = await person<{ attention: Item[] }, object>(
    '{ attention { kind failedEmail { id to failure job { id } } } }',
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data.attention.filter(({ kind }) => kind === 'EMAIL_FAILED');
}

/** Shares a job with a client whose address the mail service refuses. */
async function refusedShare(address: string) {
  const { jobId, revision, clientId, email } = await scheduledJob(owner);
  await world.sql('update clients set email = $1 where email = $2', [address, email]);
  await owner(ops.ShareWithClientDocument, { input: { jobId, revision, items: ['STATUS'] } });
  return { jobId, clientId };
}

it('a mail that failed waits, is announced, and leaves the list when it is taken off', async () => {
  const token = await sessionOf(world, 'supervisor');
  const window = await following(world, token, ops.AttentionChangedDocument);
  await window.next();
  const { jobId } = await refusedShare('wrong1@client.test');
  const supervisor = world.withToken(token);
  const waiting = () => failedFor(supervisor);
  // The prompt that the share has answered is announced, too.
  const heard = await until(async () => {
    await window.next();
    const items = await waiting();
    return items.length > 0 && items;
  });
  const [item] = heard || [];
  expect(item?.failedEmail).toMatchObject({ to: 'wrong1@client.test', job: { id: jobId } });
  expect(item?.failedEmail?.failure).toMatch(/Check the address/);
  await owner(ops.DismissFailedEmailDocument, { id: item?.failedEmail?.id ?? '' });
  await window.next();
  expect(await waiting()).toEqual([]);
  await window.close();
});

it('it leaves the list when it was sent again to the right address', async () => {
  const { clientId } = await refusedShare('wrong2@client.test');
  const [item] = await until(async () => {
    const items = await failedFor(owner);
    return items.length > 0 && items;
  });
  await owner(ops.UpdateClientDocument, { input: { id: clientId, email: 'right2@client.test' } });
  await owner(ops.ResendEmailDocument, { id: item?.failedEmail?.id ?? '' });
  expect(await failedFor(owner)).toEqual([]);
});

it('finance sees no failed mails among what waits', async () => {
  await refusedShare('wrong3@client.test');
  await until(async () => (await failedFor(owner))[0]);
  expect(await failedFor(await world.as('finance'))).toEqual([]);
});
