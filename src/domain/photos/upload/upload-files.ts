import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Refusal } from '../../../visibility/refusals.js';
import { refusedFile } from './refused-file.js';

/** An upload never takes this long; older files are leftovers. */
const MAX_AGE_MS = 60 * 60 * 1000;

/** Bounds of the bytes on disk, for the server and per person. */
export interface UploadBounds {
  maxBytes: number;
  maxBytesPerOwner: number;
}

/**
 * Temporary files of uploads. Each upload is streamed to a file, so that no picture is in memory, and removed when
 * its processing is done. Bytes on disk are bounded for the server and per person; they count as they are received,
 * so a slow sender reserves no space.
 */
export class UploadFiles {
  #bytes = 0;
  readonly #bytesOf = new Map<string, number>();

  constructor(
    private readonly folder: string,
    private readonly bounds: UploadBounds,
  ) {}

  /** Streams an upload to a file, calls `work` with its path and removes the file. Throws RATE_LIMITED. */
  async receive<T>(owner: string, sent: Readable, work: (file: string) => Promise<T>): Promise<T> {
    const directory = await mkdtemp(join(this.folder, 'upload-'));
    const file = join(directory, 'original');
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
          throw isServerSide(error) ? error : refusedFile('NO_FILE', error);
        },
      );
      return await work(file);
    } finally {
      this.#count(owner, -bytes);
      await rm(directory, { recursive: true, force: true });
    }
  }

  /** Removes files left by a crashed server. Other servers may be writing to the same folder. */
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
    const ownerBytes = (this.#bytesOf.get(owner) ?? 0) + bytes;
    if (ownerBytes > 0) this.#bytesOf.set(owner, ownerBytes);
    else this.#bytesOf.delete(owner);
  }

  #refuseTooMuch(owner: string): void {
    const { maxBytes, maxBytesPerOwner } = this.bounds;
    if (this.#bytes <= maxBytes && (this.#bytesOf.get(owner) ?? 0) <= maxBytesPerOwner) return;
    throw new Refusal(
      'RATE_LIMITED',
      'Too many pictures are on their way; send this one again in a minute.',
    );
  }
}

/** Whether the error is a refusal or a file system error. Otherwise the form was cut off. */
function isServerSide(error: unknown): boolean {
  return error instanceof Refusal || 'syscall' in (error as object);
}
