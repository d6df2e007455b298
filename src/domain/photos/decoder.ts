import { Refusal } from '../../visibility/refusals.js';
import { BoundedQueue } from '../limits/bounded-queue.js';
import { DecoderProcess } from './decoder-process.js';
import type { Decoded } from './decoding-protocol.js';
import { refusedFile } from './refused-file.js';

/**
 * What all pictures that are decoded at the same time may cost together, in bytes; none may cost more
 * alone. It fits 26 megapixels of a progressive JPEG, 26 of an interlaced PNG, and any baseline JPEG.
 */
const MAX_DECODING_BYTES = 80_000_000;
/** Even the smallest picture needs room for the sizes that are made of it. */
const MIN_COST_BYTES = 32_000_000;
/** Idle processes are ended, so that their memory comes back. */
const IDLE_MS = 10_000;

const queue = new BoundedQueue({
  atOnce: 2,
  maxWaiting: 24,
  maxWaitingOfOne: 8,
  refusal: () =>
    new Refusal('RATE_LIMITED', 'Too many pictures are waiting; send this one again in a minute.'),
});

const idle: DecoderProcess[] = [];
let inUseBytes = 0;
const waitingForRoom: (() => void)[] = [];

/**
 * Decodes a file in a process of its own, at most two at a time in the whole server, and makes the
 * sizes that carry nothing but the picture. Throws a refusal when the file is no readable picture, would
 * take too much memory or time, or too many wait already.
 */
export function decode(owner: string, file: string): Promise<Decoded> {
  return queue.run(owner, async () => {
    const process = idle.pop() ?? new DecoderProcess();
    process.keepAwake();
    try {
      return await decodeIn(process, file);
    } finally {
      if (process.isUsable) rest(process);
      else process.end();
    }
  });
}

async function decodeIn(process: DecoderProcess, file: string): Promise<Decoded> {
  const bytes = Math.max(await process.measure(file), MIN_COST_BYTES);
  if (bytes > MAX_DECODING_BYTES) throw refusedFile('UNREADABLE_PICTURE', `needs ${bytes} bytes`);
  await roomFor(bytes);
  try {
    return await process.decode(bytes);
  } finally {
    inUseBytes -= bytes;
    waitingForRoom.shift()?.();
  }
}

/** Waits while the other picture takes so much that both would be too much. */
async function roomFor(bytes: number): Promise<void> {
  while (inUseBytes + bytes > MAX_DECODING_BYTES)
    await new Promise<void>((resolve) => waitingForRoom.push(resolve));
  inUseBytes += bytes;
}

function rest(process: DecoderProcess): void {
  idle.push(process);
  process.endAfter(IDLE_MS, () => idle.splice(idle.indexOf(process), 1));
}
