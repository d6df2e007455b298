import type { Metadata } from 'sharp';

/** What sharp says of a file's header, as far as it tells what decoding costs. */
export type PictureHeader = Pick<
  Metadata,
  'format' | 'width' | 'height' | 'channels' | 'depth' | 'pages' | 'isProgressive'
> &
  Pick<Metadata, 'chromaSubsampling' | 'compression'>;

/** Rows of a plain PNG that are in memory at once while it is made smaller; measured. */
const ROWS_HELD = 1_200;
/** Planes, the picture put together, and its copy: measured for AV1, estimated for HEVC. */
const HEIF_BYTES_A_PIXEL = { hevc: 6, other: 18 };
const BYTES_OF_DEPTH: Record<string, number> = { uchar: 1, char: 1, ushort: 2, short: 2 };

/**
 * The bytes that a decoder holds at once for a picture, worked out from its header alone. Formats that
 * are decoded row by row cost some rows; an interlaced PNG, a progressive JPEG, HEIC and most WebP are
 * held whole. An estimate: the decoding process also watches what it really uses.
 */
export function decodingCost(header: PictureHeader): number {
  const { format, width, height } = header;
  const pixels = width * height;
  if (format === 'jpeg') return header.isProgressive ? pixels * coefficientBytes(header) : 0;
  if (format === 'png')
    return (
      width * (header.isProgressive ? height : Math.min(height, ROWS_HELD)) * sampleBytes(header)
    );
  if (format === 'webp') return pixels * ((header.pages ?? 1) > 1 ? 8 : 4);
  if (format === 'heif')
    return pixels * HEIF_BYTES_A_PIXEL[header.compression === 'hevc' ? 'hevc' : 'other'];
  return Number.POSITIVE_INFINITY;
}

/** A progressive JPEG keeps two bytes for each sample until its last scan is read. */
function coefficientBytes({ channels, chromaSubsampling }: PictureHeader): number {
  return chromaSubsampling === '4:2:0' ? 3 : channels * 2;
}

/** Bytes of a pixel, all channels. A palette counts as the colours that it stands for, as it is decoded. */
function sampleBytes({ channels, depth }: PictureHeader): number {
  return channels * (BYTES_OF_DEPTH[depth] ?? 8);
}
