import { mkdtempSync, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { loadConfig } from '../../../src/config/config.js';
import { dropDatabase } from '../../../src/database/setup/databases.js';
import { type Bench, tidyBefore } from '../bench.js';
import type { Choices } from '../choices.js';
import { connect } from '../connect.js';
import type { Contender } from '../measure/contender.js';
import { say } from '../say.js';
import { copyOf, startBenchPostgres } from '../seed/bench-database.js';
import type { samplesOf } from '../seed/sample.js';
import { sizeOf } from '../seed/size.js';
import { type Commit, checkOut, commitNamed, HERE } from './checkout.js';
import { startCommit } from './commit-server.js';
import { seededBy } from './seeded.js';
import { BY_API } from './upkeep-by-api.js';

/** The current code and another commit: each with its own server and database, started and loaded alike. */
export interface Pair {
  here: Contender;
  there: Contender;
  commit: Commit;
  /** Folder of the checked-out commit. */
  folder: string;
}

const SCRATCH = 'against-';
const COPIES = { here: 'against_here', there: 'against_there' };

/** Prepares both; removes everything when the bench ends. */
export async function openPair(bench: Bench, choices: Choices): Promise<Pair> {
  const { postgres } = bench;
  const commit = commitNamed(choices.against as string);
  await removeScratch(postgres.folder);
  const scratch = mkdtempSync(join(postgres.folder, SCRATCH));
  bench.atEnd(() => removeScratch(postgres.folder));
  const folder = join(scratch, 'commit');
  const built = checkOut(commit, folder, bench.stopped);
  // A running build still writes into the folder.
  bench.atEnd(() => built.catch(() => undefined));
  await built;
  const theirs = await seededBy(commit, folder, postgres, sizeOf(choices), bench.stopped);
  const ours = await seededHere(bench, choices);
  bench.atEnd(() => dropCopies(bench));
  const here = await contender(bench, 'here', { ...ours, folder: HERE, scratch });
  const there = await contender(bench, commit.label, { ...theirs, folder, scratch });
  return { here, there, commit, folder };
}

async function seededHere(bench: Bench, choices: Choices) {
  const ground = await bench.ground(choices);
  await tidyBefore(ground);
  // A database can be copied only without connections.
  await ground.db.end();
  return { url: ground.url, samples: ground.samples };
}

interface Side {
  /** URL of the seeded database. */
  url: string;
  samples: ReturnType<typeof samplesOf>;
  /** Folder with the built server. */
  folder: string;
  scratch: string;
}

async function contender(
  bench: Bench,
  label: string,
  { url, samples, folder, scratch }: Side,
): Promise<Contender> {
  bench.stopped.throwIfAborted();
  const side = label === 'here' ? 'here' : 'there';
  const copy = await copyOf(url, COPIES[side]);
  say(`Starting ${label} …`);
  const surroundings = { ...bench.surroundings(copy), dataFolder: join(scratch, `data-${side}`) };
  const server = await startCommit(folder, surroundings, bench.stopped);
  bench.atEnd(() => server.stop());
  const db = await connect(copy);
  bench.atEnd(() => db.end());
  return { label, server, samples, db, upkeep: BY_API };
}

/** Ctrl+C also stops PostgreSQL, which must then be restarted to drop the databases. */
async function dropCopies({ postgres }: Bench): Promise<void> {
  const drop = async (url: string) => {
    for (const name of Object.values(COPIES))
      await dropDatabase(Object.assign(new URL(url), { pathname: `/${name}` }).href);
  };
  try {
    await drop(postgres.url);
  } catch {
    await postgres.stop();
    const again = await startBenchPostgres(loadConfig().dataFolder, say);
    await drop(again.url).finally(() => again.stop());
  }
}

async function removeScratch(parent: string): Promise<void> {
  for (const name of readdirSync(parent).filter((each) => each.startsWith(SCRATCH)))
    await rm(join(parent, name), { recursive: true, force: true, maxRetries: 10 });
}
