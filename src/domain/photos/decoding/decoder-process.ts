import { type ChildProcess, fork } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import { refusedFile } from '../upload/refused-file.js';
import type { Decoded, FromDecoder, ToDecoder } from './decoding-protocol.js';

/** The process ends itself after 20 s of CPU; this limit is for one that hangs. */
const MAX_DECODING_MS = 90_000;
const PROGRAM = fileURLToPath(new URL('./decoding-process.js', import.meta.url));

/** A child process that decodes one picture at a time. Not reused after a crash or excessive growth. */
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
      env: DECODER_ENV,
    });
    // Requests have priority over decoding and over the start of this process.
    if (this.#child.pid) setPriority(this.#child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
    // The server can exit without waiting for this process, which ends when the channel closes.
    this.#child.unref();
    this.#child.channel?.unref();
    this.#child.once('exit', () => {
      this.#hasEnded = true;
    });
    this.#ready = this.#answer();
    this.#ready.catch(() => undefined);
  }

  /** False after a crash or excessive growth. */
  get isUsable(): boolean {
    return !this.#hasEnded && !this.#isLast;
  }

  /** Memory in bytes that decoding the file would take. Throws a file refusal. */
  async measure(file: string): Promise<number> {
    if ((await this.#ready) === null)
      throw new Error('The process that decodes pictures cannot start.');
    const answer = await this.#ask({ kind: 'MEASURE', file });
    if (answer.kind === 'MEASURED') return answer.bytes;
    throw refusedFile('UNREADABLE_PICTURE', answer);
  }

  /** Decodes the file that was measured last. Throws a file refusal. */
  async decode(allowedBytes: number): Promise<Decoded> {
    const answer = await this.#ask({ kind: 'DECODE', allowedBytes });
    if (answer.kind !== 'DECODED') throw refusedFile('UNREADABLE_PICTURE', answer);
    this.#isLast = answer.isLast;
    return answer.picture;
  }

  /** Cancels `endAfter`. */
  keepAwake(): void {
    clearTimeout(this.#idleTimer);
  }

  /** Ends the process unless it is used again within `ms`. */
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
    // Send errors are ignored: the answer is null when the process has ended.
    this.#child.send(message, () => undefined);
    return (await answer) ?? { kind: 'UNREADABLE', why: 'The file ended the decoder.' };
  }

  /** The next message; null when the process ends or times out before. */
  #answer(): Promise<FromDecoder | null> {
    const child = this.#child;
    return new Promise((resolve) => {
      const settle = (answer: FromDecoder | null) => {
        clearTimeout(timer);
        child.off('message', settle).off('exit', onEnd).off('error', onEnd);
        resolve(answer);
      };
      const onEnd = () => {
        this.#hasEnded = true;
        settle(null);
      };
      const timer = setTimeout(() => child.kill('SIGKILL'), MAX_DECODING_MS);
      child
        .once('message', settle as never)
        .once('exit', onEnd)
        .once('error', onEnd);
    });
  }
}

/** Environment without the server's secrets; two malloc arenas, so that memory is freed. */
const DECODER_ENV = { MALLOC_ARENA_MAX: '2', UV_THREADPOOL_SIZE: '2', VIPS_WARNING: '0' };
