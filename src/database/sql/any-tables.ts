import type { Kysely } from 'kysely';

/** Kysely without a typed schema: each room knows the tables that it reads. */
export type AnyTables = Kysely<Record<string, Record<string, unknown>>>;
