import { LRUCache } from 'lru-cache';

type Rows = Record<string, unknown>[];

const PROVEN = 'isProven';
/** Statements with a proof around, by the statement; characters in all. */
const MAX_WRAPPED_LENGTH = 4 * 1024 * 1024;
const wrapped = new LRUCache<string, string>({
  maxSize: MAX_WRAPPED_LENGTH,
  sizeCalculation: (text, sql) => text.length + sql.length,
});

/**
 * Something that must hold for anything to be read. It is asked along with what is read, by the same
 * statement, which brings no row where it does not hold.
 */
export class Proof {
  #isGiven: boolean | null = null;

  constructor(
    /** A query that has a row where it holds; `bind` names a value of its own. */
    private readonly query: (bind: (value: unknown) => string) => string,
  ) {}

  /** True once a statement has said so, false when one has said that it does not hold. */
  get isGiven(): boolean | null {
    return this.#isGiven;
  }

  /** A statement with the question along. */
  along(sql: string, values: readonly unknown[]): { sql: string; values: unknown[] } {
    const all = [...values];
    const query = this.query((value) => `$${all.push(value)}`);
    const text = wrapped.get(sql) ?? around(sql, query);
    wrapped.set(sql, text);
    return { sql: text, values: all };
  }

  /** The rows that such a statement has read. Every row that is one has an id. */
  taken(rows: Rows): Rows {
    // Once refused it stays so: what was read on that condition is missing from the answer.
    this.#isGiven = this.#isGiven !== false && rows[0]?.[PROVEN] === true;
    return this.#isGiven ? rows.filter(({ id }) => id !== null) : [];
  }
}

function around(sql: string, query: string): string {
  return `select p.*, x.* from (select exists (${query}) as "${PROVEN}") p left join lateral (${sql}) x on p."${PROVEN}"`;
}
