import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';

const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
/** Where the pixels of each pass of an interlaced PNG begin, and how far apart they are. */
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

interface PngKind {
  side: number;
  bits: 1 | 8 | 16;
  /** Samples of a pixel: 1 is a palette, 4 is RGBA. */
  samples: 1 | 4;
  isInterlaced: boolean;
}

/** A PNG of nothing but zeros: a small file, however large the picture. */
export function blankPng({ side, bits, samples, isInterlaced }: PngKind): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header[8] = bits;
  header[9] = samples === 1 ? 3 : 6;
  header[12] = isInterlaced ? 1 : 0;
  const passes = isInterlaced ? PASSES : ([[0, 0, 1, 1]] as const);
  const bytes = passes.reduce((sum, [x, y, across, down]) => {
    const width = Math.ceil((side - x) / across);
    const height = Math.ceil((side - y) / down);
    return sum + height * (1 + Math.ceil((width * bits * samples) / 8));
  }, 0);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    ...(samples === 1 ? [chunk('PLTE', Buffer.alloc(6))] : []),
    chunk('IDAT', deflateSync(Buffer.alloc(bytes), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A JPEG that is held whole until its last scan is read. */
export function progressiveJpeg(width: number, height: number): Promise<Buffer> {
  return plain(width, height).jpeg({ progressive: true, chromaSubsampling: '4:4:4' }).toBuffer();
}

/** A photo as a phone with 108 megapixels takes it: rows that are decoded one after the other. */
export function baselineJpeg(width: number, height: number): Promise<Buffer> {
  return plain(width, height).jpeg().toBuffer();
}

export function losslessWebp(side: number): Promise<Buffer> {
  return plain(side, side).webp({ lossless: true }).toBuffer();
}

/** A film of many pages, each as large as the first. */
export async function animatedWebp(side: number, pages: number): Promise<Buffer> {
  const frames = await Promise.all(
    Array.from({ length: pages }, (_, at) =>
      plain(side, side, { r: at * 20, g: 0, b: 0 })
        .png()
        .toBuffer(),
    ),
  );
  return sharp(frames, { join: { animated: true } })
    .webp()
    .toBuffer();
}

/** An AVIF that says of itself no more than that it is of the family of HEIC. */
export async function disguisedAvif(side: number): Promise<Buffer> {
  const bytes = await plain(side, side).avif({ effort: 0 }).toBuffer();
  bytes.write('mif1', 8, 'latin1');
  return bytes;
}

type Colour = string | { r: number; g: number; b: number };

function plain(width: number, height: number, background: Colour = '#4080c0') {
  return sharp({
    create: { width, height, channels: 3, background },
    limitInputPixels: false,
  });
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const around = Buffer.alloc(8);
  around.writeUInt32BE(data.length, 0);
  around.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([around.subarray(0, 4), body, around.subarray(4)]);
}
