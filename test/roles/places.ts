import { inHours, promptOf, shared } from '../harness/jobs.js';
import type { Ask, World } from '../harness/world.js';
import * as ops from '../operations.gen.js';

/** A shared job with everything that an operation can name; its owner creates what is missing. */
export interface Place {
  world: World;
  boss: Ask;
  slug: string;
  businessId: string;
  clientId: string;
  jobId: string;
  /** A staff member of the business. */
  memberId: string;
  /** Token of its client. */
  token: string;
  /** Another business, for ids that do not belong to this one. */
  nextDoor?: Place;
}

let clients = 0;

/** Creates a job and shares it with a client of its own, who may write; these people are assigned to it. */
export async function placeOf(
  world: World,
  boss: Ask,
  slug: string,
  assigneeIds: string[],
): Promise<Place> {
  clients += 1;
  const email = `roles${clients}@client.test`;
  const { data: made } = await boss(ops.CreateClientDocument, {
    input: { name: `Client ${clients}`, email },
  });
  const clientId = made.createClient.client.id;
  const { data } = await boss(ops.CreateJobDocument, {
    input: { title: 'Fix the roof', clientId, internalNotes: 'Mind the dog', assigneeIds },
  });
  const jobId = data.createJob.job.id;
  await boss(ops.ScheduleVisitDocument, {
    input: { jobId, startsAt: inHours(24), endsAt: inHours(26), assigneeIds },
  });
  await boss(ops.SetClientMessagesDocument, { jobId, enabled: true });
  const { token } = await shared(world, boss, { jobId, email }, ['SCHEDULE', 'STATUS']);
  const { rows } = await world.sql('select business_id from jobs where id = $1', [jobId]);
  const businessId = String(rows[0]?.business_id);
  const members = await boss(ops.AssignableStaffDocument);
  const memberId = members.data.staffMembers.find(({ assignable }) => assignable)?.id as string;
  return { world, boss, slug, businessId, clientId, jobId, memberId, token };
}

/** Changes the job so that its prompt is ready; returns the revision to review. */
export async function revisionOf({ boss, jobId }: Place): Promise<number> {
  await boss(ops.AddTodoDocument, { input: { jobId, title: 'One more thing' } });
  return (await promptOf(boss, jobId))?.revision as number;
}
