import { v7 } from 'uuid';
import { cloneDatabase, createDatabase } from '../../src/database/setup/databases.js';

/** Creates a copy of the demo for one test file. */
export function ownClone(): Promise<string> {
  return cloneDatabase(process.env.TEST_DATABASE_URL as string, 'template', nameOf());
}

/** Creates a database with the tables of Jobglass and no business. */
export function withoutBusiness(): Promise<string> {
  return cloneDatabase(process.env.TEST_DATABASE_URL as string, 'no_business', nameOf());
}

/** Creates an empty database, which its first server migrates for seconds. */
export async function emptyDatabase(): Promise<string> {
  const url = new URL(process.env.TEST_DATABASE_URL as string);
  url.pathname = `/${nameOf()}`;
  await createDatabase(url.href);
  return url.href;
}

function nameOf(): string {
  return `fault_${v7().replaceAll('-', '')}`;
}
