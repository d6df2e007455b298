import { join } from 'node:path';
import { Readable } from 'node:stream';
import multipart from '@fastify/multipart';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { Business } from '../domain/business/business.entity.js';
import { businessOf } from '../domain/business/business-of.js';
import { logoPath } from '../domain/business/logo.js';
import { Photo } from '../domain/photos/photo.entity.js';
import { PHOTO_SIZES, type PhotoSize, urlField } from '../domain/photos/photo-sizes.js';
import { MADE_TYPE } from '../domain/photos/picture.js';
import { refusedFile } from '../domain/photos/refused-file.js';
import { UploadFiles } from '../domain/photos/upload-files.js';
import { uploadPhoto } from '../domain/photos/upload-photo.js';
import { may } from '../domain/staff/capabilities.js';
import { invalid, notFound, refusalFor } from '../visibility/refusals.js';
import { arrive } from './arrive.js';
import { bytesOf, rangeOf } from './byte-range.js';
import { contextFor, type Rooms } from './context.js';
import { withStatus } from './http-errors.js';

const MEGABYTE = 1024 * 1024;
/** How many uploads of the largest size may lie on their way in, of one person and in all. */
const MAX_LARGEST_UPLOADS = { ofOne: 8, inAll: 32 };
/** A form has a field or two besides its file, and nothing long in them. */
const MAX_FIELD_BYTES = 4 * 1024;

/** The bytes of pictures: in by POST /photos, out by GET /photos/<id>/<size> and GET /logos/<id>. */
export function photoRoutes(rooms: Rooms): FastifyPluginAsync {
  const { config } = rooms;
  const maxFileBytes = config.photos.maxMegabytes * MEGABYTE;
  const files = new UploadFiles(join(config.dataFolder, 'uploads'), {
    maxBytes: MAX_LARGEST_UPLOADS.inAll * maxFileBytes,
    maxBytesOfOne: MAX_LARGEST_UPLOADS.ofOne * maxFileBytes,
  });
  return async (http) => {
    await files.removeLeftovers();
    await http.register(multipart, {
      limits: { fileSize: maxFileBytes, files: 1, fields: 10, fieldSize: MAX_FIELD_BYTES },
    });
    // Who is asking is found out anew for every request, and before a byte of its body is read.
    http.addHook('onRequest', async (request, reply) => {
      reply.header('cache-control', 'private, no-store');
      request.arrival = await arrive(rooms, request.headers.authorization, request.ip);
      const { audience } = request.arrival.principal;
      if (audience === 'VISITOR') throw refusalFor(audience);
    });
    http.post('/photos', { onRequest: onlyWhoWorksOnJobs }, (request, reply) =>
      take(rooms, files, request, reply),
    );
    http.route<{ Params: { id: string; size: string } }>({
      method: ['GET', 'HEAD'],
      url: '/photos/:id/:size',
      handler: (request, reply) => give(rooms, request, reply),
    });
    http.route<{ Params: { id: string } }>({
      method: ['GET', 'HEAD'],
      url: '/logos/:id',
      handler: (request, reply) => giveLogo(rooms, request, reply),
    });
  };
}

async function onlyWhoWorksOnJobs({ arrival }: FastifyRequest): Promise<void> {
  const { audience } = arrival.principal;
  if (!may(audience, 'WORK_ON_JOBS')) throw refusalFor(audience);
}

async function take(
  rooms: Rooms,
  files: UploadFiles,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const { principal } = request.arrival;
  if (principal.kind !== 'STAFF') throw refusalFor(principal.audience);
  const file = await fileIn(request);
  const { change } = contextFor(rooms, request.arrival, request);
  try {
    const upload = await uploadPhoto(
      change,
      { store: rooms.photos, files },
      {
        staffId: principal.staffId,
        sent: file,
        isCutOff: () => file.truncated,
      },
    );
    return reply.status(201).send(upload);
  } catch (error) {
    // Nobody reads what is still to come of a file that was refused, so it is let go.
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

type Asked = FastifyRequest<{ Params: { id: string; size: string } }>;

/**
 * Gives a size to whoever sees the photo and the field that says where that size is. Staff read the
 * live photo and a client its publication, so the bytes obey what the graph obeys, on every request.
 */
async function give(rooms: Rooms, request: Asked, reply: FastifyReply) {
  const { arrival, params } = request;
  const { audience } = arrival.principal;
  const size = PHOTO_SIZES.find((each) => each === params.size);
  const photo = await contextFor(rooms, arrival, request).reader.find(Photo, params.id);
  const businessId = businessOf(arrival.principal);
  if (!size || !businessId || !photo?.[urlField(size)]) throw notFound();
  if (!rooms.policy.allows(audience, 'Photo', urlField(size))) throw notFound();

  const type = size === 'original' ? (photo.originalType as string) : MADE_TYPE;
  return giveBytes(rooms, request, reply, { businessId, id: photo.id, size, type });
}

/** Gives the logo to whoever sees the business that has it: its staff, and clients whose link opens. */
async function giveLogo(
  rooms: Rooms,
  request: FastifyRequest<{ Params: { id: string } }>,
  reply: FastifyReply,
) {
  const { arrival, params } = request;
  const { id } = params;
  const businessId = businessOf(arrival.principal);
  const { reader } = contextFor(rooms, arrival, request);
  const business = await reader.find(Business, businessId);
  if (!businessId || business?.logoUrl !== logoPath(id)) throw notFound();
  return giveBytes(rooms, request, reply, { businessId, id, size: 'thumbnail', type: MADE_TYPE });
}

interface Bytes {
  businessId: string;
  id: string;
  size: PhotoSize;
  type: string;
}

async function giveBytes(
  { photos }: Rooms,
  { headers, method }: FastifyRequest,
  reply: FastifyReply,
  { size, type, ...name }: Bytes,
) {
  const length = await photos.lengthOf(name, size);
  if (length === null) throw notFound();
  reply.type(type).headers({ 'accept-ranges': 'bytes', vary: 'authorization' });
  if (method === 'HEAD') return reply.header('content-length', length).send();
  // If-Range never matches: nobody may have kept an earlier part to complete.
  const range = headers['if-range'] ? undefined : headers.range;
  return send(reply, range, length, () => photos.read(name, size));
}

function send(
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
