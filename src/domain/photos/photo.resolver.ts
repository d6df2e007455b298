import { Ctx, ID, Resolver } from 'type-graphql';
import { staffAndClient, staffOnly } from '../../visibility/audience.js';
import { rolesWith } from '../../visibility/capabilities.js';
import { ArgFor } from '../../visibility/declare/arguments.js';
import { MutationFor } from '../../visibility/declare/operations.js';
import { connectionOf } from '../common/connection.js';
import type { StaffContext } from '../common/context.js';
import { IfUnchangedSinceArg } from '../common/if-unchanged-since.js';
import { BelongsTo, HasMany, PageOf, type Related } from '../common/relations.js';
import { Job } from '../jobs/job.entity.js';
import { StaffMember } from '../staff/staff-member.entity.js';
import { Visit } from '../visits/visit.entity.js';
import { addPhoto } from './add-photo.js';
import { Photo, PhotoStage } from './photo.entity.js';
import {
  AddPhotoInput,
  AddPhotoPayload,
  RemovePhotoPayload,
  SetPhotoSharingPayload,
  SetPhotoStagePayload,
} from './photo.inputs.js';
import { removePhoto } from './remove-photo.js';
import { setPhotoSharing } from './set-photo-sharing.js';
import { setPhotoStage } from './set-photo-stage.js';

const PhotoConnection = connectionOf(() => Photo, 'Photo', staffAndClient);

@Resolver(() => Job)
export class PhotoResolver {
  @HasMany(staffAndClient, 'Photos in the order in which they were taken.', () => Photo, 'job')
  photos!: Photo[];

  @PageOf(
    'photos',
    staffAndClient,
    () => PhotoConnection,
    () => Photo,
    'job',
  )
  photosPage!: Related<InstanceType<typeof PhotoConnection>>;

  @MutationFor(
    rolesWith('WORK_ON_JOBS'),
    'Adds a photo, with its Share with Client toggle off. Upload the picture first, with POST /photos.',
    () => AddPhotoPayload,
  )
  addPhoto(
    @ArgFor(rolesWith('WORK_ON_JOBS'), 'input', 'Photo to add.', () => AddPhotoInput)
    input: AddPhotoInput,
    @Ctx() { change }: StaffContext,
  ) {
    return change((unit) => addPhoto(unit, input));
  }

  @MutationFor(
    rolesWith('TOGGLE_PHOTOS'),
    'Sets the Share with Client toggle; on a shared job the photo is published or withdrawn at once. A Tradie may while the business allows it (`tradiesMayTogglePhotos`).',
    () => SetPhotoSharingPayload,
  )
  setPhotoSharing(
    @ArgFor(rolesWith('TOGGLE_PHOTOS'), 'photoId', 'Photo ID.', () => ID) photoId: string,
    @ArgFor(rolesWith('TOGGLE_PHOTOS'), 'shared', 'Whether the photo is shared.', () => Boolean)
    shared: boolean,
    @IfUnchangedSinceArg(rolesWith('TOGGLE_PHOTOS')) ifUnchangedSince: Date | null,
    @Ctx() { change }: StaffContext,
  ) {
    return change((unit) => setPhotoSharing(unit, photoId, shared, ifUnchangedSince));
  }

  @MutationFor(
    rolesWith('WORK_ON_JOBS'),
    "Marks a photo as taken before or after the work: your own, or with CHANGE_ALL_WORK everybody's. The client sees the mark once it is shared with its photo.",
    () => SetPhotoStagePayload,
  )
  setPhotoStage(
    @ArgFor(rolesWith('WORK_ON_JOBS'), 'photoId', 'Photo ID.', () => ID) photoId: string,
    @ArgFor(rolesWith('WORK_ON_JOBS'), 'stage', 'Null for neither.', () => PhotoStage, {
      nullable: true,
    })
    stage: PhotoStage | null,
    @IfUnchangedSinceArg(rolesWith('WORK_ON_JOBS')) ifUnchangedSince: Date | null,
    @Ctx() { change }: StaffContext,
  ) {
    return change((unit) => setPhotoStage(unit, photoId, stage ?? null, ifUnchangedSince));
  }

  @MutationFor(
    rolesWith('WORK_ON_JOBS'),
    "Removes a photo and its picture: your own, or with CHANGE_ALL_WORK everybody's. It is withdrawn from the client at once.",
    () => RemovePhotoPayload,
  )
  removePhoto(
    @ArgFor(rolesWith('WORK_ON_JOBS'), 'id', 'Photo ID.', () => ID) id: string,
    @Ctx() { change }: StaffContext,
  ) {
    return change((unit) => removePhoto(unit, id));
  }
}

/** Who added a photo, and at which visit; visible to staff only. */
@Resolver(() => Photo)
export class PhotoOriginResolver {
  @BelongsTo(staffOnly, 'Visit at which it was taken; null if it was added to none.', () => Visit, {
    liveOnly: true,
  })
  visit!: Related<Visit> | null;

  @BelongsTo(staffOnly, 'Staff member who added it; null for older photos.', () => StaffMember)
  addedBy!: Related<StaffMember> | null;
}
