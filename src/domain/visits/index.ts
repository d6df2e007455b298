import { RemovalImpactResolver } from './handover/removal-impact.resolver.js';
import {
  OverlapsOfAssignedResolver,
  OverlapsOfPlanResolver,
  OverlapsOfRescheduledResolver,
  OverlapsOfScheduledResolver,
} from './overlapping-visits.resolver.js';
import { Visit } from './visit.entity.js';
import { VisitFieldsResolver, VisitResolver } from './visit.resolver.js';
import { VisitAssigneesResolver } from './visit-assignees.resolver.js';
import { VisitsResolver } from './visits.resolver.js';

export const visits = {
  entities: [Visit],
  resolvers: [
    VisitResolver,
    VisitsResolver,
    VisitFieldsResolver,
    VisitAssigneesResolver,
    OverlapsOfPlanResolver,
    OverlapsOfScheduledResolver,
    OverlapsOfRescheduledResolver,
    OverlapsOfAssignedResolver,
    RemovalImpactResolver,
  ],
};
