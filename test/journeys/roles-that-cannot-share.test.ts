import { inHours, promptOf } from '../harness/jobs.js';
import { type Ask, openWorld, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';

async function staffIdOf(ask: Ask): Promise<string> {
  const { data } = await ask<{ me: { staffId: string } }, object>('{ me { staffId } }');
  return data.me.staffId;
}

let world: World;
let supervisor: Ask;
beforeAll(async () => {
  world = await openWorld();
  supervisor = await world.as('supervisor');
});
afterAll(() => world.close());

describe.each(['tradie', 'apprentice'] as const)('a %s on an assigned job', (person) => {
  let ask: Ask;
  let jobId: string;
  let revision: number;

  beforeAll(async () => {
    ask = await world.as(person);
    const staffId = await staffIdOf(ask);
    const { data: made } = await supervisor(ops.CreateClientDocument, {
      input: { name: 'Kim', email: `${person}s-client@client.test` },
    });
    const { data } = await supervisor(ops.CreateJobDocument, {
      input: { title: 'Wire the shed', clientId: made.createClient.client.id },
    });
    jobId = data.createJob.job.id;
    const { data: visit } = await supervisor(ops.ScheduleVisitDocument, {
      input: { jobId, startsAt: inHours(24), endsAt: inHours(26), assigneeIds: [staffId] },
    });
    revision = visit.scheduleVisit.sharePrompt?.revision as number;
  });

  it('adds notes and ticks to-dos, and never sees the prompt that this raises', async () => {
    const { data: noted, errors } = await ask(ops.AddNoteDocument, {
      input: { jobId, body: 'Cable is in', internal: false },
    });
    expect(errors).toBeUndefined();
    expect(noted.addNote).toMatchObject({
      sharePrompt: null,
      sharePromptStatus: 'ROLE_CANNOT_SHARE',
    });
    const { data: added } = await supervisor(ops.AddTodoDocument, {
      input: { jobId, title: 'Test the circuit' },
    });
    const { data: ticked } = await ask(ops.UpdateTodoDocument, {
      input: { id: added.addTodo.todo.id, done: true },
    });
    expect(ticked.updateTodo).toMatchObject({
      todo: { done: true },
      sharePrompt: null,
      sharePromptStatus: 'ROLE_CANNOT_SHARE',
    });
    const { errors: renamed } = await ask(ops.UpdateTodoDocument, {
      input: { id: added.addTodo.todo.id, title: 'Test it all' },
    });
    expect(renamed?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('is refused every sharing operation', async () => {
    const refusals = await Promise.all([
      ask(ops.ShareWithClientDocument, { input: { jobId, revision, items: ['STATUS'] } }),
      ask(ops.DismissSharePromptDocument, { jobId, revision }),
      ask(ops.UpdateSharingDocument, { jobId, items: [] }),
      ask(ops.ResendShareDocument, { jobId }),
      ask(ops.SharePromptDocument, { jobId }),
      ask(ops.SharePromptsDocument, {}),
      ask(ops.RevokePortalLinkDocument, { id: jobId }),
    ]);
    for (const { errors } of refusals) expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('reads the job without sharing fields and costs', async () => {
    const { data, errors } = await ask(ops.JobForStaffDocument, { id: jobId });
    expect(errors).toBeUndefined();
    const hidden = [
      'sharePrompt',
      'publication',
      'publications',
      'portalLinks',
      'staffCostCents',
      'materialsCostCents',
      'marginCents',
    ] as const;
    for (const field of hidden) expect(data.job?.[field]).toBeNull();
    expect(data.job?.quotes === null).toBe(person === 'apprentice');
  });

  it('changes the status as far as the role allows', async () => {
    const { errors } = await ask(ops.SetJobStatusDocument, { jobId, status: 'IN_PROGRESS' });
    expect(errors?.[0]?.extensions.code).toBe(person === 'tradie' ? undefined : 'FORBIDDEN');
  });

  it('leaves the prompt to the supervisor', async () => {
    const prompt = await promptOf(supervisor, jobId);
    expect(prompt?.revision).toBe(revision + (person === 'tradie' ? 4 : 3));
    expect(prompt?.items.map(({ kind }) => kind)).toEqual(['STATUS', 'SCHEDULE', 'NOTE', 'TODO']);
    const { data } = await supervisor(ops.SharePromptsDocument, { first: 1 });
    expect(data.sharePrompts.nodes[0]?.job.id).toBe(jobId);
  });

  it('does not find a job assigned to somebody else', async () => {
    const { data } = await supervisor(ops.CreateJobDocument, {
      input: { title: 'Somewhere else' },
    });
    const other = data.createJob.job.id;
    const { errors } = await ask(ops.JobForStaffDocument, { id: other });
    expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    const { errors: refused } = await ask(ops.AddNoteDocument, {
      input: { jobId: other, body: 'Sneak in' },
    });
    expect(refused?.[0]?.extensions.code).toBe('NOT_FOUND');
    const { data: list } = await ask<{ jobs: { nodes: { id: string }[] } }, object>(
      '{ jobs(first: 100) { nodes { id } } }',
    );
    expect(list.jobs.nodes.map(({ id }) => id)).toContain(jobId);
    expect(list.jobs.nodes.map(({ id }) => id)).not.toContain(other);
  });
});
