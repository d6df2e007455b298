import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import type { Rel } from '@mikro-orm/postgresql';
import { GraphQLDateTime } from 'graphql-scalars';
import { ObjectType } from 'type-graphql';
import { Shareable } from '../../sharing/shareable.js';
import { internal, staffAndClient } from '../../visibility/audience.js';
import { FieldFor } from '../../visibility/declare.js';
import { BusinessRecord } from '../business-record.js';
import { Job } from '../jobs/job.entity.js';
import { Visit } from '../visits/visit.entity.js';

/** A picture of the work. Its toggle publishes and withdraws it at once; a share can only untick it. */
@Shareable<Photo>({
  kind: 'PHOTO',
  field: 'photos',
  offer: (photo) =>
    photo.shared ? null : 'Its Share with Client toggle is off; switch it on first.',
  label: (photo) => `Photo${photo.caption ? `: ${photo.caption}` : ''}`,
  words: (photo) => photo.caption ?? 'Photo without a caption',
  publishesAtOnce: true,
  unticked: (photo) => {
    photo.shared = false;
  },
})
@Entity({ tableName: 'photos' })
@ObjectType({ description: 'A picture of the work.' })
export class Photo extends BusinessRecord {
  @ManyToOne(() => Job, { createForeignKeyConstraint: false })
  job!: Rel<Job>;

  @ManyToOne(() => Visit, { nullable: true, createForeignKeyConstraint: false })
  visit: Rel<Visit> | null = null;

  @Property({ type: 'text', nullable: true })
  @FieldFor(staffAndClient, 'What the picture shows.', () => String, {
    nullable: true,
  })
  caption: string | null = null;

  @Property({ type: 'boolean', default: false })
  @FieldFor(
    internal,
    'The Share with Client toggle: whether the client may see the picture once the job is shared.',
    () => Boolean,
    { nullable: true },
  )
  shared: boolean = false;

  @Property({ type: 'timestamptz' })
  @FieldFor(staffAndClient, 'When it was added.', () => GraphQLDateTime)
  createdAt!: Date;
}
