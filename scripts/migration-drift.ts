import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../src/database/embedded-postgres.js';
import { openRecords } from './own-database.js';

/** Migrates an empty database and asks whether the records would want it otherwise. */
const folder = mkdtempSync(join(tmpdir(), 'jobglass-drift-'));
const database = await startEmbeddedPostgres({ folder, database: 'drift', log: () => undefined });
const orm = await openRecords(database.url);
await orm.migrator.up();
const wanted = (await orm.schema.getUpdateSchemaSQL({ dropTables: false }))
  .split('\n')
  .filter((statement) => statement.trim() && !isOurAddition(statement))
  .join('\n');
await orm.close();
await database.stop();
for (const each of [folder, database.folder]) rmSync(each, { recursive: true, force: true });
if (wanted) {
  console.error(`The records want a migration that is not there:\n${wanted}`);
  process.exit(1);
}
process.exit(0);

/** Checks, keys that carry the business and indexes are the migrations' own; records do not know them. */
function isOurAddition(statement: string): boolean {
  return /^(set names|drop index|alter table "\w+" drop constraint)/.test(statement);
}
