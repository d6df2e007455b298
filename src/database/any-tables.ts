import type { Kysely } from 'kysely';

/** A database read without a typed schema: each room knows the tables that it reads. */
// biome-ignore lint/suspicious/noExplicitAny: that is what it says
export type AnyTables = Kysely<any>;
