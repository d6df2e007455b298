import { Refusal } from '../../../visibility/refusals.js';
import { BoundedQueue } from '../../limits/bounded-queue.js';
import { refusedFile } from '../upload/refused-file.js';
import { DecoderProcess } from './decoder-process.js';
import type { Decoded } from './decoding-protocol.js';

/**
 * Maximum memory of all pictures that are decoded at the same time. Allows 26 megapixels of a progressive JPEG or
 * an interlaced PNG, and any baseline JPEG.
 */
const MAX_DECODING_BYTES = 80_000_000;
/** Minimum cost of a picture: the created sizes need memory too. */
const MIN_COST_BYTES = 32_000_000;
/** Idle processes are ended after this, to free their memory. */
const IDLE_MS = 10_000;

const queue = new BoundedQueue({
  maxRunning: 2,
  maxWaiting: 24,
  maxWaitingPerOwner: 8,
  refusal: () =>
    new Refusal('RATE_LIMITED', 'Too many pictures are waiting; send this one again in a minute.'),
});

const idle: DecoderProcess[] = [];
let inUseBytes = 0;
const waitingForMemory: (() => void)[] = [];

/**
 * Decodes a file in a child process, at most two at a time in the server, and creates the sizes without metadata.
 * Throws a refusal when the file is not a readable picture or would take too much memory or time, and RATE_LIMITED
 * when the queue is full.
 */
export function decode(owner: string, file: string): Promise<Decoded> {
  return queue.run(owner, async () => {
    const process = idle.pop() ?? new DecoderProcess();
    process.keepAwake();
    try {
      return await decodeIn(process, file);
    } finally {
      if (process.isUsable) keepIdle(process);
      else process.end();
    }
  });
}

async function decodeIn(process: DecoderProcess, file: string): Promise<Decoded> {
  const bytes = Math.max(await process.measure(file), MIN_COST_BYTES);
  if (bytes > MAX_DECODING_BYTES) throw refusedFile('UNREADABLE_PICTURE', `needs ${bytes} bytes`);
  await reserve(bytes);
  try {
    return await process.decode(bytes);
  } finally {
    inUseBytes -= bytes;
    waitingForMemory.shift()?.();
  }
}

/** Reserves memory, waiting for the other picture when both would exceed the maximum. */
async function reserve(bytes: number): Promise<void> {
  while (inUseBytes + bytes > MAX_DECODING_BYTES)
    await new Promise<void>((resolve) => waitingForMemory.push(resolve));
  inUseBytes += bytes;
}

function keepIdle(process: DecoderProcess): void {
  idle.push(process);
  process.endAfter(IDLE_MS, () => idle.splice(idle.indexOf(process), 1));
}
