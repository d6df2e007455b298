import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { emptyDatabase } from '../faults/own-database.js';
import { enterWorld, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';

const worlds: World[] = [];
afterAll(async () => {
  for (const world of worlds) await world.close();
});

/** Starts a server with the demo on a database, and returns what start-up said. */
async function start(url: string) {
  const lines: string[] = [];
  const say = (line: string) => void lines.push(line);
  const world = await enterWorld(url, { seedDemo: true }, undefined, { say });
  worlds.push(world);
  return { world, lines };
}

async function onDatabase(url: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

async function hasIndex(world: World): Promise<boolean> {
  const { rows } = await world.sql("select to_regclass('search_entries_text') as name");
  return rows[0]?.name !== null;
}

it('an owner of the database who is no administrator gets the index', async () => {
  const url = new URL(await emptyDatabase());
  const name = `owner_${randomBytes(6).toString('hex')}`;
  const database = url.pathname.slice(1);
  await onDatabase(
    url.href,
    `create role ${name} login password 'plain'`,
    `alter database ${database} owner to ${name}`,
    `grant jobglass_portal to ${name}`,
  );
  Object.assign(url, { username: name, password: 'plain' });
  const { world, lines } = await start(url.href);
  expect(await hasIndex(world)).toBe(true);
  expect(lines.join()).not.toContain('extensions');
});

it('without the extensions start-up says so, searching works, and the next start with them makes the index', async () => {
  const url = await emptyDatabase();
  await onDatabase(
    url,
    `create function refuse_extensions() returns event_trigger language plpgsql as $$
     begin raise exception 'permission denied to create extension' using errcode = '42501'; end $$`,
    `create event trigger refuse_extensions on ddl_command_start when tag in ('CREATE EXTENSION')
     execute function refuse_extensions()`,
  );
  const first = await start(url);
  expect(first.lines.filter((line) => line.includes('db/search-extensions.sql'))).toHaveLength(1);
  expect(await hasIndex(first.world)).toBe(false);
  const owner = await first.world.as('owner');
  const { data, errors } = await owner(ops.JobTitlesDocument, { search: 'lights garden' });
  expect(errors).toBeUndefined();
  expect(data.jobs.nodes).toEqual([{ title: 'Garden lights' }]);

  await onDatabase(url, 'drop event trigger refuse_extensions');
  const second = await start(url);
  expect(second.lines.join()).not.toContain('extensions');
  expect(await hasIndex(second.world)).toBe(true);
});
