import { LRUCache } from 'lru-cache';

type Rows = Record<string, unknown>[];

const HOLDS = 'guardHolds';
/** Total length of the cached statements, in characters. */
const MAX_CACHED_LENGTH = 4 * 1024 * 1024;
/** What a guard is about; all guards of a kind have the same query, with other parameters. */
export type GuardKind = 'SESSION' | 'API_KEY';

/** Statements with a guard, by the kind of guard and the statement without it. */
const guardedTexts: Record<GuardKind, LRUCache<string, string>> = {
  SESSION: textCache(),
  API_KEY: textCache(),
};

function textCache() {
  return new LRUCache<string, string>({
    maxSize: MAX_CACHED_LENGTH,
    sizeCalculation: (text, sql) => text.length + sql.length,
  });
}

/**
 * Condition that a reading statement checks along with its read; if it does not hold, the statement returns no row.
 * Saves the statement that would check it before.
 */
export class StatementGuard {
  #holds: boolean | null = null;

  constructor(
    private readonly kind: GuardKind,
    private readonly values: readonly unknown[],
    /** Returns a query that has a row if the condition holds, from the names of the parameters of these values. */
    private readonly query: (...names: string[]) => string,
  ) {}

  /** Result of the statements so far; false if one of them failed the check, null before the first. */
  get holds(): boolean | null {
    return this.#holds;
  }

  /** Returns the statement with the check added. */
  guarded(sql: string, values: readonly unknown[]): { sql: string; values: unknown[] } {
    const texts = guardedTexts[this.kind];
    let text = texts.get(sql);
    if (text === undefined) {
      const names = this.values.map((_, at) => `$${values.length + at + 1}`);
      text = withCheck(sql, this.query(...names));
      texts.set(sql, text);
    }
    return { sql: text, values: [...values, ...this.values] };
  }

  /** Records the check of a guarded statement and returns its rows. Every selected row has an id. */
  checkedRows(rows: Rows): Rows {
    // False is final: the response already lacks the rows of the statement that failed the check.
    this.#holds = this.#holds !== false && rows[0]?.[HOLDS] === true;
    return this.#holds ? rows.filter(({ id }) => id !== null) : [];
  }
}

/** The left join keeps one row if the statement has none, so that the result of the check is always returned. */
function withCheck(sql: string, query: string): string {
  return `select p.*, x.* from (select exists (${query}) as "${HOLDS}") p left join lateral (${sql}) x on p."${HOLDS}"`;
}
