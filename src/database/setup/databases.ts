import pg from 'pg';

/** Creates the database in the URL if it does not exist. */
export async function createDatabase(url: string): Promise<void> {
  await onServer(url, async (client, name) => {
    const { rows } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (rows.length === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
  });
}

/** Copies a database under a new name; returns its URL. */
export async function cloneDatabase(url: string, template: string, name: string): Promise<string> {
  await onServer(url, (client) =>
    client.query(
      // Half the time of the default, which writes every page to the WAL.
      `create database ${client.escapeIdentifier(name)} template ${client.escapeIdentifier(template)} strategy file_copy`,
    ),
  );
  return withName(url, name);
}

/** Drops the database in the URL, with all its connections. */
export async function dropDatabase(url: string): Promise<void> {
  await onServer(url, (client, name) =>
    client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`),
  );
}

async function onServer(
  url: string,
  work: (client: pg.Client, name: string) => Promise<unknown>,
): Promise<void> {
  const client = new pg.Client({ connectionString: withName(url, 'postgres') });
  await client.connect();
  try {
    await work(client, new URL(url).pathname.slice(1));
  } finally {
    await client.end();
  }
}

function withName(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}
