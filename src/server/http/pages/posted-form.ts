import type { Multipart, MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import {
  MAX_ENQUIRY_PHOTO_MEGABYTES,
  MAX_ENQUIRY_PHOTOS,
} from '../../../domain/enquiries/photos/enquiry-photo-bounds.js';
import { networkOf } from '../../../domain/enquiries/public-form/sender.js';
import type { UploadFiles } from '../../../domain/photos/upload/upload-files.js';
import { invalid } from '../../../visibility/refusals.js';

const PHOTOS = 'photos';

/** Fields of a submitted form, and its pictures, which have not been received yet. */
export interface PostedForm {
  fields: URLSearchParams;
  hasPictures: boolean;
  /** Receives the pictures as temporary files, which are there until the work ends. */
  receive<T>(work: (files: string[]) => Promise<T>): Promise<T>;
}

/** Reads the fields of a form, up to its first picture. What comes after a picture is no field any more. */
export async function readPosted(request: FastifyRequest, files: UploadFiles): Promise<PostedForm> {
  if (!request.isMultipart()) {
    const fields = request.body instanceof URLSearchParams ? request.body : new URLSearchParams();
    return { fields, hasPictures: false, receive: (work) => work([]) };
  }
  const fields = new URLSearchParams();
  const parts = request.parts();
  const first = await nextPicture(parts, fields);
  const owner = networkOf(request.ip);
  const receive = <T>(
    part: MultipartFile | null,
    before: string[],
    work: (files: string[]) => Promise<T>,
  ): Promise<T> => {
    if (!part) return work(before);
    if (before.length === MAX_ENQUIRY_PHOTOS) throw tooMany();
    return files.receive(owner, part.file, async (file) => {
      if (part.file.truncated) throw tooLarge();
      return receive(await nextPicture(parts), [...before, file], work);
    });
  };
  return { fields, hasPictures: first !== null, receive: (work) => receive(first, [], work) };
}

/** The next picture of the form, after the fields before it. A browser sends an empty part where none was chosen. */
async function nextPicture(
  parts: AsyncIterator<Multipart>,
  fields?: URLSearchParams,
): Promise<MultipartFile | null> {
  for (;;) {
    const { value: part, done } = await parts.next();
    if (done) return null;
    if (part.type === 'field') fields?.append(part.fieldname, String(part.value));
    else if (part.fieldname === PHOTOS && part.filename) return part;
    else part.file.resume();
  }
}

function tooMany() {
  return invalid(PHOTOS, `Send at most ${MAX_ENQUIRY_PHOTOS} photos; choose the photos again.`);
}

function tooLarge() {
  return invalid(
    PHOTOS,
    `A photo has more than ${MAX_ENQUIRY_PHOTO_MEGABYTES} MB; choose smaller ones.`,
  );
}
