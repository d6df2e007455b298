import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import type { Rel } from '@mikro-orm/postgresql';
import { GraphQLDateTime } from 'graphql-scalars';
import { ObjectType } from 'type-graphql';
import { Shareable } from '../../sharing/shareable.js';
import { internal, staffAndClient } from '../../visibility/audience.js';
import { FieldFor } from '../../visibility/declare.js';
import { conflict } from '../../visibility/refusals.js';
import { BusinessRecord } from '../business-record.js';
import { Job } from '../jobs/job.entity.js';
import { besideKnownVisits } from './known-visits.js';
import { scheduleNews, scheduleWords, visitWords } from './visit-words.js';

/** A time at which staff come to the site. */
@Shareable<Visit>({
  kind: 'SCHEDULE',
  field: 'visits',
  asOne: true,
  stillListed: (visit) => !visit.cancelledAt,
  offer: () => null,
  label: () => 'Schedule',
  words: visitWords,
  group: {
    formerField: 'cancelledVisits',
    besideKnown: besideKnownVisits,
    words: scheduleWords,
    news: scheduleNews,
  },
  canKeepInSync: true,
})
@Entity({ tableName: 'visits' })
@ObjectType({ description: 'A time at which staff come to the site.' })
export class Visit extends BusinessRecord {
  static listedBy = ['startsAt', 'id'];

  @ManyToOne(() => Job, { createForeignKeyConstraint: false })
  job!: Rel<Job>;

  @Property({ type: 'timestamptz' })
  @FieldFor(staffAndClient, 'When the visit starts.', () => GraphQLDateTime)
  startsAt!: Date;

  @Property({ type: 'timestamptz' })
  @FieldFor(staffAndClient, 'When the visit ends; after it starts.', () => GraphQLDateTime)
  endsAt!: Date;

  /** A cancelled visit stays for the record; a client that knew of it is told that it was cancelled. */
  @Property({ type: 'timestamptz', nullable: true })
  @FieldFor(internal, 'When the visit was cancelled, if it was.', () => GraphQLDateTime, {
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
