import { v7 } from 'uuid';
import { cloneDatabase, createDatabase } from '../../src/database/databases.js';

/** A copy of the demo for one test file. */
export function ownClone(): Promise<string> {
  return cloneDatabase(process.env.TEST_DATABASE_URL as string, 'template', nameOf());
}

/** A database with nothing in it. */
export async function emptyDatabase(): Promise<string> {
  const url = new URL(process.env.TEST_DATABASE_URL as string);
  url.pathname = `/${nameOf()}`;
  await createDatabase(url.href);
  return url.href;
}

function nameOf(): string {
  return `fault_${v7().replaceAll('-', '')}`;
}
