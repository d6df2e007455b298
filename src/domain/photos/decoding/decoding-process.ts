import sharp, { type Sharp } from 'sharp';
import { MAX_SIDE_PIXELS } from '../photo-sizes.js';
import { decodingCost } from './decoding-cost.js';
import type { Decoded, FromDecoder, ToDecoder } from './decoding-protocol.js';
import { timeTaken } from './time-taken.js';

/*
 * Separate process that decodes uploaded files, one at a time. A file that crashes the decoder, hangs it or makes
 * it grow ends only this process, and its memory is freed.
 */

/** Allows a 108-megapixel phone, refuses decompression bombs. */
const MAX_PIXELS = 120_000_000;
const WATCH_INTERVAL_MS = 20;
/** CPU time, not wall clock, so that a busy machine refuses no picture. */
const MAX_CPU_MS = 20_000;
/** Allowance for the created sizes and the allocator, which the header does not tell. */
const SPARE_BYTES = 32_000_000;
/** A process that holds more than this after a picture is replaced. */
const MAX_RETAINED_BYTES = 32_000_000;

sharp.concurrency(1);
sharp.cache(false);
// A terminal sends these signals to all of its processes; the server ends this one itself.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
process.on('disconnect', () => process.exit());

const idleBytes = process.memoryUsage.rss();
let allowedBytes = SPARE_BYTES;
let cpuBefore = process.cpuUsage();
setInterval(() => {
  const { user, system } = process.cpuUsage(cpuBefore);
  const isTooSlow = (user + system) / 1000 > MAX_CPU_MS;
  if (isTooSlow || process.memoryUsage.rss() - idleBytes > allowedBytes) process.exit(1);
}, WATCH_INTERVAL_MS);

let file = '';
process.on('message', (message: ToDecoder) => {
  if (message.kind === 'MEASURE') {
    file = message.file;
    cpuBefore = process.cpuUsage();
    // Memory retained from the previous picture does not count.
    allowedBytes = MAX_RETAINED_BYTES + SPARE_BYTES;
    void answer(measure);
  } else {
    allowedBytes = message.allowedBytes * 1.25 + MAX_RETAINED_BYTES / 2 + SPARE_BYTES;
    void answer(decode);
  }
});
send({ kind: 'READY' });

async function answer(work: () => Promise<FromDecoder>): Promise<void> {
  try {
    send(await work());
  } catch (error) {
    send({ kind: 'UNREADABLE', why: String(error) });
  }
}

async function measure(): Promise<FromDecoder> {
  return { kind: 'MEASURED', bytes: decodingCost(await openImage(file).metadata()) };
}

async function decode(): Promise<FromDecoder> {
  const { data: display, info } = await resized(openImage(file), 'display').toBuffer({
    resolveWithObject: true,
  });
  const thumbnail = await resized(openImage(display), 'thumbnail').toBuffer();
  const taken = timeTaken((await openImage(file).metadata()).exif);
  const picture: Decoded = { width: info.width, height: info.height, display, thumbnail, taken };
  allowedBytes = Number.POSITIVE_INFINITY;
  const isLast = process.memoryUsage.rss() - idleBytes > MAX_RETAINED_BYTES;
  return { kind: 'DECODED', picture, isLast };
}

function openImage(input: string | Buffer): Sharp {
  return sharp(input, { failOn: 'error', limitInputPixels: MAX_PIXELS });
}

/** Rotated by the EXIF orientation, then scaled down; sharp writes no metadata by default. */
function resized(picture: Sharp, size: keyof typeof MAX_SIDE_PIXELS): Sharp {
  const side = MAX_SIDE_PIXELS[size];
  return picture
    .autoOrient()
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: 'white' })
    .jpeg({ quality: 82 });
}

function send(message: FromDecoder): void {
  process.send?.(message);
}
