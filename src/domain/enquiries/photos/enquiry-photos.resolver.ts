import { Resolver, Root } from 'type-graphql';
import { rolesWith } from '../../../visibility/capabilities.js';
import { ResolvedFieldFor } from '../../../visibility/declare/fields.js';
import type { Rooted } from '../../common/context.js';
import { HasMany } from '../../common/relations.js';
import { Enquiry } from '../enquiry.entity.js';
import { EnquiryPhoto } from './enquiry-photo.entity.js';
import { type EnquiryPhotoSize, enquiryPhotoPath } from './enquiry-photo-bounds.js';

const forSales = rolesWith('ANSWER_ENQUIRIES');

function pathInSql(photo: string, size: EnquiryPhotoSize): string {
  return `replace('${enquiryPhotoPath('$', size)}', '$', ${photo}.id::text)`;
}

/** Photos of an enquiry. */
@Resolver(() => Enquiry)
export class EnquiryPhotosResolver {
  @HasMany(
    forSales,
    'Photos that were sent with it, at most five; those of an enquiry that became a job are photos of the job.',
    () => EnquiryPhoto,
    'enquiry',
  )
  photos!: EnquiryPhoto[];
}

/** Addresses of a photo of an enquiry. */
@Resolver(() => EnquiryPhoto)
export class EnquiryPhotoResolver {
  @ResolvedFieldFor(
    forSales,
    'Path of the picture, at most 400 pixels wide and high; fetch it with your token in the Authorization header.',
    () => String,
    { computedSql: (photo) => pathInSql(photo, 'thumbnail') },
  )
  thumbnailUrl(@Root() { id }: Rooted<EnquiryPhoto>): string {
    return enquiryPhotoPath(id, 'thumbnail');
  }

  @ResolvedFieldFor(
    forSales,
    'Path of the picture, at most 1600 pixels wide and high; fetch it with your token in the Authorization header.',
    () => String,
    { computedSql: (photo) => pathInSql(photo, 'display') },
  )
  displayUrl(@Root() { id }: Rooted<EnquiryPhoto>): string {
    return enquiryPhotoPath(id, 'display');
  }
}
