import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import type { Rel } from '@mikro-orm/postgresql';
import { GraphQLDateTime } from 'graphql-scalars';
import { Int, ObjectType } from 'type-graphql';
import { Shareable } from '../../sharing/shareable.js';
import { internal, staffAndClient } from '../../visibility/audience.js';
import { FieldFor } from '../../visibility/declare.js';
import { BusinessRecord } from '../business-record.js';
import { Job } from '../jobs/job.entity.js';
import { Visit } from '../visits/visit.entity.js';
import { photoPath } from './photo-sizes.js';

/** What is known of a picture once its bytes were read. */
export interface PictureFacts {
  width: number;
  height: number;
  originalType: string;
}

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
  @FieldFor(staffAndClient, 'What the picture shows.', () => String, { nullable: true })
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

  @Property({ type: 'integer', nullable: true })
  @FieldFor(
    staffAndClient,
    'Width of the display size in pixels; null while there is no picture.',
    () => Int,
    { nullable: true },
  )
  width: number | null = null;

  @Property({ type: 'integer', nullable: true })
  @FieldFor(
    staffAndClient,
    'Height of the display size in pixels; null while there is no picture.',
    () => Int,
    { nullable: true },
  )
  height: number | null = null;

  // The addresses are columns, though they follow from the id: a publication carries them like the rest.
  @Property({ type: 'text', nullable: true })
  @FieldFor(
    staffAndClient,
    'Path of the picture at most 400 pixels wide and high; fetch it with your token in the Authorization header.',
    () => String,
    { nullable: true },
  )
  thumbnailUrl: string | null = null;

  @Property({ type: 'text', nullable: true })
  @FieldFor(
    staffAndClient,
    'Path of the picture at most 1600 pixels wide and high; fetch it with your token in the Authorization header.',
    () => String,
    { nullable: true },
  )
  displayUrl: string | null = null;

  @Property({ type: 'text', nullable: true })
  @FieldFor(
    internal,
    'Path of the file as it was uploaded, with all that the camera wrote into it: never for a client.',
    () => String,
    { nullable: true },
  )
  originalUrl: string | null = null;

  /** Media type of the file as it was uploaded. */
  @Property({ type: 'text', nullable: true })
  originalType: string | null = null;

  /** Gives the photo the picture whose bytes are kept under its id. */
  depict({ width, height, originalType }: PictureFacts): void {
    Object.assign(this, { width, height, originalType });
    this.thumbnailUrl = photoPath(this.id, 'thumbnail');
    this.displayUrl = photoPath(this.id, 'display');
    this.originalUrl = photoPath(this.id, 'original');
  }
}
