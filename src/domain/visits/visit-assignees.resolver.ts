import { Ctx, Resolver, Root } from 'type-graphql';
import { brought } from '../../database/reader.js';
import { internal } from '../../visibility/audience.js';
import { ResolvedFieldFor } from '../../visibility/declare.js';
import type { Context, Rooted } from '../context.js';
import { assignedInSql, whoIs } from '../jobs/assignees.js';
import { Assignment } from '../jobs/assignment.entity.js';
import { StaffMember } from '../staff/staff-member.entity.js';
import { Visit } from './visit.entity.js';

@Resolver(() => Visit)
export class VisitAssigneesResolver {
  @ResolvedFieldFor(internal, 'Who comes.', () => [StaffMember], {
    nullable: true,
    needs: [],
    saidFrom: (member, visit) =>
      `${assignedInSql(member)} where a.visit_id = ${visit}.id order by a.id`,
  })
  assignees(@Root() visit: Rooted<Visit>, @Ctx() { reader }: Context) {
    return brought(visit.assignees, async () => {
      return whoIs(reader, await reader.children(Assignment, 'visit', visit.id));
    });
  }
}
