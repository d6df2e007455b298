import { type Ask, openWorld, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';
import { colleague, emptyJob, nextMail } from './visit-people.js';

let world: World;
let owner: Ask;
beforeAll(async () => {
  world = await openWorld({ visitMailSeconds: 1 });
  owner = await world.as('owner');
});
afterAll(() => world.close());

const at = (hour: number) => new Date(Date.UTC(2031, 2, 3, hour)).toISOString();

async function plan(assigneeIds: string[], from: number, to: number) {
  const jobId = await emptyJob(owner);
  const { data, errors } = await owner(ops.ScheduleVisitOfDocument, {
    input: { jobId, startsAt: at(from), endsAt: at(to), assigneeIds },
  });
  expect(errors).toBeUndefined();
  const { visit, overlappingVisits } = data.scheduleVisit;
  return { jobId, visitId: visit.id, overlaps: overlappingVisits.map(namesOf) };
}

type Overlap = { visit: { id: string }; staffMember: { name: string } };
const namesOf = ({ visit, staffMember }: Overlap) => [visit.id, staffMember.name];

describe('double booking', () => {
  it('is a warning of every change that causes it, and of the form beforehand', async () => {
    const terry = await colleague(world);
    const sam = await colleague(world);
    const first = await plan([terry.id], 9, 11);
    expect(first.overlaps).toEqual([]);
    const second = await plan([terry.id, sam.id], 10, 12);
    expect(second.overlaps).toEqual([[first.visitId, terry.name]]);
    const after = await plan([sam.id], 12, 13);
    expect(after.overlaps).toEqual([]);

    const { data: moved } = await owner(ops.MoveVisitDocument, {
      id: after.visitId,
      startsAt: at(11),
      endsAt: at(13),
    });
    expect(moved.rescheduleVisit.overlappingVisits.map(namesOf)).toEqual([
      [second.visitId, sam.name],
    ]);
    const { data: assigned } = await owner(ops.AssignVisitDocument, {
      id: first.visitId,
      assigneeIds: [sam.id],
    });
    expect(assigned.assignVisit.visit.assignees).toEqual([{ name: sam.name }]);
    expect(assigned.assignVisit.overlappingVisits.map(namesOf)).toEqual([
      [second.visitId, sam.name],
    ]);

    const form = { startsAt: at(10), endsAt: at(12), assigneeIds: [terry.id, sam.id] };
    const { data } = await owner(ops.OverlappingVisitsDocument, {
      ...form,
      exceptVisitId: second.visitId,
    });
    expect(data.overlappingVisits.map(namesOf)).toEqual([
      [first.visitId, sam.name],
      [after.visitId, sam.name],
    ]);
    expect(data.overlappingVisits[0]?.job.id).toBe(first.jobId);
    await owner(ops.CancelVisitDocument, { id: after.visitId });
    const { data: less } = await owner(ops.OverlappingVisitsDocument, {
      ...form,
      exceptVisitId: second.visitId,
    });
    expect(less.overlappingVisits.map(namesOf)).toEqual([[first.visitId, sam.name]]);
  });

  it('says nothing of another business', async () => {
    const terry = await colleague(world);
    await plan([terry.id], 9, 11);
    const { data, errors } = await (await world.as('soletrader'))(ops.OverlappingVisitsDocument, {
      startsAt: at(9),
      endsAt: at(11),
      assigneeIds: [terry.id],
    });
    expect(errors).toBeUndefined();
    expect(data.overlappingVisits).toEqual([]);
  });
});

describe('removing somebody', () => {
  it('says which visits ahead are theirs, and gives them to somebody else, who is told', async () => {
    const [terry, sam] = [await colleague(world), await colleague(world)];
    const theirs = await plan([terry.id], 9, 11);
    const both = await plan([terry.id, sam.id], 13, 14);
    const cancelled = await plan([terry.id], 15, 16);
    await owner(ops.CancelVisitDocument, { id: cancelled.visitId });
    await nextMail(world, sam.email);
    const { data } = await owner(ops.StaffRemovalImpactDocument, { id: terry.id });
    expect(data.staffRemovalImpact.visitsAheadCount).toBe(2);
    expect(data.staffRemovalImpact.visitsAhead.map(namesOf)).toEqual([
      [theirs.visitId, terry.name],
      [both.visitId, terry.name],
    ]);
    for (const reassignTo of [terry.id, theirs.jobId]) {
      const { errors } = await owner(ops.RemoveAndReassignDocument, { id: terry.id, reassignTo });
      expect(errors?.[0]?.extensions).toMatchObject({
        code: 'VALIDATION_FAILED',
        field: 'reassignTo',
      });
    }
    const removal = { id: terry.id, reassignTo: sam.id };
    expect((await owner(ops.RemoveAndReassignDocument, removal)).errors).toBeUndefined();
    expect(await peopleOn(theirs.visitId)).toEqual([sam.name]);
    expect(await peopleOn(both.visitId)).toEqual([sam.name]);
    expect(await peopleOn(cancelled.visitId)).toEqual([terry.name]);
    const told = await nextMail(world, sam.email, 1);
    expect(told.text).toContain('New: ');
    expect(told.attachments).toHaveLength(1);
    const { errors } = await owner(ops.StaffRemovalImpactDocument, { id: terry.id });
    expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });

  it('leaves the visits ahead without them when nobody else is chosen', async () => {
    const terry = await colleague(world);
    const { visitId } = await plan([terry.id], 9, 11);
    await owner(ops.RemoveStaffMemberDocument, { id: terry.id });
    expect(await peopleOn(visitId)).toEqual([]);
  });

  async function peopleOn(visitId: string) {
    const { rows } = await world.sql(
      `select s.name from assignments a join staff_members s on s.id = a.staff_member_id where a.visit_id = $1`,
      [visitId],
    );
    return rows.map(({ name }) => name);
  }
});
