import { ID, InputType, ObjectType } from 'type-graphql';
import { staffOnly } from '../../visibility/audience.js';
import { rolesWith } from '../../visibility/capabilities.js';
import { FieldFor } from '../../visibility/declare/fields.js';
import { OptionalText } from '../common/text.js';
import { JobChange } from '../jobs/job-change.js';
import { Photo, PhotoStage } from './photo.entity.js';

@InputType({ description: 'Input of addPhoto.' })
export class AddPhotoInput {
  @FieldFor(staffOnly, 'Job ID.', () => ID)
  jobId!: string;

  @FieldFor(staffOnly, 'ID of the visit on which it was taken.', () => ID, {
    nullable: true,
  })
  visitId?: string | null;

  @FieldFor(
    staffOnly,
    'Upload ID from POST /photos. Without it the photo has a caption only and its URLs are null.',
    () => ID,
    { nullable: true },
  )
  uploadId?: string | null;

  @OptionalText(500)
  @FieldFor(staffOnly, 'Caption.', () => String, { nullable: true })
  caption?: string | null;

  @FieldFor(staffOnly, 'Whether it shows the place before or after the work.', () => PhotoStage, {
    nullable: true,
  })
  stage?: PhotoStage | null;
}

@ObjectType({ implements: JobChange, description: 'Result of addPhoto.' })
export class AddPhotoPayload extends JobChange {
  @FieldFor(staffOnly, 'Added photo; its toggle is off.', () => Photo)
  photo!: Photo;
}

@ObjectType({
  implements: JobChange,
  description: 'Result of setPhotoSharing.',
})
export class SetPhotoSharingPayload extends JobChange {
  @FieldFor(rolesWith('TOGGLE_PHOTOS'), 'Photo after the change.', () => Photo, { nullable: true })
  photo!: Photo;
}

@ObjectType({ implements: JobChange, description: 'Result of setPhotoStage.' })
export class SetPhotoStagePayload extends JobChange {
  @FieldFor(staffOnly, 'Photo after the change.', () => Photo)
  photo!: Photo;
}

@ObjectType({
  implements: JobChange,
  description: 'Result of removePhoto.',
})
export class RemovePhotoPayload extends JobChange {
  @FieldFor(staffOnly, 'ID of the removed photo.', () => ID)
  photoId!: string;
}
