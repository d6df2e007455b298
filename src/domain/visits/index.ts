import { RemovalImpactResolver } from './handover/removal-impact.resolver.js';
import {
  OverlapsOfAssignedResolver,
  OverlapsOfPlanResolver,
  OverlapsOfRescheduledResolver,
  OverlapsOfScheduledResolver,
} from './overlapping-visits.resolver.js';
import { Visit } from './visit.entity.js';
import { VisitMovedResolver, VisitResolver } from './visit.resolver.js';
import { VisitAssigneesResolver } from './visit-assignees.resolver.js';
import { VisitsResolver } from './visits.resolver.js';

export const visits = {
  entities: [Visit],
  resolvers: [
    VisitResolver,
    VisitsResolver,
    VisitMovedResolver,
    VisitAssigneesResolver,
    OverlapsOfPlanResolver,
    OverlapsOfScheduledResolver,
    OverlapsOfRescheduledResolver,
    OverlapsOfAssignedResolver,
    RemovalImpactResolver,
  ],
};
