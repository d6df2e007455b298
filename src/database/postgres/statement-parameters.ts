import { isRaw } from '@mikro-orm/postgresql';

/** Statement with parameters `$1`, `$2` and so on. */
export interface Statement {
  text: string;
  values: unknown[];
}

/**
 * Converts a statement of MikroORM (`?` for a value, `??` for a name, `\?` for a question mark) to PostgreSQL's
 * parameters. Returns null if it has a placeholder for a name, which only MikroORM can fill in.
 */
export function withParameters(sql: string, params: readonly unknown[]): Statement | null {
  const values: unknown[] = [];
  const text = numbered(sql, params, values);
  return text === null ? null : { text, values };
}

/** Replaces the placeholders of `sql` and adds its parameters to `values`. */
function numbered(sql: string, params: readonly unknown[], values: unknown[]): string | null {
  if (params.length === 0) return sql;
  let text = '';
  let from = 0;
  let next = 0;
  for (;;) {
    const at = sql.indexOf('?', from);
    if (at === -1) return text + sql.slice(from);
    if (sql[at - 1] === '\\') {
      text += `${sql.slice(from, at - 1)}?`;
      from = at + 1;
      continue;
    }
    if (sql[at + 1] === '?') return null;
    const value = valueIn(params[next++], values);
    if (value === null) return null;
    text += sql.slice(from, at) + value;
    from = at + 1;
  }
}

function valueIn(value: unknown, values: unknown[]): string | null {
  if (isRaw(value)) return numbered(value.sql, value.params, values);
  // An array is the list of `in (…)`.
  if (Array.isArray(value)) {
    const members = value.map((member) => valueIn(member, values));
    return members.includes(null) ? null : members.join(', ');
  }
  if (value === null || value === undefined) return 'null';
  return `$${values.push(asValue(value))}`;
}

function asValue(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'object' && !ArrayBuffer.isView(value)) return JSON.stringify(value);
  return typeof value === 'bigint' ? String(value) : value;
}

const MAX_TEXTS = 400;
/** In characters; longer texts, such as an insert of many rows, are rarely repeated. */
const MAX_TEXT_LENGTH = 4 * 1024;
/** In characters, of all texts together. */
const MAX_TOTAL_LENGTH = 256 * 1024;

/**
 * Limits the texts that become named statements. The number of names is limited (`prepared-client.ts`), and writes of
 * many shapes must not use up those that reads need.
 */
export class StatementTexts {
  readonly #known = new Set<string>();
  #length = 0;

  /** Whether a text may have a name; adds it if there is room. */
  mayName(text: string): boolean {
    if (this.#known.has(text)) return true;
    if (text.length > MAX_TEXT_LENGTH || this.#known.size >= MAX_TEXTS) return false;
    if (this.#length + text.length > MAX_TOTAL_LENGTH) return false;
    this.#known.add(text);
    this.#length += text.length;
    return true;
  }
}
