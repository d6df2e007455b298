import { Refusal } from '../../visibility/refusals.js';
import { bytesOfJson } from './bytes-of-json.js';
import { Places } from './places.js';

const MB = 1024 * 1024;

/**
 * Limits of one operation. `test/abuse/answer-budget.test.ts` prints what the largest operations of the product need
 * (a board of 100 jobs with all their relations).
 */
export const OPERATION_BUDGET = {
  /** List members in the response (in a JSON plan: objects), counted each time that they occur. */
  maxRecords: 30_000,
  /** Size of the response as JSON. */
  maxAnswerBytes: 12 * MB,
  /** Bytes received from PostgreSQL. */
  maxReadBytes: 16 * MB,
} as const;

/** Minimum size of a value in the response besides its name: quotes, colon, comma and a short value. */
export const MIN_VALUE_BYTES = 12;

const BUSY_SENTENCE = 'Too many large queries run at this moment; try again in a few seconds.';
const COMMITTED_SENTENCE =
  'What was changed is kept, but the answer would hold too much; ask for fewer fields of it, or read them by themselves.';

/** List members that an operation completes in one turn of the event loop. */
const RECORDS_PER_TURN = 1_000;

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Reason to end an operation before its response is complete. */
type StopReason = 'TOO_LARGE' | 'CALLER_GONE' | 'BUSY';

/** Fraction of its budget from which an operation is large; only a few large operations run at a time. */
const LARGE_FRACTION = 1 / 8;
const MAX_LARGE_AT_ONCE = 4;
const MAX_WAIT_MS = 10_000;
/** The large operations of this process. */
const largeOperations = new Places(MAX_LARGE_AT_ONCE, MAX_WAIT_MS);
/** Concurrent statements of one operation, so that others get connections too. */
const MAX_STATEMENTS_AT_ONCE = 3;

/**
 * Budget of one operation, and the only place that stops it. All reads and all parts of the response are charged here.
 * Past the budget, or when the caller has hung up, the operation is stopped: it sends no further statement, running ones
 * are cancelled, and `refusal` replaces its whole response. Readers then return nothing and lists are empty, so that the
 * rest of the execution ends at once and without thousands of errors.
 */
export class OperationBudget {
  #records = 0;
  #answerBytes = 0;
  /** Size of the responses before this one, in a batch. */
  #earlierBytes = 0;
  #readBytes = 0;
  #stopped: StopReason | null = null;
  #listeners: Set<() => void> | undefined;
  #leave: (() => void) | undefined;
  #isEnded = false;
  #turn: Promise<void> | null = null;
  #recordsOfTurn = 0;
  #statements: Places | undefined;
  /** Whether a change was committed; the error then says so. */
  isCommitted = false;

  /** Charges a part of the response; stops the operation past its budget. */
  charge(records: number, bytes: number): void {
    this.#records += records;
    this.#answerBytes += bytes;
    const { maxRecords, maxAnswerBytes } = OPERATION_BUDGET;
    if (this.#records > maxRecords || this.#answerBytes > maxAnswerBytes) this.stop('TOO_LARGE');
  }

  /**
   * Spreads the completion of a large response over turns of the event loop, so that other requests run in between.
   * Returns the turn to wait for, or null if the members may be completed at once.
   */
  turnFor(records: number): Promise<void> | null {
    if (this.#recordsOfTurn + records > RECORDS_PER_TURN) {
      this.#turn = (this.#turn ?? Promise.resolve()).then(nextTurn);
      this.#recordsOfTurn = 0;
    }
    this.#recordsOfTurn += records;
    return this.#turn;
  }

  /** Charges bytes received from PostgreSQL; stops the operation past its budget. */
  chargeRead(bytes: number): void {
    this.#readBytes += bytes;
    if (this.#readBytes > OPERATION_BUDGET.maxReadBytes) this.stop('TOO_LARGE');
  }

  /** Bytes that may still be read. */
  get readableBytes(): number {
    return OPERATION_BUDGET.maxReadBytes - this.#readBytes;
  }

  /**
   * Must be awaited before each statement; returns the function to call after it. Waits if too many statements of the
   * operation run, or if the operation is large and too many large ones run; stops the operation if that takes too long.
   */
  async beforeReading(): Promise<() => void> {
    this.#statements ??= new Places(MAX_STATEMENTS_AT_ONCE, MAX_WAIT_MS);
    const done = this.#statements.enterNow() ?? (await this.#statements.enter());
    if (!done) this.stop('BUSY');
    if (this.#isLarge) await this.#enterLarge();
    return () => done?.();
  }

  async #enterLarge(): Promise<void> {
    if (this.#leave || this.#stopped) return;
    const leave = await largeOperations.enter();
    // Another statement of the operation may have entered meanwhile.
    if (!leave) this.stop('BUSY');
    else if (this.#isEnded || this.#leave) leave();
    else this.#leave = leave;
  }

  /** Must be called when the response is complete or the caller is gone; may be called more than once. */
  end(): void {
    this.#isEnded = true;
    this.#leave?.();
    this.#leave = undefined;
  }

  /** Continues with the next operation of a batch, whose operations share the limits. */
  beginNext(): void {
    this.#isEnded = false;
    this.isCommitted = false;
    this.#earlierBytes = this.#answerBytes;
  }

  get #isLarge(): boolean {
    return (
      this.#records > OPERATION_BUDGET.maxRecords * LARGE_FRACTION ||
      this.#readBytes > OPERATION_BUDGET.maxReadBytes * LARGE_FRACTION
    );
  }

  /** List members and bytes charged so far. */
  get spent(): { records: number; answerBytes: number; readBytes: number } {
    return {
      records: this.#records,
      answerBytes: this.#answerBytes,
      readBytes: this.#readBytes,
    };
  }

  /** Charges the size of the complete response, before it is serialized. */
  measure(data: unknown): void {
    if (this.#stopped) return;
    this.#answerBytes = Math.max(
      this.#answerBytes,
      this.#earlierBytes + bytesOfJson(data, OPERATION_BUDGET.maxAnswerBytes),
    );
    if (this.#answerBytes > OPERATION_BUDGET.maxAnswerBytes) this.stop('TOO_LARGE');
  }

  /** Stops the operation; only the first reason counts. */
  stop(reason: StopReason): void {
    if (this.#stopped) return;
    this.#stopped = reason;
    for (const listener of this.#listeners ?? []) listener();
    this.#listeners = undefined;
  }

  get isStopped(): boolean {
    return this.#stopped !== null;
  }

  /** Calls back once when the operation is stopped; returns a function that removes the listener. */
  onStop(listener: () => void): () => void {
    this.#listeners ??= new Set();
    this.#listeners.add(listener);
    return () => this.#listeners?.delete(listener);
  }

  /** The error that replaces the response of a stopped operation; null while it is within its budget. */
  get refusal(): Refusal | null {
    if (!this.#stopped) return null;
    if (this.#stopped === 'BUSY' && !this.isCommitted)
      return new Refusal('RATE_LIMITED', BUSY_SENTENCE);
    return this.isCommitted
      ? new Refusal('QUERY_TOO_LARGE', COMMITTED_SENTENCE, { committed: true })
      : new Refusal('QUERY_TOO_LARGE');
  }
}
