import { promptOf, scheduledJob } from '../harness/jobs.js';
import { type Ask, openWorld, type World } from '../harness/world.js';

let world: World;
let owner: Ask;
beforeAll(async () => {
  world = await openWorld();
  owner = await world.as('owner');
});
afterAll(() => world.close());

const note = (jobId: string, body: string) =>
  `addNote(input: { jobId: "${jobId}", body: "${body}", internal: true }) { note { id } }`;
const BEFORE = /The mutations before it in the request were made\.$/;

async function notesOf(jobId: string): Promise<string[]> {
  const { rows } = await world.sql('select body from notes where job_id = $1 order by id', [jobId]);
  return rows.map(({ body }) => String(body));
}

it('somebody whose second change is refused learns that the first was committed', async () => {
  const { jobId } = await scheduledJob(owner);
  const query = `mutation { a: ${note(jobId, 'One')} b: ${note(jobId, 'Two')} c: ${note(jobId, '')} d: ${note(jobId, 'Four')} }`;
  const { data, errors } = await owner(query);
  expect(data).toBeNull();
  expect(errors).toHaveLength(1);
  expect(errors?.[0]?.path).toEqual(['c']);
  expect(errors?.[0]?.message).toMatch(BEFORE);
  expect(errors?.[0]?.extensions).toEqual({
    code: 'VALIDATION_FAILED',
    field: 'input.body',
    faults: [{ field: 'input.body', reason: expect.any(String) }],
    earlierCommitted: ['a', 'b'],
  });
  expect(await notesOf(jobId)).toEqual(['One', 'Two']);
});

it('somebody whose first change is refused gets no note about others', async () => {
  const { jobId } = await scheduledJob(owner);
  const { errors } = await owner(`mutation { a: ${note(jobId, '')} b: ${note(jobId, 'Two')} }`);
  expect(errors?.[0]?.extensions).toMatchObject({
    code: 'VALIDATION_FAILED',
    field: 'input.body',
  });
  expect(errors?.[0]?.message).not.toMatch(BEFORE);
  expect(await notesOf(jobId)).toEqual([]);
});

it('somebody whose second share is refused does not read that nothing was sent', async () => {
  const [one, other] = [await scheduledJob(owner), await scheduledJob(owner)];
  const share = (jobId: string, revision: number | undefined, item: string) =>
    `shareWithClient(input: { jobId: "${jobId}", revision: ${revision}, items: ["${item}"] }) { publication { version } }`;
  const revisions = [
    (await promptOf(owner, one.jobId))?.revision,
    (await promptOf(owner, other.jobId))?.revision,
  ];
  const { errors } = await owner(
    `mutation { a: ${share(one.jobId, revisions[0], 'STATUS')} b: ${share(other.jobId, revisions[1], 'NONSENSE')} }`,
  );
  expect(errors?.[0]?.message).toMatch(BEFORE);
  expect(errors?.[0]?.message).not.toMatch(/nothing was/i);
  expect(errors?.[0]?.extensions).toMatchObject({
    code: 'ITEM_NOT_SHAREABLE',
    earlierCommitted: ['a'],
  });
  await world.mailsTo(one.email, 1);
  expect(await world.mails(other.email)).toEqual([]);
});
