import { join } from 'node:path';
import { Readable } from 'node:stream';
import multipart from '@fastify/multipart';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { Business } from '../../../domain/business/business.entity.js';
import { businessOf } from '../../../domain/business/business-of.js';
import { logoPath } from '../../../domain/business/logo.js';
import { EnquiryPhoto } from '../../../domain/enquiries/photos/enquiry-photo.entity.js';
import { ENQUIRY_PHOTO_SIZES } from '../../../domain/enquiries/photos/enquiry-photo-bounds.js';
import { MADE_TYPE } from '../../../domain/photos/decoding/picture.js';
import { Photo } from '../../../domain/photos/photo.entity.js';
import { PHOTO_SIZES, type PhotoSize, urlField } from '../../../domain/photos/photo-sizes.js';
import { refusedFile } from '../../../domain/photos/upload/refused-file.js';
import { UploadFiles } from '../../../domain/photos/upload/upload-files.js';
import { uploadPhoto } from '../../../domain/photos/upload/upload-photo.js';
import { may } from '../../../visibility/capabilities.js';
import { invalid, notFound, refusalFor } from '../../../visibility/refusals.js';
import { newOperation, type Services } from '../../graphql/context.js';
import { contextFor } from '../../graphql/operation-context.js';
import { withStatus } from '../http-errors.js';
import { bytesOf, rangeOf } from './byte-range.js';
import { allowUseElsewhere, authenticateFiles } from './file-access.js';

const MEGABYTE = 1024 * 1024;
/** Maximum number of concurrent uploads of the largest size, per person and in all. */
const MAX_LARGEST_UPLOADS = { ofOne: 8, inAll: 32 };
/** For the form fields beside the file, which are short. */
const MAX_FIELD_BYTES = 4 * 1024;

/** Routes for image files: POST /photos, GET /photos/<id>/<size>, /enquiry-photos/<id>/<size> and /logos/<id>. */
export function photoRoutes(services: Services): FastifyPluginAsync {
  const { config } = services;
  const maxFileBytes = config.photos.maxMegabytes * MEGABYTE;
  const files = new UploadFiles(join(config.dataFolder, 'uploads'), {
    maxBytes: MAX_LARGEST_UPLOADS.inAll * maxFileBytes,
    maxBytesPerOwner: MAX_LARGEST_UPLOADS.ofOne * maxFileBytes,
  });
  return async (http) => {
    await files.removeLeftovers();
    await http.register(multipart, {
      limits: { fileSize: maxFileBytes, files: 1, fields: 10, fieldSize: MAX_FIELD_BYTES },
    });
    authenticateFiles(http, services);
    http.post('/photos', { onRequest: requireWorkOnJobs }, (request, reply) =>
      receiveUpload(services, files, request, reply),
    );
    http.route<{ Params: { id: string; size: string } }>({
      method: ['GET', 'HEAD'],
      url: '/photos/:id/:size',
      handler: (request, reply) => sendPhoto(services, request, reply),
    });
    http.route<{ Params: { id: string; size: string } }>({
      method: ['GET', 'HEAD'],
      url: '/enquiry-photos/:id/:size',
      handler: (request, reply) => sendEnquiryPhoto(services, request, reply),
    });
    http.route<{ Params: { id: string } }>({
      method: ['GET', 'HEAD'],
      url: '/logos/:id',
      handler: (request, reply) => sendLogo(services, request, reply),
    });
  };
}

async function requireWorkOnJobs({ authenticated }: FastifyRequest): Promise<void> {
  const { audience } = authenticated.principal;
  if (!may(audience, 'WORK_ON_JOBS')) throw refusalFor(audience);
}

async function receiveUpload(
  services: Services,
  files: UploadFiles,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const { principal } = request.authenticated;
  if (principal.kind !== 'STAFF') throw refusalFor(principal.audience);
  const file = await fileIn(request);
  const { change } = contextFor({
    services,
    authenticated: request.authenticated,
    caller: request,
    operation: newOperation(),
  });
  try {
    const upload = await uploadPhoto(
      change,
      { store: services.photos, files },
      {
        staffId: principal.staffId,
        sent: file,
        isCutOff: () => file.truncated,
      },
    );
    return reply.status(201).send(upload);
  } catch (error) {
    // Discards the rest of a refused file.
    request.raw.unpipe().resume();
    throw error;
  }
}

async function fileIn(request: FastifyRequest) {
  try {
    const part = await request.file({ throwFileSizeLimit: false });
    if (part) return part.file;
  } catch (error) {
    throw refusedFile('NO_FILE', error);
  }
  throw refusedFile('NO_FILE');
}

type PhotoRequest = FastifyRequest<{ Params: { id: string; size: string } }>;

/**
 * Sends a size of a photo to callers who see the photo and the field with the address of that size. Staff read the live
 * photo and clients its publication, so files follow the same rules as GraphQL, on every request.
 */
async function sendPhoto(services: Services, request: PhotoRequest, reply: FastifyReply) {
  const { authenticated, params } = request;
  const { audience } = authenticated.principal;
  const size = PHOTO_SIZES.find((each) => each === params.size);
  const photo = await contextFor({
    services,
    authenticated,
    caller: request,
    operation: newOperation(),
  }).reader.find(Photo, params.id);
  const businessId = businessOf(authenticated.principal);
  if (!size || !businessId || !photo?.[urlField(size)]) throw notFound();
  if (!services.policy.allows(audience, 'Photo', urlField(size))) throw notFound();

  const type = size === 'original' ? (photo.originalType as string) : MADE_TYPE;
  return sendImage(services, request, reply, { businessId, id: photo.id, size, type });
}

/** Sends a size of a photo of an enquiry to callers who see the enquiry's photos. */
async function sendEnquiryPhoto(services: Services, request: PhotoRequest, reply: FastifyReply) {
  const { authenticated, params } = request;
  const { principal } = authenticated;
  const size = ENQUIRY_PHOTO_SIZES.find((each) => each === params.size);
  const businessId = businessOf(principal);
  if (!size || !businessId) throw notFound();
  if (!services.policy.allows(principal.audience, 'EnquiryPhoto', urlField(size))) throw notFound();
  const { reader } = contextFor({
    services,
    authenticated,
    caller: request,
    operation: newOperation(),
  });
  const photo = await reader.find(EnquiryPhoto, params.id);
  if (!photo) throw notFound();
  return sendImage(services, request, reply, { businessId, id: photo.id, size, type: MADE_TYPE });
}

/** Sends a logo to callers who see its business: staff, and clients with a valid link. */
async function sendLogo(
  services: Services,
  request: FastifyRequest<{ Params: { id: string } }>,
  reply: FastifyReply,
) {
  const { authenticated, params } = request;
  const { id } = params;
  const businessId = businessOf(authenticated.principal);
  const { reader } = contextFor({
    services,
    authenticated,
    caller: request,
    operation: newOperation(),
  });
  const business = await reader.find(Business, businessId);
  if (!businessId || business?.logoUrl !== logoPath(id)) throw notFound();
  return sendImage(services, request, reply, {
    businessId,
    id,
    size: 'thumbnail',
    type: MADE_TYPE,
  });
}

interface ImageFile {
  businessId: string;
  id: string;
  size: PhotoSize;
  type: string;
}

async function sendImage(
  { photos }: Services,
  request: FastifyRequest,
  reply: FastifyReply,
  { size, type, ...name }: ImageFile,
) {
  const { headers, method } = request;
  const length = await photos.lengthOf(name, size);
  if (length === null) throw notFound();
  reply.type(type).header('accept-ranges', 'bytes');
  allowUseElsewhere(request, reply);
  if (method === 'HEAD') return reply.header('content-length', length).send();
  // If-Range never matches: responses are not cached, so there is no earlier part to complete.
  const range = headers['if-range'] ? undefined : headers.range;
  return sendRange(reply, range, length, () => photos.read(name, size));
}

function sendRange(
  reply: FastifyReply,
  header: string | undefined,
  length: number,
  open: () => Promise<Readable>,
) {
  const range = rangeOf(header, length);
  if (range === 'unsatisfiable') {
    reply.header('content-range', `bytes */${length}`);
    throw withStatus(416, invalid('range', 'The picture ends before that range begins.'));
  }
  const part = range ?? { from: 0, to: length - 1 };
  if (range) reply.status(206).header('content-range', `bytes ${part.from}-${part.to}/${length}`);
  reply.header('content-length', part.to - part.from + 1);
  return reply.send(Readable.from(bytesOf(open, part)));
}
