/**
 * SQL expressions that write JSON as text, byte for byte as `JSON.stringify` does. PostgreSQL's own JSON functions add
 * white space and look up the type of every value of every row; here the types are known before.
 */

/** Part of a text: literal text, or an SQL expression. */
export type Part = { text: string } | { sql: string };

/**
 * How a value is encoded as JSON. An IDENTIFIER holds no character that JSON escapes. A COMPUTED_INT is the result of a
 * calculation: one that exceeds GraphQL's Int fails the statement, and the query is run by its resolvers.
 */
export type Encoder =
  | 'IDENTIFIER'
  | 'STRING'
  | 'NUMBER'
  | 'FLOAT'
  | 'COMPUTED_INT'
  | 'BOOLEAN'
  | 'DATE'
  | 'TIMESTAMP';

/** Format of a timestamp in GraphQL: "2026-01-27T09:00:00.000Z" */
const TIMESTAMP = String.raw`\"YYYY-MM-DD"T"HH24:MI:SS.MS"Z"\"`;

/** Of type text, or of type json where `concat` need not convert it first. */
const ENCODED: Record<Encoder, (sql: string) => string> = {
  IDENTIFIER: (sql) => `'"' || ${sql} || '"'`,
  STRING: (sql) => `to_json(${sql})`,
  NUMBER: (sql) => `${sql}::text`,
  FLOAT: floatText,
  COMPUTED_INT: (sql) => `(${sql})::int::text`,
  BOOLEAN: (sql) => `case ${sql} when true then 'true' when false then 'false' end`,
  DATE: (sql) => `to_json(${sql})`,
  // An offset of 0 is UTC; the name of a time zone would be looked up for each value.
  TIMESTAMP: (sql) => `to_char(${sql} at time zone interval '0', '${TIMESTAMP}')`,
};

/** Below 0.0001 PostgreSQL writes an exponent of two digits (1e-05); JavaScript from 0.000001 on, of one digit (1e-7). */
function floatText(sql: string): string {
  return `case when abs(${sql}) >= 1e-4 or ${sql} = 0 then ${sql}::text
    when abs(${sql}) >= 1e-6 then ${sql}::text::numeric::text
    else replace(${sql}::text, 'e-0', 'e-') end`;
}

/** Returns a value as JSON. */
export function valueParts(encoder: Encoder, sql: string, nullable: boolean): Part[] {
  if (nullable) return [{ sql: `coalesce(${ENCODED[encoder](sql)}, 'null')` }];
  if (encoder === 'IDENTIFIER') return [{ text: '"' }, { sql }, { text: '"' }];
  return [{ sql: encoder === 'NUMBER' ? sql : ENCODED[encoder](sql) }];
}

/** Returns an object with these members in this order. */
export function objectParts(members: [key: string, value: Part[]][]): Part[] {
  const all = members.flatMap(([key, value], at) => [
    { text: `${at === 0 ? '{' : ','}${JSON.stringify(key)}:` },
    ...value,
  ]);
  return [...all, { text: '}' }];
}

/** Replaces a list with too many members. JSON never contains this character, as it is escaped in strings. */
const TOO_MANY = '\u0001';

/** Whether a list was left out of the text because it has too many members. */
export function lacksList(json: string): boolean {
  return json.includes(TOO_MANY);
}

/**
 * Returns an array of rows, in their order; `from` is the SQL after `from`. If there are more than `max` rows, a mark is
 * written instead of all of them.
 */
export function arrayParts(row: Part[], from: string, max: number): Part[] {
  const rows =
    `(select case when count(*) > ${max} then chr(1) else string_agg(x.json, ',') end ` +
    `from (select ${concatOf(row)} as json from ${from} limit ${max + 1}) x)`;
  return [{ text: '[' }, { sql: rows }, { text: ']' }];
}

/** Returns one row, or null. */
export function rowParts(row: Part[], from: string): Part[] {
  return [{ sql: `coalesce((select ${concatOf(row)} from ${from}), 'null')` }];
}

/** PostgreSQL functions take at most 100 arguments. */
const MAX_PARTS = 90;

/** Returns the parts as one SQL expression. `concat` omits nulls, such as an array without rows. */
export function concatOf(parts: Part[]): string {
  const terms = joined(parts).map((part) => ('sql' in part ? part.sql : literal(part.text)));
  const [only] = terms;
  if (only && terms.length === 1) return only;
  if (terms.length <= MAX_PARTS) return `concat(${terms.join(', ')})`;
  const halves = [terms.slice(0, MAX_PARTS), terms.slice(MAX_PARTS)];
  const [first, rest] = halves.map((half) => half.map((sql) => ({ sql })));
  return `concat(${concatOf(first as Part[])}, ${concatOf(rest as Part[])})`;
}

/** Merges adjacent literal texts. */
function joined(parts: Part[]): Part[] {
  const all: Part[] = [];
  for (const part of parts) {
    const last = all.at(-1);
    if (last && 'text' in last && 'text' in part)
      all[all.length - 1] = { text: last.text + part.text };
    else all.push(part);
  }
  return all;
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
