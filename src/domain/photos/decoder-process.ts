import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Decoded, FromDecoder, ToDecoder } from './decoding-protocol.js';
import { refusedFile } from './refused-file.js';

/** The process itself stops after 20 s of a processor; this is for one that hangs. */
const MAX_DECODING_MS = 90_000;
const PROGRAM = fileURLToPath(new URL('./decoding-process.js', import.meta.url));

/** A child process that decodes one picture at a time; it is not used again once a file has ended it. */
export class DecoderProcess {
  readonly #child: ChildProcess;
  readonly #ready: Promise<unknown>;
  #idleTimer: NodeJS.Timeout | undefined;
  #hasEnded = false;
  #isLast = false;

  constructor() {
    this.#child = fork(PROGRAM, [], {
      serialization: 'advanced',
      execArgv: ['--max-semi-space-size=1', '--max-old-space-size=64', '--jitless'],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      env: SURROUNDINGS,
    });
    // A server that is done does not wait for this process, which ends when it loses the server.
    this.#child.unref();
    this.#child.channel?.unref();
    this.#child.once('exit', () => {
      this.#hasEnded = true;
    });
    this.#ready = this.#answer();
    this.#ready.catch(() => undefined);
  }

  /** False once a file has ended the process or made it grow. */
  get isUsable(): boolean {
    return !this.#hasEnded && !this.#isLast;
  }

  /** The bytes that decoding the file would take. */
  async measure(file: string): Promise<number> {
    if ((await this.#ready) === null)
      throw new Error('The process that decodes pictures cannot start.');
    const answer = await this.#ask({ kind: 'MEASURE', file });
    if (answer.kind === 'MEASURED') return answer.bytes;
    throw refusedFile('UNREADABLE_PICTURE', answer);
  }

  /** Decodes the file that was measured last. */
  async decode(allowedBytes: number): Promise<Decoded> {
    const answer = await this.#ask({ kind: 'DECODE', allowedBytes });
    if (answer.kind !== 'DECODED') throw refusedFile('UNREADABLE_PICTURE', answer);
    this.#isLast = answer.isLast;
    return answer.picture;
  }

  keepAwake(): void {
    clearTimeout(this.#idleTimer);
  }

  /** Ends the process unless it is used again within so many milliseconds. */
  endAfter(ms: number, onEnd: () => void): void {
    const end = () => {
      onEnd();
      this.end();
    };
    this.#idleTimer = setTimeout(end, ms).unref();
  }

  end(): void {
    this.#child.kill('SIGKILL');
  }

  async #ask(message: ToDecoder): Promise<FromDecoder> {
    const answer = this.#answer();
    // A process that has just ended is noticed by the answer that never comes.
    this.#child.send(message, () => undefined);
    return (await answer) ?? { kind: 'UNREADABLE', why: 'The file ended the decoder.' };
  }

  /** The next message; null when the process ends before, by itself or because it took too long. */
  #answer(): Promise<FromDecoder | null> {
    const child = this.#child;
    return new Promise((resolve) => {
      const settle = (answer: FromDecoder | null) => {
        clearTimeout(timer);
        child.off('message', settle).off('exit', gone).off('error', gone);
        resolve(answer);
      };
      const gone = () => {
        this.#hasEnded = true;
        settle(null);
      };
      const timer = setTimeout(() => child.kill('SIGKILL'), MAX_DECODING_MS);
      child
        .once('message', settle as never)
        .once('exit', gone)
        .once('error', gone);
    });
  }
}

/** The decoder learns no secret of the server, and keeps to two heaps so that memory comes back. */
const SURROUNDINGS = { MALLOC_ARENA_MAX: '2', UV_THREADPOOL_SIZE: '2', VIPS_WARNING: '0' };
