import type { MikroORM } from '@mikro-orm/postgresql';

/** Extensions of PostgreSQL's own distribution; since version 13 an owner with CREATE on the database may create them. */
const EXTENSIONS = ['pg_trgm', 'btree_gin'];
const INDEX = 'search_entries_text';

/** Codes of PostgreSQL for "may not" and "is not installed on this server". */
const CANNOT_CREATE = ['42501', '0A000', '58P01', '22023'];

/**
 * Creates the index that makes searching fast, if it is missing. Without the right to create its extensions, searching
 * works and reads every entry of the business.
 *
 * @param say receives a sentence if the index cannot be created.
 */
export async function createSearchIndex(orm: MikroORM, say: (line: string) => void): Promise<void> {
  const em = orm.em.fork();
  const [found] = await em.execute(
    `select i.indisvalid as "isValid" from pg_index i where i.indexrelid = to_regclass('${INDEX}')`,
  );
  if (found?.isValid) return;
  try {
    for (const name of EXTENSIONS) await em.execute(`create extension if not exists ${name}`);
  } catch (error) {
    if (!CANNOT_CREATE.includes((error as { code?: string }).code ?? '')) throw error;
    say(MISSING);
    return;
  }
  // One that a stopped start left unfinished.
  await em.execute(`drop index concurrently if exists ${INDEX}`);
  // Every search reads the list of pending entries, so it is kept short (in kB; usually it may have 4 MB).
  await em.execute(
    `create index concurrently ${INDEX} on search_entries using gin (business_id, kind, text gin_trgm_ops) with (gin_pending_list_limit = 128)`,
  );
}

const MISSING =
  'Searching will be slow: the PostgreSQL extensions pg_trgm and btree_gin cannot be created by this user. Have an administrator run db/search-extensions.sql, then start again.';
