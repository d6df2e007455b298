import type { default as Decoder, Sharp } from 'sharp';
import type { PictureFacts } from './photo.entity.js';
import { MOST_PIXELS, type PhotoSize } from './photo-sizes.js';
import { refusedFile } from './refused-file.js';

/** A picture in all its sizes, ready to be kept. */
export interface Picture extends PictureFacts {
  bytes: Record<PhotoSize, Buffer>;
}

/** What the sizes that we make are. */
export const MADE_TYPE = 'image/jpeg';

// A 108-megapixel phone fits; a small file that unfolds into gigabytes does not.
const MOST_PIXELS_IN = 120_000_000;

/** Decodes what was sent, whatever it calls itself, and makes the sizes that carry nothing but the picture. */
export async function readPicture(original: Buffer): Promise<Picture> {
  const originalType = typeOf(original);
  if (!originalType) throw refusedFile('NOT_A_PICTURE');
  // The decoders are large, so whoever sends the first picture waits for them, and not every start.
  const { default: decoder } = await import('sharp');
  try {
    const { data: display, info } = await made(opened(decoder, original), 'display').toBuffer({
      resolveWithObject: true,
    });
    const thumbnail = await made(opened(decoder, display), 'thumbnail').toBuffer();
    const { width, height } = info;
    return { width, height, originalType, bytes: { original, display, thumbnail } };
  } catch (error) {
    throw refusedFile('UNREADABLE_PICTURE', error);
  }
}

function opened(decoder: typeof Decoder, bytes: Buffer): Sharp {
  return decoder(bytes, { failOn: 'error', limitInputPixels: MOST_PIXELS_IN });
}

/** Turned as the camera was held, then smaller; sharp writes no metadata unless it is told to. */
function made(picture: Sharp, size: keyof typeof MOST_PIXELS): Sharp {
  const most = MOST_PIXELS[size];
  return picture
    .autoOrient()
    .resize({ width: most, height: most, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: 'white' })
    .jpeg({ quality: 82 });
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
