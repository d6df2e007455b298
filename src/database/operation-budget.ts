import { Refusal } from '../visibility/refusals.js';
import { bytesOfJson } from './bytes-of-json.js';
import { Places } from './places.js';

const MB = 1024 * 1024;

/**
 * What one operation may cost while it runs. The product's own largest (a board of 100 jobs with everything that
 * hangs on them) needs the part in brackets; `test/abuse/answer-budget.test.ts` prints the table.
 */
export const OPERATION_BUDGET = {
  /** Records in the answer, counted each time that they are in it. */
  maxRecords: 30_000,
  /** Bytes of the answer, as JSON. */
  maxAnswerBytes: 12 * MB,
  /** Bytes that the operation's statements bring from PostgreSQL. */
  maxReadBytes: 16 * MB,
} as const;

/** Bytes of an answer that each of its values takes besides its name: quotes, colon, comma and a short value. */
export const MIN_VALUE_BYTES = 12;

const BUSY_SENTENCE = 'Too many large queries run at this moment; try again in a few seconds.';
const COMMITTED_SENTENCE =
  'What was changed is kept, but the answer would hold too much; ask for fewer fields of it, or read them by themselves.';

/** Records that an operation completes before others have their turn. */
const RECORDS_PER_TURN = 1_000;

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Why an operation ends before its answer is complete. */
type StopReason = 'TOO_LARGE' | 'CALLER_GONE' | 'BUSY';

/** From this part of its budget on an operation is a large one, of which only a few run at a time. */
const LARGE_PART = 1 / 8;
const MAX_LARGE_AT_ONCE = 4;
const MAX_WAIT_MS = 10_000;
/** The large operations of this process. */
const largeOperations = new Places(MAX_LARGE_AT_ONCE, MAX_WAIT_MS);
/** An operation leaves connections to others, however many statements it could send side by side. */
const MAX_STATEMENTS_AT_ONCE = 3;

/**
 * The budget of one operation, and the one place that ends it. Whatever reads for the operation or adds to its answer
 * charges here. Past the budget, or when the caller has hung up, the operation is stopped: it sends no further
 * statement, running ones are cancelled, and `refusal` replaces its whole answer. From then on readers bring nothing
 * and lists are empty, so that what is left of the execution ends at once and without thousands of errors.
 */
export class OperationBudget {
  #records = 0;
  #answerBytes = 0;
  #readBytes = 0;
  #stopped: StopReason | null = null;
  #listeners: Set<() => void> | undefined;
  #leave: (() => void) | undefined;
  #isEnded = false;
  #turn: Promise<void> | null = null;
  #recordsOfTurn = 0;
  readonly #statements = new Places(MAX_STATEMENTS_AT_ONCE, MAX_WAIT_MS);
  /** Whether something was committed, which the error then has to say. */
  isCommitted = false;

  /** Adds to the answer; stops the operation where that is more than it may hold. */
  charge(records: number, bytes: number): void {
    this.#records += records;
    this.#answerBytes += bytes;
    const { maxRecords, maxAnswerBytes } = OPERATION_BUDGET;
    if (this.#records > maxRecords || this.#answerBytes > maxAnswerBytes) this.stop('TOO_LARGE');
  }

  /**
   * Spreads the completion of a large answer over turns of the event loop, so that other callers are answered in
   * between. Null for what may be completed at once, else the turn to wait for.
   */
  turnFor(records: number): Promise<void> | null {
    if (this.#recordsOfTurn + records > RECORDS_PER_TURN) {
      this.#turn = (this.#turn ?? Promise.resolve()).then(nextTurn);
      this.#recordsOfTurn = 0;
    }
    this.#recordsOfTurn += records;
    return this.#turn;
  }

  /** Adds bytes that came from the database. */
  chargeRead(bytes: number): void {
    this.#readBytes += bytes;
    if (this.#readBytes > OPERATION_BUDGET.maxReadBytes) this.stop('TOO_LARGE');
  }

  /** Bytes that statements may still bring. */
  get readableBytes(): number {
    return OPERATION_BUDGET.maxReadBytes - this.#readBytes;
  }

  /**
   * To be awaited before a statement, and answers what to call after it. A statement waits for others of its operation,
   * and an operation that has become large until few others are; one that waits for too long is stopped.
   */
  async beforeReading(): Promise<() => void> {
    const done = await this.#statements.enter();
    if (!done) this.stop('BUSY');
    await this.#enterLarge();
    return () => done?.();
  }

  async #enterLarge(): Promise<void> {
    if (this.#leave || this.#stopped || !this.#isLarge) return;
    const leave = await largeOperations.enter();
    // Others of its statements may have waited too.
    if (!leave) this.stop('BUSY');
    else if (this.#isEnded || this.#leave) leave();
    else this.#leave = leave;
  }

  /** To be called when the answer is complete or nobody waits for it any more; may be called again. */
  end(): void {
    this.#isEnded = true;
    this.#leave?.();
    this.#leave = undefined;
  }

  get #isLarge(): boolean {
    return (
      this.#records > OPERATION_BUDGET.maxRecords * LARGE_PART ||
      this.#readBytes > OPERATION_BUDGET.maxReadBytes * LARGE_PART
    );
  }

  /** Records and bytes so far. */
  get spent(): { records: number; answerBytes: number; readBytes: number } {
    return {
      records: this.#records,
      answerBytes: this.#answerBytes,
      readBytes: this.#readBytes,
    };
  }

  /** Takes the exact size of a complete answer, before it is written as text. */
  measure(data: unknown): void {
    if (this.#stopped) return;
    this.#answerBytes = Math.max(
      this.#answerBytes,
      bytesOfJson(data, OPERATION_BUDGET.maxAnswerBytes),
    );
    if (this.#answerBytes > OPERATION_BUDGET.maxAnswerBytes) this.stop('TOO_LARGE');
  }

  /** Ends the operation; only the first reason counts. */
  stop(reason: StopReason): void {
    if (this.#stopped) return;
    this.#stopped = reason;
    for (const listener of this.#listeners ?? []) listener();
    this.#listeners = undefined;
  }

  get isStopped(): boolean {
    return this.#stopped !== null;
  }

  /** Calls back once when the operation is stopped; the answer takes the listener away again. */
  onStop(listener: () => void): () => void {
    this.#listeners ??= new Set();
    this.#listeners.add(listener);
    return () => this.#listeners?.delete(listener);
  }

  /** The one error that replaces the answer of a stopped operation; null while it is within its budget. */
  get refusal(): Refusal | null {
    if (!this.#stopped) return null;
    if (this.#stopped === 'BUSY' && !this.isCommitted)
      return new Refusal('RATE_LIMITED', BUSY_SENTENCE);
    return this.isCommitted
      ? new Refusal('QUERY_TOO_LARGE', COMMITTED_SENTENCE, { committed: true })
      : new Refusal('QUERY_TOO_LARGE');
  }
}
