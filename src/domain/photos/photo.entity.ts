import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import type { Rel } from '@mikro-orm/postgresql';
import { GraphQLDateTime } from 'graphql-scalars';
import { Int, ObjectType } from 'type-graphql';
import { Shareable } from '../../shareable/shareable.js';
import { mailTexts } from '../../texts/mails.js';
import { staffAndClient, staffOnly } from '../../visibility/audience.js';
import { declareEnum } from '../../visibility/declare/enums.js';
import { FieldFor } from '../../visibility/declare/fields.js';
import { BusinessEntity } from '../common/business-entity.js';
import { Job } from '../jobs/job.entity.js';
import { Node, ReadByIdFor } from '../nodes/node.js';
import { StaffMember } from '../staff/staff-member.entity.js';
import { Visit } from '../visits/visit.entity.js';
import { photoPath } from './photo-sizes.js';

/** Properties of a decoded picture. */
export interface PictureFacts {
  width: number;
  height: number;
  originalType: string;
}

export const PhotoStage = { BEFORE: 'BEFORE', AFTER: 'AFTER' } as const;
export type PhotoStage = (typeof PhotoStage)[keyof typeof PhotoStage];

declareEnum(
  PhotoStage,
  'PhotoStage',
  staffAndClient,
  'Whether a photo shows the place before or after the work.',
  { BEFORE: 'Taken before the work.', AFTER: 'Taken after the work.' },
);

/** Photo of the work. Its toggle publishes and withdraws it at once; deselecting it in a share turns the toggle off. */
@Shareable<Photo>({
  kind: 'PHOTO',
  field: 'photos',
  hiddenReason: (photo) =>
    photo.shared ? null : 'Its Share with Client toggle is off; switch it on first.',
  label: ({ caption }, language) => {
    const { items } = mailTexts(language);
    return caption ? items.titled(items.photo, caption) : items.photo;
  },
  summary: (photo) => photo.caption ?? 'Photo without a caption',
  autoPublish: true,
  unticked: (photo) => {
    photo.shared = false;
  },
})
@Entity({ tableName: 'photos' })
@ReadByIdFor(staffAndClient)
@ObjectType({ implements: Node, description: 'Photo of the work.' })
export class Photo extends BusinessEntity {
  static listedBy = ['takenAt', 'id'];

  @ManyToOne(() => Job, { createForeignKeyConstraint: false })
  job!: Rel<Job>;

  @ManyToOne(() => Visit, { nullable: true, createForeignKeyConstraint: false })
  visit: Rel<Visit> | null = null;

  @Property({ type: 'text', nullable: true })
  @FieldFor(staffAndClient, 'Caption.', () => String, { nullable: true })
  caption: string | null = null;

  @Property({ type: 'boolean', default: false })
  @FieldFor(
    staffOnly,
    'Share with Client toggle: whether the client sees the photo once the job is shared.',
    () => Boolean,
    { nullable: true },
  )
  shared: boolean = false;

  @Property({ type: 'timestamptz' })
  @FieldFor(staffAndClient, 'Time of creation.', () => GraphQLDateTime)
  createdAt!: Date;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  @FieldFor(
    staffOnly,
    'When it was taken, by its camera; the time of creation if the file does not say so. The client has the order only.',
    () => GraphQLDateTime,
    { nullable: true, liveOnly: true },
  )
  takenAt!: Date;

  @Property({ type: 'text', nullable: true })
  @FieldFor(
    staffAndClient,
    'Whether it shows the place before or after the work; null for neither.',
    () => PhotoStage,
    { nullable: true, absentWhenNull: true },
  )
  stage: PhotoStage | null = null;

  @Property({ type: 'integer', nullable: true })
  @FieldFor(
    staffAndClient,
    'Width of the display size in pixels; null without a picture.',
    () => Int,
    { nullable: true },
  )
  width: number | null = null;

  @Property({ type: 'integer', nullable: true })
  @FieldFor(
    staffAndClient,
    'Height of the display size in pixels; null without a picture.',
    () => Int,
    { nullable: true },
  )
  height: number | null = null;

  // URLs are columns, although they are computed from the ID, so that publications contain them.
  @Property({ type: 'text', nullable: true })
  @FieldFor(
    staffAndClient,
    'Path of the picture, at most 400 pixels wide and high; fetch it with your token in the Authorization header.',
    () => String,
    { nullable: true },
  )
  thumbnailUrl: string | null = null;

  @Property({ type: 'text', nullable: true })
  @FieldFor(
    staffAndClient,
    'Path of the picture, at most 1600 pixels wide and high; fetch it with your token in the Authorization header.',
    () => String,
    { nullable: true },
  )
  displayUrl: string | null = null;

  @Property({ type: 'text', nullable: true })
  @FieldFor(
    staffOnly,
    "Path of the uploaded file with the camera's metadata; never visible to the client.",
    () => String,
    { nullable: true },
  )
  originalUrl: string | null = null;

  /** Media type of the file as it was uploaded. */
  @Property({ type: 'text', nullable: true })
  originalType: string | null = null;

  /** Staff member who added it and may remove it; null for photos from before this was stored. */
  @ManyToOne(() => StaffMember, { nullable: true, createForeignKeyConstraint: false })
  addedBy: Rel<StaffMember> | null = null;

  /** Sets the picture whose bytes are stored under the ID of this photo. */
  depict({ width, height, originalType }: PictureFacts): void {
    Object.assign(this, { width, height, originalType });
    this.thumbnailUrl = photoPath(this.id, 'thumbnail');
    this.displayUrl = photoPath(this.id, 'display');
    this.originalUrl = photoPath(this.id, 'original');
  }
}
