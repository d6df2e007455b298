import { portalCode, portalToken } from '../../src/database/tokens.js';
import { expire, requestNewLink } from '../email/new-links.js';
import { scheduledJob, shared } from '../harness/jobs.js';
import { type Ask, openWorld, tokenIn, until, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';

let world: World;
let owner: Ask;
beforeAll(async () => {
  world = await openWorld({ messageMailSeconds: 1 });
  owner = await world.as('owner');
});
afterAll(() => world.close());

const SEEN = '{ portal { job { title } } }';
const TRUE = { data: { requestPortalLink: true } };

async function sharedJob() {
  const job = await scheduledJob(owner);
  const { token, portalLink } = await shared(world, owner, job, ['STATUS']);
  return { ...job, token, linkId: portalLink?.id as string };
}

/** Asks, and waits until the request was dealt with: the tasks are done one after the other. */
async function ask(token: string): Promise<unknown> {
  const answer = await requestNewLink(world, token);
  await until(async () => {
    const { rows } = await world.sql(
      "select from graphile_worker.jobs where task_identifier = 'send_new_portal_link'",
    );
    return rows.length === 0;
  });
  return { data: answer.data };
}

async function newLinks(address: string): Promise<number> {
  const { rows } = await world.sql(
    "select count(*)::int as count from outgoing_emails where kind = 'NEW_LINK' and recipient = $1",
    [address],
  );
  return Number(rows[0]?.count);
}

it('a client whose link has expired asks for a new one, and it opens the same page', async () => {
  const { token, linkId, email } = await sharedJob();
  await expire(world, linkId);
  expect(await ask(token)).toEqual(TRUE);
  const mail = await until(async () =>
    (await world.mails(email)).find(({ subject }) => /your new link to Fix the tap/.test(subject)),
  );
  const { data } = await world.withToken(tokenIn(mail))<
    { portal: { job: { title: string } } },
    object
  >(SEEN);
  expect(data.portal.job.title).toBe('Fix the tap');
  expect((await world.withToken(token)(SEEN)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
});

it('asking again brings no second mail that day, and another secret is no way around it', async () => {
  const { token, linkId, email } = await sharedJob();
  await expire(world, linkId);
  await ask(token);
  await ask(token);
  expect(await newLinks(email)).toBe(1);
  // As rotate-secret does: the counts begin again, the links that live are revoked, expired ones are not.
  await world.sql('delete from rate_limits');
  await world.sql(
    'update portal_links set revoked_at = now() where revoked_at is null and expires_at > now() and sent_to = $1',
    [email],
  );
  await ask(token);
  expect(await newLinks(email)).toBe(1);
});

it('on the next day the same old link brings another one', async () => {
  const { token, linkId, email } = await sharedJob();
  await expire(world, linkId);
  await ask(token);
  await world.sql(
    "update portal_links set created_at = created_at - interval '25 hours' where sent_to = $1",
    [email],
  );
  await ask(token);
  expect(await newLinks(email)).toBe(2);
});

type Shared = Awaited<ReturnType<typeof sharedJob>>;

it.each<[string, (job: Shared) => Promise<unknown>]>([
  ['works', async () => undefined],
  [
    'was revoked',
    async ({ linkId }) => {
      await owner(ops.RevokePortalLinkDocument, { id: linkId });
      await expire(world, linkId);
    },
  ],
  [
    'was revoked after it had expired',
    async ({ linkId }) => {
      await expire(world, linkId);
      await owner(ops.RevokePortalLinkDocument, { id: linkId });
    },
  ],
  [
    'was sent before another one that staff revoked',
    async ({ jobId, linkId, email }) => {
      await expire(world, linkId);
      const { data } = await owner(ops.ResendShareDocument, { jobId });
      await owner(ops.RevokePortalLinkDocument, { id: data.resendShare.portalLink?.id as string });
      await world.sql(
        "update portal_links set created_at = created_at - interval '3 days' where sent_to = $1",
        [email],
      );
    },
  ],
  [
    'was sent to another address',
    async ({ clientId, linkId }) => {
      await expire(world, linkId);
      await world.sql("update clients set email = 'moved@client.test' where id = $1", [clientId]);
    },
  ],
  [
    'is of a job that another client has now',
    async ({ jobId, linkId }) => {
      await expire(world, linkId);
      const other = await scheduledJob(owner);
      await world.sql('update jobs set client_id = $2 where id = $1', [jobId, other.clientId]);
    },
  ],
])('the answer is the same, and no mail goes out, for a link that %s', async (_, happened) => {
  const job = await sharedJob();
  await happened(job);
  expect(await ask(job.token)).toEqual(TRUE);
  expect(await newLinks(job.email)).toBe(0);
  expect(await newLinks('moved@client.test')).toBe(0);
});

it('the answer is the same while the portal is off, and for what is no link', async () => {
  const { token, linkId, email } = await sharedJob();
  await expire(world, linkId);
  await owner(ops.SwitchPortalDocument, { on: false });
  expect(await ask(token)).toEqual(TRUE);
  await owner(ops.SwitchPortalDocument, { on: true });
  expect(await newLinks(email)).toBe(0);
  expect(await ask(`jgp_${'x'.repeat(43)}`)).toEqual(TRUE);
  expect(await ask('no link')).toEqual(TRUE);
});

it('one network asks at most twenty times an hour', async () => {
  await world.sql('delete from rate_limits');
  const answers = [];
  for (let time = 0; time < 21; time += 1) answers.push(await requestNewLink(world, 'no link'));
  const codes = answers.map(({ errors }) => errors?.[0]?.extensions.code);
  expect(codes.filter(Boolean)).toEqual(['RATE_LIMITED']);
});

describe('the short code of a mail', () => {
  const OPEN = 'mutation ($code: String!) { openPortalLink(code: $code) }';
  const open = async (code: string) => {
    const { data, errors } = await world.asVisitor<{ openPortalLink: string }, object>(OPEN, {
      code,
    });
    return errors?.[0]?.extensions.code ?? data.openPortalLink;
  };
  const codeIn = (text: string | undefined) =>
    /type the code ([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}) at \S+\/portal$/m.exec(
      text ?? '',
    )?.[1] as string;

  it('opens the page of its link, however it is typed', async () => {
    const job = await scheduledJob(owner);
    const { token, mail } = await shared(world, owner, job, ['STATUS']);
    const code = codeIn(mail?.text);
    expect(mail?.html).toContain(code);
    const alike = code.replaceAll('0', 'o').replaceAll('1', 'l');
    for (const typed of [code, code.toLowerCase(), code.replaceAll('-', ''), ` ${alike} `])
      expect(await open(typed)).toBe(token);
  });

  it('is refused alike when it is wrong, revoked, expired, or the portal is off', async () => {
    const { secret } = world.running.services.config;
    const { linkId } = await sharedJob();
    const code = portalCode(secret, linkId);
    expect(await open(code)).toBe(portalToken(secret, linkId));
    await owner(ops.SwitchPortalDocument, { on: false });
    const answers = [await open(code)];
    await owner(ops.SwitchPortalDocument, { on: true });
    await expire(world, linkId);
    answers.push(await open(code));
    await owner(ops.RevokePortalLinkDocument, { id: linkId });
    answers.push(await open(code), await open('0000-0000-0000'), await open('what'));
    expect(answers).toEqual(Array(5).fill('NOT_FOUND'));
  });

  it('cannot be guessed: after twenty wrong ones not even the right one opens', async () => {
    await world.sql('delete from rate_limits');
    const { secret } = world.running.services.config;
    const { linkId } = await sharedJob();
    const right = portalCode(secret, linkId);
    let last = '';
    for (let wrong = 0; last !== 'RATE_LIMITED' && wrong < 30; wrong += 1)
      last = await open('0000-0000-0000');
    expect(last).toBe('RATE_LIMITED');
    expect(await open(right)).toBe('RATE_LIMITED');
  });

  it('is in no mail for a link from before there were codes', async () => {
    const { jobId, linkId, email } = await sharedJob();
    await world.sql('update portal_links set code_hash = null where id = $1', [linkId]);
    await world.sql('update jobs set client_messages_enabled = true where id = $1', [jobId]);
    const sent = await owner(ops.SendMessageDocument, { jobId, body: 'We are on our way.' });
    expect(sent.errors).toBeUndefined();
    const mail = await until(async () =>
      (await world.mails(email)).find(({ subject }) => /message/.test(subject)),
    );
    expect(codeIn(mail.text)).toBeUndefined();
  });
});
