import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { PrintedDocument } from './printed-document.js';

/** Answer of the thread. */
export type Typeset = { bytes: Uint8Array } | { failure: string };

/** 200 lines of the longest texts take five seconds on a busy machine; a thread that hangs is ended. */
const MAX_TYPESETTING_MS = 30_000;
/** The fonts stay in memory, so a thread that is idle for this long is ended. */
const IDLE_MS = 30_000;
const MAX_HEAP_MB = 256;
const PROGRAM = fileURLToPath(new URL('./typesetting-worker.js', import.meta.url));

/**
 * The thread that typesets documents, one at a time, so that requests do not wait for it. It is started when it is
 * needed, and again after it ended.
 */
export class TypesettingThread {
  #worker: Worker | null = null;
  #idleTimer: NodeJS.Timeout | undefined;

  /** Bytes of the document as PDF. Must not be called again before it has answered. Throws when that failed. */
  async typeset(document: PrintedDocument): Promise<Uint8Array> {
    clearTimeout(this.#idleTimer);
    const answer = await this.#ask(document);
    this.#idleTimer = setTimeout(() => this.end(), IDLE_MS).unref();
    if ('failure' in answer)
      throw new Error(`The document could not be typeset: ${answer.failure}`);
    return answer.bytes;
  }

  /** Ends the thread; the next document starts another. */
  end(): void {
    clearTimeout(this.#idleTimer);
    void this.#worker?.terminate();
    this.#worker = null;
  }

  #ask(document: PrintedDocument): Promise<Typeset> {
    const worker = this.#started();
    return new Promise((resolve) => {
      const settle = (answer: Typeset) => {
        clearTimeout(timer);
        worker.off('message', settle).off('error', onError).off('exit', onExit);
        resolve(answer);
      };
      const fail = (failure: string) => {
        if (this.#worker === worker) this.#worker = null;
        void worker.terminate();
        settle({ failure });
      };
      const onError = (error: Error) => fail(error.message);
      const onExit = () => fail('The thread ended.');
      const timer = setTimeout(() => fail('It took too long.'), MAX_TYPESETTING_MS);
      worker.on('message', settle).once('error', onError).once('exit', onExit);
      worker.postMessage(document);
    });
  }

  #started(): Worker {
    if (this.#worker) return this.#worker;
    const worker = new Worker(PROGRAM, {
      resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
      // No secret of the server is needed.
      env: {},
    });
    // The server can exit without waiting for it.
    worker.unref();
    // Without a listener, an error between two documents would end the server.
    worker.on('error', () => undefined);
    worker.once('exit', () => {
      if (this.#worker === worker) this.#worker = null;
    });
    this.#worker = worker;
    return worker;
  }
}
