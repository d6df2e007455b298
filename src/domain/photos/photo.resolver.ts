import { Ctx, ID, Resolver } from 'type-graphql';
import { staffAndClient } from '../../visibility/audience.js';
import { ArgFor, MutationFor } from '../../visibility/declare.js';
import type { StaffContext } from '../context.js';
import { Job } from '../jobs/job.entity.js';
import { partOfJob } from '../jobs/job-to-change.js';
import { connectionOf } from '../pages.js';
import { ListFor, PageOf, type Related } from '../relations.js';
import { whoMay } from '../staff/capabilities.js';
import { addPhoto } from './add-photo.js';
import { Photo } from './photo.entity.js';
import {
  AddPhotoInput,
  AddPhotoPayload,
  RemovePhotoPayload,
  SetPhotoSharingPayload,
} from './photo.inputs.js';
import { removePhoto } from './remove-photo.js';

const PhotoConnection = connectionOf(() => Photo, 'Photo', staffAndClient);

@Resolver(() => Job)
export class PhotoResolver {
  @ListFor(staffAndClient, 'Photos, first added first.', () => Photo, 'job')
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
    whoMay('WORK_ON_JOBS'),
    'Adds a photo; its Share with Client toggle starts off. Its picture is uploaded first, with POST /photos.',
    () => AddPhotoPayload,
  )
  addPhoto(
    @ArgFor(whoMay('WORK_ON_JOBS'), 'input', 'The photo.', () => AddPhotoInput)
    input: AddPhotoInput,
    @Ctx() { change }: StaffContext,
  ) {
    return change((unit) => addPhoto(unit, input));
  }

  @MutationFor(
    whoMay('SHARE'),
    'Turns the Share with Client toggle; on a shared job it works at once.',
    () => SetPhotoSharingPayload,
  )
  setPhotoSharing(
    @ArgFor(whoMay('SHARE'), 'photoId', 'Which photo.', () => ID) photoId: string,
    @ArgFor(whoMay('SHARE'), 'shared', 'On or off.', () => Boolean) shared: boolean,
    @Ctx() { change }: StaffContext,
  ) {
    return change(async (unit) => {
      const { part: photo, job } = await partOfJob(unit, Photo, photoId);
      photo.shared = shared;
      return { photo, job };
    });
  }

  @MutationFor(
    whoMay('WORK_ON_JOBS'),
    'Removes a photo and its picture; the client loses it at once.',
    () => RemovePhotoPayload,
  )
  removePhoto(
    @ArgFor(whoMay('WORK_ON_JOBS'), 'id', 'Which photo.', () => ID) id: string,
    @Ctx() { change }: StaffContext,
  ) {
    return change((unit) => removePhoto(unit, id));
  }
}
