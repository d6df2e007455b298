import type { Metadata } from 'sharp';

/** Metadata from the header of a file that determines its decoding cost. */
export type PictureHeader = Pick<
  Metadata,
  'format' | 'width' | 'height' | 'channels' | 'depth' | 'pages' | 'isProgressive'
> &
  Pick<Metadata, 'chromaSubsampling' | 'compression'>;

/** Rows of a non-interlaced PNG that are in memory at once while it is scaled down; measured. */
const ROWS_HELD = 1_200;
/** Planes, the composed picture and its copy: measured for AV1, estimated for HEVC. */
const HEIF_BYTES_PER_PIXEL = { hevc: 6, other: 18 };
const BYTES_OF_DEPTH: Record<string, number> = { uchar: 1, char: 1, ushort: 2, short: 2 };

/**
 * Estimated peak memory of decoding a picture, in bytes, from its header alone. Formats that are decoded row by row
 * cost some rows; interlaced PNG, progressive JPEG, HEIC and most WebP are held as a whole. The decoding process
 * also measures its real use.
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
    return pixels * HEIF_BYTES_PER_PIXEL[header.compression === 'hevc' ? 'hevc' : 'other'];
  return Number.POSITIVE_INFINITY;
}

/** Bytes per pixel of a progressive JPEG: two per sample until the last scan is read. */
function coefficientBytes({ channels, chromaSubsampling }: PictureHeader): number {
  return chromaSubsampling === '4:2:0' ? 3 : channels * 2;
}

/** Bytes per pixel over all channels. A palette is decoded to its colours. */
function sampleBytes({ channels, depth }: PictureHeader): number {
  return channels * (BYTES_OF_DEPTH[depth] ?? 8);
}
