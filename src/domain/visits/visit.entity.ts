import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import type { Rel } from '@mikro-orm/postgresql';
import { GraphQLDateTime } from 'graphql-scalars';
import { ObjectType } from 'type-graphql';
import { Shareable } from '../../shareable/shareable.js';
import { mailTexts } from '../../texts/mails.js';
import { staffAndClient, staffOnly } from '../../visibility/audience.js';
import { FieldFor } from '../../visibility/declare/fields.js';
import { conflict } from '../../visibility/refusals.js';
import { BusinessEntity } from '../common/business-entity.js';
import { Job } from '../jobs/job.entity.js';
import { Node, ReadByIdFor } from '../nodes/node.js';
import { outdatedUntil, withMovedVisits } from './known-visits.js';
import { scheduleChanges, scheduleSummary, visitSummary } from './visit-summary.js';

/** Visit of staff to the site. */
@Shareable<Visit>({
  kind: 'SCHEDULE',
  field: 'visits',
  singleItem: true,
  isActive: (visit) => !visit.cancelledAt,
  hiddenReason: () => null,
  label: (_visit, language) => mailTexts(language).items.schedule,
  summary: visitSummary,
  group: {
    formerField: 'cancelledVisits',
    besideKnown: withMovedVisits,
    summary: scheduleSummary,
    news: scheduleChanges,
    outdatedUntil,
  },
  canKeepInSync: true,
})
@Entity({ tableName: 'visits' })
@ReadByIdFor(staffAndClient)
@ObjectType({ implements: Node, description: 'Visit of staff to the site.' })
export class Visit extends BusinessEntity {
  static listedBy = ['startsAt', 'id'];

  @ManyToOne(() => Job, { createForeignKeyConstraint: false })
  job!: Rel<Job>;

  @Property({ type: 'timestamptz' })
  @FieldFor(staffAndClient, 'Start time.', () => GraphQLDateTime)
  startsAt!: Date;

  @Property({ type: 'timestamptz' })
  @FieldFor(staffAndClient, 'End time; after the start.', () => GraphQLDateTime)
  endsAt!: Date;

  /** A cancelled visit is kept; a client that knew of it sees it as cancelled. */
  @Property({ type: 'timestamptz', nullable: true })
  @FieldFor(staffOnly, 'Time of cancellation.', () => GraphQLDateTime, {
    nullable: true,
  })
  cancelledAt: Date | null = null;

  /** Throws CONFLICT when it was cancelled. */
  reschedule(startsAt: Date, endsAt: Date): void {
    if (this.cancelledAt) throw conflict('This visit was cancelled; schedule a new one.');
    this.startsAt = startsAt;
    this.endsAt = endsAt;
  }

  cancel(now: Date): void {
    this.cancelledAt ??= now;
  }
}
