import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../src/database/embedded/embedded-postgres.js';
import { openEntities } from './own-database.js';

/** Migrates an empty database and fails if the entities need a different schema. */
const folder = mkdtempSync(join(tmpdir(), 'jobglass-drift-'));
const database = await startEmbeddedPostgres({ folder, database: 'drift', log: () => undefined });
const orm = await openEntities(database.url);
await orm.migrator.up();
const wanted = (await orm.schema.getUpdateSchemaSQL({ dropTables: false }))
  .split('\n')
  .filter((statement) => statement.trim() && !isOurAddition(statement))
  .join('\n');
await orm.close();
await database.stop();
for (const each of [folder, database.folder]) rmSync(each, { recursive: true, force: true });
if (wanted) {
  console.error(`The entities need a migration that is missing:\n${wanted}`);
  process.exit(1);
}
process.exit(0);

/**
 * Check constraints, keys with the business id, indexes, triggers and the columns of `domain/common/updated-at.ts` exist in
 * migrations only, not in entities.
 */
function isOurAddition(statement: string): boolean {
  if (
    /^alter table "\w+" (drop column "(\w+_)?(updated_at|changed_in|created_at)"(, )?)+;$/.test(
      statement,
    )
  )
    return true;
  return /^(set names|drop (?:index|trigger|function)|alter table "\w+" drop constraint)/.test(
    statement,
  );
}
