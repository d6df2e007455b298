import { open } from 'node:fs/promises';
import { Refusal } from '../../../visibility/refusals.js';
import type { PictureFacts } from '../photo.entity.js';
import { HEIC_SENTENCE, refusedFile } from '../upload/refused-file.js';
import { decode } from './decoder.js';
import type { Decoded } from './decoding-protocol.js';

/** A picture in all its sizes. */
export interface Picture extends PictureFacts, Decoded {
  /** The uploaded file: its bytes, or its path. */
  original: Buffer | string;
}

/** Media type of the display and thumbnail sizes. */
export const MADE_TYPE = 'image/jpeg';

/** Number of leading bytes that identify the type of a file. */
const HEAD_BYTES = 12;

/**
 * Decodes a file and creates its sizes. The type is read from the content, not from the file name. Throws a file
 * refusal, or RATE_LIMITED when the queue, or the owner's share of it, is full.
 */
export async function readPicture(owner: string, file: string): Promise<Picture> {
  const originalType = typeOf(await headOf(file));
  if (!originalType) throw refusedFile('NOT_A_PICTURE');
  const decoded = await decode(owner, file).catch((error) => {
    throw originalType === HEIC && isUnreadable(error) ? unreadableHeic(error) : error;
  });
  return { original: file, originalType, ...decoded };
}

function isUnreadable(error: unknown): boolean {
  return error instanceof Refusal && error.extensions.reason === 'UNREADABLE_PICTURE';
}

function unreadableHeic(cause: unknown): Refusal {
  return refusedFile('UNREADABLE_PICTURE', cause, HEIC_SENTENCE);
}

async function headOf(file: string): Promise<Buffer> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** Media type from the first bytes; null for any other type (SVG, PDF …), which is never decoded. */
function typeOf(bytes: Buffer): string | null {
  const text = (from: number, to: number) => bytes.toString('latin1', from, to);
  if (text(0, 3) === '\xff\xd8\xff') return 'image/jpeg';
  if (text(0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png';
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'image/webp';
  if (text(4, 8) === 'ftyp' && HEIC_BRANDS.includes(text(8, 12))) return HEIC;
  return null;
}

const HEIC = 'image/heic';
const HEIC_BRANDS = ['heic', 'heix', 'heim', 'heis', 'mif1'];
