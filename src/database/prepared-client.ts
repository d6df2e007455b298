import { createHash } from 'node:crypto';
import pg from 'pg';

/**
 * A connection that names each distinct statement with parameters, so that PostgreSQL plans it once a connection and
 * not once a request. MikroORM and Kysely send their statements unnamed; both go through `query`.
 */
export class PreparedClient extends pg.Client {
  // pg overloads `query` five ways. What it answers is left to whichever of them was asked.
  override query(...asked: unknown[]): never {
    const [statement, values, ...others] = asked;
    if (typeof statement !== 'string' || !Array.isArray(values)) return this.#send(asked);
    // MikroORM writes its values into the text, so no two of its statements are one; a name for each
    // would only fill PostgreSQL's memory, and use up the names that the reads need.
    if (values.length === 0) return this.#send([statement, ...others]);
    refuseUnstorable(values);
    return this.#send([{ name: nameOf(statement), text: statement, values }, ...others]);
  }

  #send(asked: unknown[]): never {
    return (super.query as (...all: unknown[]) => never).apply(this, asked);
  }
}

/** A NUL would end the parameter early on its way; the code is the one PostgreSQL has for such text. */
function refuseUnstorable(values: unknown[]): void {
  const unstorable = (value: unknown): boolean =>
    Array.isArray(value)
      ? value.some(unstorable)
      : typeof value === 'string' && value.includes('\0');
  if (values.some(unstorable)) {
    throw Object.assign(new Error('A text holds a NUL character.'), { code: '22021' });
  }
}

const names = new Map<string, string>();
const MAX_NAMES = 2000;
/**
 * Characters of all named statements together. Each connection keeps each of them with its plan, which takes about
 * twenty times its text.
 */
const MAX_NAMED_LENGTH = 1024 * 1024;
/** A longer statement is planned each time. */
const MAX_STATEMENT_LENGTH = 32 * 1024;
let namedLength = 0;

/** Undefined past the bounds: statements with endless shapes must not fill PostgreSQL's memory. */
function nameOf(text: string): string | undefined {
  let name = names.get(text);
  if (name || text.length > MAX_STATEMENT_LENGTH) return name;
  if (names.size < MAX_NAMES && namedLength + text.length <= MAX_NAMED_LENGTH) {
    name = createHash('sha1').update(text).digest('base64url');
    names.set(text, name);
    namedLength += text.length;
  }
  return name;
}
