import type { OperationPlan } from '../../src/server/executor/plan.js';
import { OperationPlans } from '../../src/server/executor/plans.js';
import { type Ask, enterWorld, openWorld, type World } from '../harness/world.js';
import { type ShownJob, shownJob } from '../leaks/shown-job.js';

// Status of quotes and invoices, progress and messages have two definitions: SQL for live rows, and a form over
// published values. Here both answer for the same job, and a resolver answers as a third.

let world: World;
let plain: World;
let shown: ShownJob;
let owner: Ask;
let client: Ask;
beforeAll(async () => {
  world = await openWorld({ messageMailSeconds: 1 });
  shown = await shownJob(world);
  owner = await world.as('owner');
  client = world.withToken(shown.token);
  plain = await enterWorld(world.databaseUrl, {}, undefined, { isPlanned: false });
}, 60_000);
afterAll(async () => {
  await plain.close();
  await world.close();
});

const FIELDS = `id status progress { done total } todos { id done } messages { id from body }
  cancelledVisits { id startsAt } quotes { id status } invoices { id status }`;
const OF_STAFF = `query ($id: ID!) { job(id: $id) { ${FIELDS} clientMessagesEnabled } }`;
const OF_CLIENT = `{ portal { messagesEnabled messages { id from body } job { ${FIELDS} } } }`;

interface Item {
  id: string;
  status: string;
}
interface JobAnswer {
  progress: unknown;
  todos: { done: boolean }[];
  messages: unknown[];
  quotes: Item[];
  invoices: Item[];
  clientMessagesEnabled?: boolean;
}
interface PortalAnswer {
  messagesEnabled: boolean;
  messages: unknown[];
  job: JobAnswer;
}

/** The answer, and the kind of the plan that gave it. */
async function planned<A>(ask: Ask, query: string, variables?: object): Promise<[string, A]> {
  const planFor = jest.spyOn(OperationPlans.prototype, 'planFor');
  const find = jest.spyOn(OperationPlans.prototype, 'find');
  const { data, errors } = await ask<A, object>(query, variables);
  const plans = [...planFor.mock.results, ...find.mock.results].map(({ value }) => value);
  planFor.mockRestore();
  find.mockRestore();
  expect(errors).toBeUndefined();
  return [(plans.find(Boolean) as OperationPlan).kind, data];
}

const asStaff = async () => {
  const [kind, { job }] = await planned<{ job: JobAnswer }>(owner, OF_STAFF, { id: shown.jobId });
  expect(kind).toBe('JSON');
  return job;
};
const asClient = async () => {
  const [kind, { portal }] = await planned<{ portal: PortalAnswer }>(client, OF_CLIENT);
  expect(kind).toBe('PUBLISHED');
  const alone = await plain.withToken(shown.token)<{ portal: PortalAnswer }, object>(OF_CLIENT);
  expect(portal).toEqual(alone.data.portal);
  return portal;
};

it('say the same of quotes, invoices, progress and messages', async () => {
  const live = await asStaff();
  const { job, messages, messagesEnabled } = await asClient();
  for (const each of [job, live]) expect(each.progress).toEqual(counted(each));
  expect(live.todos.length).toBeGreaterThan(job.todos.length);
  expect(messages).toEqual(live.messages);
  expect(messagesEnabled).toBe(live.clientMessagesEnabled);
  expect(job.quotes.length).toBeGreaterThan(2);
  expect(job.invoices.length).toBeGreaterThan(0);
  for (const field of ['quotes', 'invoices'] as const)
    for (const item of job[field])
      expect(live[field]).toContainEqual(expect.objectContaining(pick(item)));
});

/** Progress as each side's own to-dos have it: of those a client sees, and of all. */
const counted = ({ todos }: JobAnswer) => ({
  done: todos.filter(({ done }) => done).length,
  total: todos.length,
});

const pick = ({ id, status }: Item) => ({ id, status });

it('say the same of an invoice whose day is over, though nothing was published since', async () => {
  const day = '2020-01-01';
  await world.sql(`update invoices set due_on = '${day}' where status in ('SENT', 'PARTLY_PAID')`);
  await world.sql(`update publications set view = (select jsonb_set(p.view::jsonb, '{invoices}',
    (select coalesce(jsonb_agg(i || '{"dueOn": "${day}"}'), '[]') from jsonb_array_elements(p.view::jsonb -> 'invoices') i))::json
    from publications p where p.id = publications.id) where job_id = '${shown.jobId}'`);
  const statuses = ({ invoices }: JobAnswer) =>
    new Map(invoices.map((each) => [each.id, each.status]));
  const live = statuses(await asStaff());
  const published = statuses((await asClient()).job);
  expect([...published.values()]).toContain('OVERDUE');
  for (const [id, status] of published) expect(live.get(id)).toBe(status);
});

it('say that messages are off, and that there is no thread', async () => {
  await world.sql(`update jobs set client_messages_enabled = false where id = '${shown.jobId}'`);
  expect((await asStaff()).clientMessagesEnabled).toBe(false);
  const { messagesEnabled, messages, job } = await asClient();
  expect({ messagesEnabled, messages, ofJob: job.messages }).toEqual({
    messagesEnabled: false,
    messages: null,
    ofJob: null,
  });
});
