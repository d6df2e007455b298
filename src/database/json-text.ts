/**
 * SQL that writes JSON as text, byte for byte as `JSON.stringify` does. PostgreSQL's own functions put blanks and
 * new lines between, and look up what type each value of each row has; of what is read here it is known.
 */

/** A part of a text: the text itself, or the SQL of it. */
export type Part = { text: string } | { sql: string };

/**
 * How a value is written. A NAME is one in which nothing can stand that JSON would escape. A WHOLE number is one that
 * PostgreSQL worked out: one that is no Int of GraphQL ends the statement, and the query is run by its resolvers.
 */
export type Writing = 'NAME' | 'TEXT' | 'NUMBER' | 'WHOLE' | 'TRUTH' | 'DAY' | 'MOMENT';

/** A moment as GraphQL writes it: "2026-01-27T09:00:00.000Z" */
const MOMENT = String.raw`\"YYYY-MM-DD"T"HH24:MI:SS.MS"Z"\"`;

const WRITTEN: Record<Writing, (sql: string) => string> = {
  NAME: (sql) => `'"' || ${sql} || '"'`,
  TEXT: (sql) => `to_json(${sql})::text`,
  NUMBER: (sql) => `${sql}::text`,
  WHOLE: (sql) => `(${sql})::int::text`,
  TRUTH: (sql) => `case ${sql} when true then 'true' when false then 'false' end`,
  DAY: (sql) => `to_json(${sql})::text`,
  MOMENT: (sql) => `to_char(${sql} at time zone 'UTC', '${MOMENT}')`,
};

/** A value as JSON. What may be null is written as null. */
export function valueParts(writing: Writing, sql: string, mayBeNull: boolean): Part[] {
  if (mayBeNull) return [{ sql: `coalesce(${WRITTEN[writing](sql)}, 'null')` }];
  if (writing === 'NAME') return [{ text: '"' }, { sql }, { text: '"' }];
  return [{ sql: writing === 'NUMBER' ? sql : WRITTEN[writing](sql) }];
}

/** An object with these members in this order. */
export function objectParts(members: [key: string, value: Part[]][]): Part[] {
  const all = members.flatMap(([key, value], at) => [
    { text: `${at === 0 ? '{' : ','}${JSON.stringify(key)}:` },
    ...value,
  ]);
  return [...all, { text: '}' }];
}

/** Written in place of a list with too many members; JSON has no such character, as it escapes it in text. */
const TOO_MANY = '\u0001';

/** Whether a text holds a list that was left out because it has too many members. */
export function lacksList(json: string): boolean {
  return json.includes(TOO_MANY);
}

/**
 * The array of what these rows write, in their order: `from` is what follows it in SQL. With more rows than `most` a
 * mark is written instead of all of them.
 */
export function arrayParts(row: Part[], from: string, most: number): Part[] {
  const rows =
    `(select case when count(*) > ${most} then chr(1) else string_agg(x.json, ',') end ` +
    `from (select ${concatOf(row)} as json from ${from} limit ${most + 1}) x)`;
  return [{ text: '[' }, { sql: rows }, { text: ']' }];
}

/** What the one row writes, or null. */
export function rowParts(row: Part[], from: string): Part[] {
  return [{ sql: `coalesce((select ${concatOf(row)} from ${from}), 'null')` }];
}

/** PostgreSQL's functions take a hundred arguments. */
const MOST_PARTS = 90;

/** The parts as one text. `concat` leaves out what is null: an array of no rows. */
export function concatOf(parts: Part[]): string {
  const terms = joined(parts).map((part) => ('sql' in part ? part.sql : literal(part.text)));
  const [only] = terms;
  if (only && terms.length === 1) return only;
  if (terms.length <= MOST_PARTS) return `concat(${terms.join(', ')})`;
  const halves = [terms.slice(0, MOST_PARTS), terms.slice(MOST_PARTS)];
  const [first, rest] = halves.map((half) => half.map((sql) => ({ sql })));
  return `concat(${concatOf(first as Part[])}, ${concatOf(rest as Part[])})`;
}

/** Texts that stand side by side become one. */
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
