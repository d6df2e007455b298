import { ID, InputType, ObjectType } from 'type-graphql';
import { internal } from '../../visibility/audience.js';
import { FieldFor } from '../../visibility/declare.js';
import { JobChange } from '../jobs/job-change.js';
import { whoMay } from '../staff/capabilities.js';
import { OptionalText } from '../text.js';
import { Photo } from './photo.entity.js';

@InputType({ description: 'A photo to add to a job.' })
export class AddPhotoInput {
  @FieldFor(internal, 'To which job.', () => ID)
  jobId!: string;

  @FieldFor(internal, 'The visit on which it was taken.', () => ID, {
    nullable: true,
  })
  visitId?: string | null;

  @FieldFor(
    internal,
    'What POST /photos answered for the picture. Without it the photo is a caption only: it has no sizes, and its addresses are null.',
    () => ID,
    { nullable: true },
  )
  uploadId?: string | null;

  @OptionalText(500)
  @FieldFor(internal, 'What it shows.', () => String, { nullable: true })
  caption?: string | null;
}

@ObjectType({ implements: JobChange, description: 'The added photo.' })
export class AddPhotoPayload extends JobChange {
  @FieldFor(internal, 'The new photo; its toggle is off.', () => Photo)
  photo!: Photo;
}

@ObjectType({
  implements: JobChange,
  description: 'The photo with its toggle turned.',
})
export class SetPhotoSharingPayload extends JobChange {
  @FieldFor(whoMay('SHARE'), 'The photo.', () => Photo, { nullable: true })
  photo!: Photo;
}

@ObjectType({
  implements: JobChange,
  description: 'The job without the photo.',
})
export class RemovePhotoPayload extends JobChange {
  @FieldFor(internal, 'Id of the photo that is gone.', () => ID)
  photoId!: string;
}
