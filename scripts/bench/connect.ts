import pg from 'pg';
import { say } from './say.js';

/** Opens a connection of the bench. Ctrl+C also stops PostgreSQL, which must not end the bench before its cleanup. */
export async function connect(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString });
  client.on('error', (error) => say(`A connection of the bench was lost: ${error.message}`));
  await client.connect();
  return client;
}
