import { open } from 'node:fs/promises';
import { decode } from './decoder.js';
import type { Decoded } from './decoding-protocol.js';
import type { PictureFacts } from './photo.entity.js';
import { refusedFile } from './refused-file.js';

/** A picture in all its sizes, ready to be kept. */
export interface Picture extends PictureFacts, Decoded {
  /** The file as it came: its bytes, or the path where it lies. */
  original: Buffer | string;
}

/** What the sizes that we make are. */
export const MADE_TYPE = 'image/jpeg';

/** Bytes that tell the type of a file. */
const HEAD_BYTES = 12;

/**
 * Decodes a file, whatever it calls itself, and makes the sizes that carry nothing but the picture. Of one
 * owner only some wait at a time.
 */
export async function readPicture(owner: string, file: string): Promise<Picture> {
  const originalType = typeOf(await headOf(file));
  if (!originalType) throw refusedFile('NOT_A_PICTURE');
  return { original: file, originalType, ...(await decode(owner, file)) };
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

/** The type that the first bytes tell: a decoder for anything else (SVG, PDF …) is never even started. */
function typeOf(bytes: Buffer): string | null {
  const text = (from: number, to: number) => bytes.toString('latin1', from, to);
  if (text(0, 3) === '\xff\xd8\xff') return 'image/jpeg';
  if (text(0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png';
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'image/webp';
  if (text(4, 8) === 'ftyp' && HEIC_BRANDS.includes(text(8, 12))) return 'image/heic';
  return null;
}

const HEIC_BRANDS = ['heic', 'heix', 'heim', 'heis', 'mif1'];
