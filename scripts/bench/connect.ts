import pg from 'pg';
import { say } from './say.js';

/** A connection of the bench's own. Ctrl+C ends PostgreSQL as well, which must not end the bench before it has cleaned up. */
export async function connect(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString });
  client.on('error', (error) => say(`A connection of the bench was lost: ${error.message}`));
  await client.connect();
  return client;
}
