import { itInLongForm } from '../harness/long-form.js';
import { quotedJob } from '../harness/quotes.js';
import { type Ask, enterWorld, openWorld, tokenIn, until, type World } from '../harness/world.js';
import {
  openConversation,
  scheduledJob,
  send,
  share,
  switchMessages,
} from '../messages/conversation.js';
import * as ops from '../operations.gen.js';

const MESSAGES_PER_HOUR = 6;
let world: World;
let owner: Ask;
beforeAll(async () => {
  world = await openWorld({ messageMailSeconds: 1, clientMessagesPerHour: MESSAGES_PER_HOUR });
  owner = await world.as('owner');
});
afterAll(() => world.close());

/** Returns the refusal code of each of many writes; undefined for those that succeeded. */
async function codesOf(count: number, write: (at: number) => ReturnType<Ask>) {
  const codes: (string | undefined)[] = [];
  for (let at = 0; at < count; at += 1) {
    const { errors } = await write(at);
    codes.push(errors?.[0]?.extensions.code);
  }
  return codes;
}

const taken = (codes: (string | undefined)[]) => codes.filter((code) => code === undefined).length;

describe('a client who keeps writing', () => {
  it('learns when to try again, and nothing of a refused message is stored', async () => {
    const { jobId, client } = await openConversation(world);
    const codes = await codesOf(20, (at) =>
      client(ops.SendMessageDocument, { jobId, body: `Hello ${at}` }),
    );
    expect(taken(codes)).toBe(MESSAGES_PER_HOUR);
    const { errors } = await client(ops.SendMessageDocument, { jobId, body: 'Hello?' });
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'RATE_LIMITED',
      retryAfterSeconds: expect.any(Number),
    });
    expect(errors?.[0]?.message).toMatch(
      /^You have sent many messages; try again in \d+ minutes\.$/,
    );
    const { data } = await owner(ops.MessagesOfJobDocument, { id: jobId });
    expect(data.job?.messages).toHaveLength(MESSAGES_PER_HOUR);
    await send(owner, jobId, 'The business can still write.');
  });

  it('is counted by operations, not by requests', async () => {
    const { jobId, email } = await openConversation(world);
    const token = tokenIn((await world.mails(email))[0]);
    const variables = { jobId, body: 'Hello' };
    const response = await fetch(`${world.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(Array(10).fill({ query: String(ops.SendMessageDocument), variables })),
    });
    const answers = (await response.json()) as Awaited<ReturnType<Ask>>[];
    expect(taken(answers.map(({ errors }) => errors?.[0]?.extensions.code))).toBe(
      MESSAGES_PER_HOUR,
    );
  });

  itInLongForm(
    'is counted over all links, jobs and servers, without affecting others',
    async () => {
      const first = await openConversation(world);
      const other = await openConversation(world);
      const secondJob = await scheduledJob(owner, first.clientId);
      await switchMessages(world, secondJob, true);
      await share(owner, secondJob);
      const mails = await world.mailsTo(first.email, 2);
      const tokens = mails.map(
        ({ links }) => links.find((each) => each.includes('#'))?.split('#')[1],
      );
      const server = await enterWorld(world.databaseUrl, {
        clientMessagesPerHour: MESSAGES_PER_HOUR,
      });
      try {
        const clients = [world, server].flatMap(({ withToken }) =>
          tokens.map((token) => withToken(token as string)),
        );
        const jobs = await Promise.all(
          clients.map(async (ask) => (await ask(ops.ClientPortalDocument)).data.portal?.job?.id),
        );
        const codes = await codesOf(12, (at) =>
          (clients[at % clients.length] as Ask)(ops.SendMessageDocument, {
            jobId: jobs[at % clients.length] as string,
            body: 'Hello',
          }),
        );
        expect(taken(codes)).toBe(MESSAGES_PER_HOUR);
      } finally {
        await server.running.stop();
      }
      await send(other.client, other.jobId, 'I wrote nothing yet.');
    },
  );

  it('is limited in bytes as well', async () => {
    const { jobId, client } = await openConversation(world);
    const body = '\u{1f3e0}'.repeat(2_500);
    const codes = await codesOf(MESSAGES_PER_HOUR, () =>
      client(ops.SendMessageDocument, { jobId, body }),
    );
    expect(codes).toEqual([undefined, undefined, undefined, ...Array(3).fill('RATE_LIMITED')]);
  });

  itInLongForm('cannot mark as read, view or answer without limit either', async () => {
    const { jobId, client } = await openConversation(world);
    const codes = await codesOf(110, () => client(ops.MarkMessagesReadDocument, { jobId }));
    expect(taken(codes)).toBe(90 + MESSAGES_PER_HOUR);
    expect(codes.at(-1)).toBe('RATE_LIMITED');
  });

  it('is recorded as one view within a minute', async () => {
    const { client, linkId } = await openConversation(world);
    const versionOf = async () =>
      (await world.sql('select xmin::text as version from portal_links where id = $1', [linkId]))
        .rows[0]?.version;
    const record = () => client('mutation { recordPortalView }');
    await record();
    const version = await versionOf();
    await record();
    expect(await versionOf()).toBe(version);
    world.clock.advance(61_000);
    await record();
    expect(await versionOf()).not.toBe(version);
  });
});

describe('a client who keeps requesting changes', () => {
  const mailsAbout = (address: string, text: string) =>
    until(async () => {
      const found = (await world.mails(address)).filter((mail) => mail.text.includes(text));
      return found.length > 0 && found;
    });

  it('is limited, and each staff member gets one email', async () => {
    const { client, quoteId } = await quotedJob(world, owner);
    const codes = await codesOf(40, (at) =>
      client(ops.RequestQuoteChangesDocument, { quoteId, version: 1, message: `Wish ${at} of 40` }),
    );
    expect(taken(codes)).toBe(MESSAGES_PER_HOUR / 3);
    for (const person of ['owner', 'admin', 'finance']) {
      const mails = await mailsAbout(`${person}@demo.jobglass.test`, 'Wish 0 of 40');
      expect(mails).toHaveLength(1);
      expect(mails[0]?.text).toContain('Wish 1 of 40');
    }
    const { rows } = await world.sql(
      "select status from outgoing_emails where kind = 'QUOTE_ANSWER' and data->>'quoteId' = $1",
      [quoteId],
    );
    expect(rows).toHaveLength(3);
  });

  it('and then accepts: staff get one email, with the earlier request', async () => {
    const slow = await openWorld({ messageMailSeconds: 600 });
    try {
      const boss = await slow.as('owner');
      const { client, quoteId } = await quotedJob(slow, boss);
      await client(ops.RequestQuoteChangesDocument, {
        quoteId,
        version: 1,
        message: 'Chrome taps',
      });
      await client(ops.AcceptQuoteDocument, { quoteId, version: 1, name: 'Kim Client' });
      await until(async () => (await slow.mails('owner@demo.jobglass.test')).length > 0);
      const mails = await slow.mails('owner@demo.jobglass.test');
      expect(mails.map(({ subject }) => subject)).toEqual([
        expect.stringContaining('accepted quote'),
      ]);
      expect(mails[0]?.text).toContain('Chrome taps');
      const { rows } = await slow.sql(
        "select status, recipient from outgoing_emails where kind = 'QUOTE_ANSWER' and recipient like 'owner%' order by id",
      );
      expect(rows.map(({ status }) => status)).toEqual(['CANCELLED', 'SENT']);
    } finally {
      await slow.close();
    }
  });
});
