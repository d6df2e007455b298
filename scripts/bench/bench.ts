import type pg from 'pg';
import { loadConfig } from '../../src/config/config.js';
import type { Choices } from './choices.js';
import { connect } from './connect.js';
import type { Contender } from './measure/contender.js';
import { tidy } from './measure/tidy.js';
import { BY_SQL } from './measure/upkeep.js';
import { say } from './say.js';
import { benchDatabase, startBenchPostgres } from './seed/bench-database.js';
import { samplesOf } from './seed/sample.js';
import { type Size, sizeOf } from './seed/size.js';
import type { ServerName } from './servers/kinds.js';
import { openMailSink } from './servers/mail-sink.js';
import { startServer } from './servers/server-process.js';

/** A seeded database with its samples. */
export interface Ground {
  url: string;
  size: Size;
  db: pg.Client;
  samples: ReturnType<typeof samplesOf>;
}

/** Shared state of all commands; closes everything at the end. */
export class Bench {
  readonly #closers: (() => Promise<unknown>)[] = [];
  readonly #stopping = new AbortController();
  #closing: Promise<void> | undefined;

  private constructor(
    readonly postgres: Awaited<ReturnType<typeof startBenchPostgres>>,
    private readonly mailUrl: string,
  ) {}

  static async open(): Promise<Bench> {
    const postgres = await startBenchPostgres(loadConfig().dataFolder, say);
    const mail = await openMailSink();
    const bench = new Bench(postgres, mail.url);
    bench.atEnd(() => postgres.stop());
    bench.atEnd(() => mail.close());
    return bench;
  }

  /** Aborts when the bench ends. */
  get stopped(): AbortSignal {
    return this.#stopping.signal;
  }

  /** Registers cleanup for the end of the bench; run in reverse order. */
  atEnd(close: () => Promise<unknown>): void {
    this.#closers.push(close);
  }

  /** Returns a seeded database of this size, cleaned of an earlier run's leftovers. */
  async ground(scale: Pick<Choices, 'scale' | 'items'>): Promise<Ground> {
    const size = sizeOf(scale);
    const url = await benchDatabase(this.postgres, size, say);
    const db = await connect(url);
    this.atEnd(() => db.end());
    return { url, size, db, samples: samplesOf(size) };
  }

  /** Starts a server on this database. */
  async contender(
    { url, db, samples }: Ground,
    name: ServerName,
    label: string = name,
  ): Promise<Contender> {
    const server = await startServer(name, this.surroundings(url));
    this.atEnd(() => server.stop());
    return { label, server, samples, db, upkeep: BY_SQL };
  }

  surroundings(databaseUrl: string) {
    return { databaseUrl, dataFolder: this.postgres.folder, mailUrl: this.mailUrl };
  }

  /** Closes everything once; further calls return the same promise, since a signal may arrive during the regular end. */
  close(): Promise<void> {
    this.#closing ??= this.#closeAll();
    return this.#closing;
  }

  /** An error of one cleanup does not prevent the others. */
  async #closeAll(): Promise<void> {
    this.#stopping.abort(new Error('The bench was stopped.'));
    // More cleanup may be registered meanwhile.
    for (let close = this.#closers.pop(); close; close = this.#closers.pop())
      await close().catch((error) => say(`Ending the bench: ${error}`));
  }
}

/** Cleans up after an earlier run that was interrupted. */
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
