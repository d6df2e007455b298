import { scheduledJob, shared } from '../harness/jobs.js';
import { type Following, follow, following, refusal, sessionOf } from '../harness/live.js';
import { type Ask, openWorld, until, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';

let world: World;
let owner: Ask;
beforeAll(async () => {
  world = await openWorld();
  owner = await world.as('owner');
});
afterAll(() => world.close());

type Window = Following<{ attentionChanged: boolean }>;

/** An open window of a person, which has heard that it is connected. */
async function windowOf(person: string): Promise<Window & { token: string }> {
  const token = await sessionOf(world, person);
  const window: Window = await following(world, token, ops.AttentionChangedDocument);
  expect(await window.next()).toEqual({ data: { attentionChanged: true } });
  return { ...window, token };
}

/** A job with the page of its client, who may write. */
async function jobWithMessages() {
  const job = await scheduledJob(owner);
  const on = 'mutation ($id: ID!) { setClientMessages(jobId: $id, enabled: true) { job { id } } }';
  await owner(on, { id: job.jobId });
  const { client } = await shared(world, owner, job, ['STATUS', 'SCHEDULE']);
  const write = (body: string) => client(ops.SendMessageDocument, { jobId: job.jobId, body });
  return { jobId: job.jobId, write };
}

it('the office hears at once of a message, and when somebody has read it', async () => {
  const { jobId, write } = await jobWithMessages();
  const window = await windowOf('supervisor');
  await write('Are you coming?');
  await window.next();
  await owner('mutation ($id: ID!) { markMessagesRead(jobId: $id) { read } }', { id: jobId });
  expect(await window.next()).toEqual({ data: { attentionChanged: true } });
  await window.close();
});

it('the office hears nothing of changes after which the same things wait', async () => {
  const { jobId, write } = await jobWithMessages();
  const window = await windowOf('supervisor');
  await owner(ops.UpdateJobDocument, { input: { id: jobId, internalNotes: 'Ring first' } });
  await owner(ops.CreateQuoteDocument, {
    input: { jobId, title: 'Draft', lines: [{ description: 'Tap', unitPriceCents: 100 }] },
  });
  await write('Hello?');
  await window.next();
  expect(window.answers).toHaveLength(2);
  await window.close();
});

it('many changes at once are gathered: a window hears of them once a second', async () => {
  const { write } = await jobWithMessages();
  const window = await windowOf('supervisor');
  const heardAt: number[] = [];
  await write('1');
  await window.next();
  heardAt.push(performance.now());
  for (const body of ['2', '3', '4', '5', '6']) await write(body);
  await window.next();
  heardAt.push(performance.now());
  expect((heardAt[1] ?? 0) - (heardAt[0] ?? 0)).toBeGreaterThan(700);
  expect(window.answers.length).toBeLessThan(6);
  await window.close();
});

it('finance hears nothing of enquiries and of prompts, which it may not see', async () => {
  const { jobId, write } = await jobWithMessages();
  const [office, finance] = [await windowOf('admin'), await windowOf('finance')];
  await owner(ops.AddNoteDocument, { input: { jobId, body: 'Done', internal: false } });
  await office.next();
  await write('Thank you');
  await finance.next();
  expect(finance.answers).toHaveLength(2);
  await Promise.all([office.close(), finance.close()]);
});

it('those on the tools are refused; who signs out hears nothing more', async () => {
  for (const person of ['tradie', 'apprentice']) {
    const token = await sessionOf(world, person);
    const refused = follow(world, token, ops.AttentionChangedDocument);
    expect(await refusal(refused)).toBe('FORBIDDEN');
    await refused.close();
  }
  const window = await windowOf('supervisor');
  await world.withToken(window.token)('mutation { signOut }');
  await until(() => window.hasEnded());
  expect(await refusal(window)).toBeUndefined();
  expect(window.answers).toHaveLength(1);
  await window.close();
});
