import { Ctx, ID, Int, ObjectType, Resolver } from 'type-graphql';
import type { Lookup } from '../../../database/reader/reader.js';
import { rolesWith } from '../../../visibility/capabilities.js';
import { ArgFor } from '../../../visibility/declare/arguments.js';
import { FieldFor } from '../../../visibility/declare/fields.js';
import { QueryFor } from '../../../visibility/declare/operations.js';
import { notFound } from '../../../visibility/refusals.js';
import type { StaffContext } from '../../common/context.js';
import { StaffMember } from '../../staff/staff-member.entity.js';
import { AssignedVisit } from '../assigned-visit.js';
import { type AssignedIds, assignedVisits } from '../overlapping-visits.js';
import { isAheadSql } from './hand-over-visits.js';

const managers = rolesWith('MANAGE_STAFF');
const MAX_LISTED = 50;

@ObjectType({ description: 'What somebody would leave behind if they were removed now.' })
class StaffRemovalImpact {
  @FieldFor(managers, 'Visits ahead that they are on, earliest first, at most 50.', () => [
    AssignedVisit,
  ])
  visitsAhead!: AssignedVisit[];

  @FieldFor(managers, 'Number of all visits ahead that they are on.', () => Int)
  visitsAheadCount!: number;
}

/** Visits ahead by staff member and time: the key is `<staff id> <milliseconds>`. */
const visitsAhead: Lookup<{ found: AssignedIds[]; count: number }> = {
  sql: `
    select m.id, count(v.id)::int as count, coalesce((json_agg(json_build_object('visitId', v.id, 'jobId', v.job_id,
      'staffId', a.staff_member_id) order by v.starts_at, v.id)) , '[]') as found
    from unnest($2::text[]) m(id)
    join assignments a on a.staff_member_id = split_part(m.id, ' ', 1)::uuid and a.business_id = $1
    join visits v on v.id = a.visit_id
      and ${isAheadSql('v', "to_timestamp(split_part(m.id, ' ', 2)::float8 / 1000)")}
    group by m.id`,
  answer: ({ found, count }) => ({ found: found as AssignedIds[], count: count as number }),
};

/** Query of what the removal of a staff member leaves behind. */
@Resolver()
export class RemovalImpactResolver {
  @QueryFor(
    managers,
    'Visits ahead of a staff member, to offer them to somebody else before a removal.',
    () => StaffRemovalImpact,
  )
  async staffRemovalImpact(
    @ArgFor(managers, 'id', 'Staff member ID.', () => ID) id: string,
    @Ctx() { reader, now }: StaffContext,
  ) {
    const member = await reader.find(StaffMember, id);
    if (!member || member.removedAt) throw notFound();
    const ahead = await reader.lookup(visitsAhead, `${member.id} ${now.getTime()}`);
    return {
      visitsAhead: await assignedVisits(reader, (ahead?.found ?? []).slice(0, MAX_LISTED)),
      visitsAheadCount: ahead?.count ?? 0,
    };
  }
}
