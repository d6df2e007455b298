import { Resolver } from 'type-graphql';
import { staffOnly } from '../../visibility/audience.js';
import { RelatedFor } from '../common/computed.js';
import type { Related } from '../common/relations.js';
import { assignedInSql } from '../jobs/assignees.js';
import { StaffMember } from '../staff/staff-member.entity.js';
import { Visit } from './visit.entity.js';

@Resolver(() => Visit)
export class VisitAssigneesResolver {
  @RelatedFor({
    audiences: staffOnly,
    description: 'Staff members assigned to the visit.',
    type: () => [StaffMember],
    nullable: true,
    parent: () => Visit,
    relationSql: (member, visit) =>
      `${assignedInSql(member)} where a.visit_id = ${visit}.id order by a.id`,
  })
  assignees!: Related<StaffMember[]> | null;
}
