import { promptOf, scheduledJob, shared } from '../harness/jobs.js';
import { codeOf, quotedJob } from '../harness/quotes.js';
import { type Ask, openWorld, type World } from '../harness/world.js';
import { openConversation } from '../messages/conversation.js';
import * as ops from '../operations.gen.js';

let world: World;
let owner: Ask;
beforeAll(async () => {
  world = await openWorld({ enquiriesPer10Minutes: 1000 });
  owner = await world.as('owner');
});
afterAll(() => world.close());

const HALF = '\ud83d';
const FAMILY = '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}';

const makeClient = (input: object) =>
  owner<
    { createClient: { client: { id: string; name: string; email: string; phone: string } } },
    object
  >(
    'mutation ($input: CreateClientInput!) { createClient(input: $input) { client { id name email phone } } }',
    { input },
  );

describe('a pasted address or number', () => {
  it.each([
    '\u200bann@client.example',
    'ann\u200b@client.example',
    '\u202aann@client.example\u202c',
    'ann\u00ad@client.example',
    '\ufeffAnn@client.example \u200f',
    'ann@client.example\n',
  ])('%j is stored without invisible characters', async (email) => {
    const { data } = await makeClient({ name: 'p', email });
    expect(data.createClient.client.email).toBe('ann@client.example');
  });

  it('keeps a phone number copied from Windows Contacts', async () => {
    const { data } = await makeClient({ name: 'p', phone: '\u202a0412 345 678\u202c' });
    expect(data.createClient.client.phone).toBe('+61412345678');
  });

  it('is accepted for signing in', async () => {
    const ask =
      'mutation ($email: String!) { signIn(email: $email, password: "demo-password") { staff { role } } }';
    const { data } = await world.asVisitor<{ signIn: { staff: { role: string } } }, object>(ask, {
      email: '\u200bSupervisor@demo.jobglass.test\u00a0',
    });
    expect(data.signIn.staff.role).toBe('SUPERVISOR');
    expect(codeOf(await world.asVisitor(ask, { email: 'a\0b@client.example' }))).toBe(
      'VALIDATION_FAILED',
    );
    expect(codeOf(await world.asVisitor(ask, { email: 'x'.repeat(3_900_000) }))).toBe(
      'BAD_REQUEST',
    );
  });
});

describe('a text of invisible characters', () => {
  it.each([
    '\u200b',
    ' \u200b\u2060 ',
    '\u3164',
    '\u2800',
    '\u200e',
    '\ufe0f',
    '\u0301',
    HALF,
    '\u{e0041}',
  ])('(%j) is no name, title or signature', async (nothing) => {
    const named = await makeClient({ name: nothing });
    const titled = await owner(ops.CreateJobDocument, { input: { title: nothing } });
    expect([named, titled].map((each) => each.errors?.[0]?.extensions)).toMatchObject([
      { code: 'VALIDATION_FAILED', field: 'input.name' },
      { code: 'VALIDATION_FAILED', field: 'input.title' },
    ]);
  });

  it('is no signature of a quote, no message and no reason', async () => {
    const { client, quoteId } = await quotedJob(world, owner);
    const signed = await client(ops.AcceptQuoteDocument, { quoteId, version: 1, name: '\u200b' });
    expect(signed.errors?.[0]?.extensions).toMatchObject({
      code: 'VALIDATION_FAILED',
      field: 'name',
    });
    const asked = { quoteId, version: 1, message: '\u2060\u200d' };
    expect(codeOf(await client(ops.RequestQuoteChangesDocument, asked))).toBe('VALIDATION_FAILED');
    const declined = { quoteId, version: 1, reason: '\u200b' };
    expect(codeOf(await client(ops.DeclineQuoteDocument, declined))).toBeUndefined();
    const { data } = await owner<{ quote: { answer: object } }, object>(
      'query ($id: ID!) { quote(id: $id) { answer { kind message } } }',
      { id: quoteId },
    );
    expect(data.quote.answer).toEqual({ kind: 'DECLINED', message: null });
  });
});

describe('lone surrogates and control characters', () => {
  it('are removed from the message of a share, and the email is sent', async () => {
    const job = await scheduledJob(owner);
    const revision = (await promptOf(owner, job.jobId))?.revision as number;
    const input = {
      jobId: job.jobId,
      revision,
      items: ['STATUS'],
      message: `See you soon ${HALF}\u0007!`,
    };
    expect(codeOf(await owner(ops.ShareWithClientDocument, { input }))).toBeUndefined();
    const [mail] = await world.mailsTo(job.email, 1);
    expect(mail?.text).toContain('See you soon !');
  });

  it('are removed from texts of clients and visitors', async () => {
    const { client, jobId } = await openConversation(world);
    const sent = await client<{ sendMessage: { message: { body: string } } }, object>(
      'mutation ($jobId: ID!, $body: String!) { sendMessage(jobId: $jobId, body: $body) { message { body } } }',
      { jobId, body: `\u202eHello${HALF}\r\nyou\u0000`.replace('\0', '') },
    );
    expect(sent.data.sendMessage.message.body).toBe('Hello\nyou');
    const input = { name: `Vi${HALF}\nvi`, email: 'vivi@visitor.test', message: `Hi ${HALF}there` };
    const asked = await world.asVisitor(
      'mutation ($input: SubmitEnquiryInput!) { submitEnquiry(businessSlug: "bright-spark", input: $input) { received } }',
      { input },
    );
    expect(asked.errors).toBeUndefined();
    const posted = await fetch(`${world.url}/enquire/bright-spark`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({
        name: 'Fo\u200brm',
        email: '\u202aform@visitor.test\u202c',
        message: 'By \u0007form',
      }),
    });
    expect(posted.status).toBe(303);
    const { data } = await owner<{ enquiries: { nodes: object[] } }, object>(
      '{ enquiries(first: 2) { nodes { name email message } } }',
    );
    expect(data.enquiries.nodes).toEqual([
      { name: 'Form', email: 'form@visitor.test', message: 'By form' },
      { name: 'Vi vi', email: 'vivi@visitor.test', message: 'Hi there' },
    ]);
  });

  it('are no name on the enquiry form', async () => {
    const posted = await fetch(`${world.url}/enquire/bright-spark`, {
      method: 'POST',
      body: new URLSearchParams({ name: '\u200b', email: 'a@visitor.test', message: 'x' }),
    });
    expect(posted.status).toBe(422);
    expect(await posted.text()).toContain('Write something of at most 200 characters.');
  });

  it('are removed from a search', async () => {
    const { jobId } = await scheduledJob(owner, 'Zirconium boiler');
    type Found = { jobs: { nodes: { id: string }[] } };
    const { data } = await owner<Found, object>(
      'query ($search: String!) { jobs(filter: { search: $search }) { nodes { id } } }',
      { search: `\u200bzirconium\u00ad boi${HALF}` },
    );
    expect(data.jobs.nodes).toEqual([{ id: jobId }]);
  });
});

describe('ordinary texts in all scripts', () => {
  it.each([
    ['Persian, with a joiner that parts a word', 'من می\u200cخواهم خانه را ببینم'],
    ['Hebrew, with a mark of direction', 'שלום (Bob)\u200f! בוא מחר'],
    ['Arabic', 'السلام عليكم، الباب مفتوح'],
    ['Hindi, with a joiner within a letter', 'क्\u200dष'],
    ['Thai', 'ก๊อกน้ำรั่ว'],
    ['a family', `The ${FAMILY} is at home`],
    ['a plumber with a skin tone', '\u{1f469}\u{1f3fd}\u200d\u{1f527} comes at 9'],
    [
      'flags',
      '\u{1f3f3}\ufe0f\u200d\u{1f308} \u{1f1e6}\u{1f1fa} \u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
    ],
    ['signs of a keyboard', '\u2764\ufe0f press 1\ufe0f\u20e3'],
    ['letters with combining marks', 'Ame\u0301lie, Nguye\u0302\u0303n'],
    ['a Japanese name in its own form', '\u845b\u{e0100}飾区'],
    ['lines and tabs', 'First:\n\n  - one\n\t- two\n'],
  ])('%s, is returned as it was written', async (_what, body) => {
    const { jobId } = await scheduledJob(owner);
    const { errors } = await owner(ops.AddNoteDocument, { input: { jobId, body } });
    expect(errors).toBeUndefined();
    const { data } = await owner<{ job: { notes: object[] } }, object>(
      'query ($id: ID!) { job(id: $id) { notes { body } } }',
      { id: jobId },
    );
    expect(data.job.notes).toEqual([{ body }]);
  });

  it('are truncated in a label between whole characters', async () => {
    const job = await scheduledJob(owner);
    await owner(ops.AddNoteDocument, { input: { jobId: job.jobId, body: FAMILY.repeat(100) } });
    const prompt = await promptOf(owner, job.jobId);
    const label = prompt?.items.find(({ kind }) => kind === 'NOTE')?.label;
    expect(label).toBe(`Note: ${FAMILY.repeat(59)}…`);
    const { mail } = await shared(world, owner, job, [
      prompt?.items.find(({ kind }) => kind === 'NOTE')?.key as string,
    ]);
    expect(mail?.text).toContain(`Note: ${FAMILY.repeat(59)}…`);
  });
});
