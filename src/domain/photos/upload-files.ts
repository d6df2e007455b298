import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Refusal } from '../../visibility/refusals.js';
import { refusedFile } from './refused-file.js';

/** No upload takes this long. */
const MAX_AGE_MS = 60 * 60 * 1000;

/** How many bytes of uploads may lie here at once. */
export interface UploadBounds {
  maxBytes: number;
  maxBytesOfOne: number;
}

/**
 * Uploads on their way in. Each is written to a file as it comes, so that no picture is in memory, and
 * goes when its work is done. What lies there at once is bounded for the server and for one person; bytes
 * count as they arrive, so whoever sends slowly takes no room from others.
 */
export class UploadFiles {
  #bytes = 0;
  readonly #bytesOf = new Map<string, number>();

  constructor(
    private readonly folder: string,
    private readonly bounds: UploadBounds,
  ) {}

  /** Writes what somebody sends to a file and hands its path to the work. */
  async receive<T>(owner: string, sent: Readable, work: (file: string) => Promise<T>): Promise<T> {
    const own = await mkdtemp(join(this.folder, 'upload-'));
    const file = join(own, 'original');
    let bytes = 0;
    const counted = async function* (this: UploadFiles, chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        bytes += chunk.length;
        this.#count(owner, chunk.length);
        this.#refuseTooMuch(owner);
        yield chunk;
      }
    };
    try {
      await pipeline(sent, counted.bind(this), createWriteStream(file, { mode: 0o600 })).catch(
        (error) => {
          throw isOurs(error) ? error : refusedFile('NO_FILE', error);
        },
      );
      return await work(file);
    } finally {
      this.#count(owner, -bytes);
      await rm(own, { recursive: true, force: true });
    }
  }

  /** Removes what a server that died has left here. Other servers may be writing to the same folder. */
  async removeLeftovers(): Promise<void> {
    const before = Date.now() - MAX_AGE_MS;
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    for (const name of await readdir(this.folder)) {
      const path = join(this.folder, name);
      const found = await stat(path).catch(() => null);
      if (found && found.mtimeMs < before) await rm(path, { recursive: true, force: true });
    }
  }

  #count(owner: string, bytes: number): void {
    this.#bytes += bytes;
    const ofOne = (this.#bytesOf.get(owner) ?? 0) + bytes;
    if (ofOne > 0) this.#bytesOf.set(owner, ofOne);
    else this.#bytesOf.delete(owner);
  }

  #refuseTooMuch(owner: string): void {
    const { maxBytes, maxBytesOfOne } = this.bounds;
    if (this.#bytes <= maxBytes && (this.#bytesOf.get(owner) ?? 0) <= maxBytesOfOne) return;
    throw new Refusal(
      'RATE_LIMITED',
      'Too many pictures are on their way; send this one again in a minute.',
    );
  }
}

/** A refusal, or a disk that cannot be written; anything else is a form that broke off. */
function isOurs(error: unknown): boolean {
  return error instanceof Refusal || 'syscall' in (error as object);
}
