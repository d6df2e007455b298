import pg from 'pg';
import { loadConfig } from '../../src/config.js';
import type { Choices } from './choices.js';
import type { Contender } from './measure/contender.js';
import { tidy } from './measure/tidy.js';
import { say } from './say.js';
import { benchDatabase, startBenchPostgres } from './seed/bench-database.js';
import { samplesOf } from './seed/sample.js';
import { type Size, sizeOf } from './seed/size.js';
import type { ServerName } from './servers/kinds.js';
import { openMailSink } from './servers/mail-sink.js';
import { startServer } from './servers/server-process.js';

/** A seeded database with what can be asked about it. */
export interface Ground {
  url: string;
  size: Size;
  db: pg.Client;
  samples: ReturnType<typeof samplesOf>;
}

/** What every command of the bench works with; it all ends with it. */
export class Bench {
  readonly #closers: (() => Promise<unknown>)[] = [];

  private constructor(
    private readonly postgres: Awaited<ReturnType<typeof startBenchPostgres>>,
    private readonly mailUrl: string,
  ) {}

  static async open(): Promise<Bench> {
    const postgres = await startBenchPostgres(loadConfig().dataFolder, say);
    const mail = await openMailSink();
    const bench = new Bench(postgres, mail.url);
    bench.#closers.push(
      () => postgres.stop(),
      () => mail.close(),
    );
    return bench;
  }

  /** A database of this size, with nothing left over in it from an earlier run. */
  async ground(scale: Pick<Choices, 'scale' | 'items'>): Promise<Ground> {
    const size = sizeOf(scale);
    const url = await benchDatabase(this.postgres, size, say);
    const db = new pg.Client({ connectionString: url });
    await db.connect();
    this.#closers.push(() => db.end());
    return { url, size, db, samples: samplesOf(size) };
  }

  /** Starts a server there. */
  async contender(
    { url, db, samples }: Ground,
    name: ServerName,
    label: string = name,
  ): Promise<Contender> {
    const server = await startServer(name, this.surroundings(url));
    this.#closers.push(() => server.stop());
    return { label, server, samples, db };
  }

  surroundings(databaseUrl: string) {
    return { databaseUrl, dataFolder: this.postgres.folder, mailUrl: this.mailUrl };
  }

  async close(): Promise<void> {
    for (const close of this.#closers.reverse()) await close();
    this.#closers.length = 0;
  }
}

/** Sets back what an earlier run that was broken off may have left. */
export async function tidyBefore({ db, samples }: Ground): Promise<void> {
  await db.query(
    'select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs))',
  );
  await tidy(db, samples);
}

export async function postgresVersion(db: pg.Client): Promise<string> {
  const { rows } = await db.query('show server_version');
  return rows[0].server_version;
}
