import { constants, setPriority } from 'node:os';
import sharp, { type Sharp } from 'sharp';
import { decodingCost } from './decoding-cost.js';
import type { Decoded, FromDecoder, ToDecoder } from './decoding-protocol.js';
import { MOST_PIXELS } from './photo-sizes.js';

/*
 * A process of its own that turns uploaded files into pictures, one at a time. A file that crashes the
 * decoder, hangs it or makes it eat memory ends this process and nothing else, and what it took goes
 * back to the machine with it.
 */

/** A 108-megapixel phone fits; a small file that unfolds into gigabytes does not. */
const MAX_PIXELS = 120_000_000;
const WATCH_INTERVAL_MS = 20;
/** Of a processor, not of the clock: a busy machine makes no picture worse. */
const MAX_CPU_MS = 20_000;
/** Room for what no header tells: the sizes that are made, and what the allocator rounds up. */
const SPARE_BYTES = 32_000_000;
/** After a picture that left more than this behind, a fresh process takes over. */
const MAX_LEFT_BEHIND_BYTES = 32_000_000;

sharp.concurrency(1);
sharp.cache(false);
// Whoever waits for an answer comes before whoever waits for a picture.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
// A terminal sends these to all of its processes; the server ends us when it is done with us.
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
    // What the picture before left behind does not count against this one.
    allowedBytes = MAX_LEFT_BEHIND_BYTES + SPARE_BYTES;
    void answer(measured);
  } else {
    allowedBytes = message.allowedBytes * 1.25 + MAX_LEFT_BEHIND_BYTES / 2 + SPARE_BYTES;
    void answer(decoded);
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

async function measured(): Promise<FromDecoder> {
  return { kind: 'MEASURED', bytes: decodingCost(await opened(file).metadata()) };
}

async function decoded(): Promise<FromDecoder> {
  const { data: display, info } = await made(opened(file), 'display').toBuffer({
    resolveWithObject: true,
  });
  const thumbnail = await made(opened(display), 'thumbnail').toBuffer();
  const picture: Decoded = { width: info.width, height: info.height, display, thumbnail };
  allowedBytes = Number.POSITIVE_INFINITY;
  const isLast = process.memoryUsage.rss() - idleBytes > MAX_LEFT_BEHIND_BYTES;
  return { kind: 'DECODED', picture, isLast };
}

function opened(input: string | Buffer): Sharp {
  return sharp(input, { failOn: 'error', limitInputPixels: MAX_PIXELS });
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

function send(message: FromDecoder): void {
  process.send?.(message);
}
