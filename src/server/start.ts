import type { MikroORM } from '@mikro-orm/postgresql';
import type { FastifyBaseLogger } from 'fastify';
import { seedDemo } from '../../db/demo/seed-demo.js';
import type { Config } from '../config.js';
import { migrate } from '../database/migrate.js';
import { openOrm, poolOf, VALUES } from '../database/orm.js';
import { PoolWatch } from '../database/pool-watch.js';
import { openOwnPool, openPortalPool } from '../database/portal-pool.js';
import { provePortalLayer } from '../database/portal-role.js';
import { QueuePool } from '../database/queue-pool.js';
import { fingerprintOf, proveSecret } from '../database/secret-fingerprint.js';
import { refuseSharedSessions } from '../database/session-pooling.js';
import { takeSetupLock } from '../database/setup-lock.js';
import { portalToken } from '../database/tokens.js';
import { LIMIT_CRON, limitsOn, limitTasks } from '../domain/limits/limits.js';
import { PhotoStore } from '../domain/photos/photo-store.js';
import { PHOTO_CRON, photoTasks } from '../domain/photos/photo-tasks.js';
import { mailboxTransport } from '../email/mailbox-transport.js';
import { resendTransport } from '../email/resend-transport.js';
import { migrateWorker, startEmailWorker } from '../email/worker.js';
import { Live } from '../live/live.js';
import { NoticeWatcher } from '../live/notice-watcher.js';
import { whoHears } from '../live/who-hears.js';
import { LinkWatcher } from '../portal/link-watcher.js';
import { portalGrants } from '../portal/portal-grants.js';
import { ChangeWatcher } from '../sharing/change-watcher.js';
import { shareStateQuestion } from '../sharing/share-state.js';
import { proveEveryRecordDeclared } from '../sharing/shareable.js';
import type { Sharing } from '../sharing/sharing.js';
import { projection } from '../visibility/projection.js';
import { Closers } from './closers.js';
import { type QueryChoices, USUAL_QUERIES } from './compiled-queries.js';
import type { Rooms } from './context.js';
import { type LogChoices, openHttp } from './http.js';
import { standingsOf } from './principals.js';
import { whenLong } from './progress.js';
import { Readiness } from './readiness.js';
import { RECORDS } from './records.js';
import { buildContract } from './schema.js';
import { snapshotOf } from './snapshot-of.js';
import { refuseInProduction, type Wall } from './walls.js';

export interface StartOptions {
  config: Config;
  databaseUrl: string;
  /** Only tests bring another one. */
  clock?: () => Date;
  /** Only tests listen in on the log. */
  log?: LogChoices;
  /** Only tests take walls down, one at a time, to see that the others stand. Production refuses. */
  wallsDown?: readonly Wall[];
  /** Only tests and measurements choose how queries are answered; the answers are the same. */
  queries?: QueryChoices;
  /** Where what has to be closed is added; the caller may close it while the start-up still runs. */
  closers?: Closers;
  /** Is told what takes long. */
  say?: (line: string) => void;
  /** How long a silent connection is kept at the end, in milliseconds; only tests have no time for it. */
  quietMs?: number;
}

export interface Running {
  /** Where it listens: http://localhost:4000 */
  url: string;
  rooms: Rooms;
  stop(): Promise<void>;
}

/**
 * Everything that serves, in the order in which it must come up; it goes down in the opposite order.
 */
export async function startJobglass({
  config,
  databaseUrl,
  clock = () => new Date(),
  log,
  wallsDown = [],
  queries = USUAL_QUERIES,
  closers = new Closers(),
  say = () => undefined,
  quietMs,
}: StartOptions): Promise<Running> {
  refuseInProduction(config, wallsDown);
  const { schema, policy } = buildContract();
  proveEveryRecordDeclared(RECORDS as never);
  const stop = () => closers.closeAll();
  try {
    const { timeouts, writeQueue } = config.database;
    const watch = new PoolWatch();
    const connections = { url: databaseUrl, size: config.databasePool, timeouts, watch };
    await refuseSharedSessions(databaseUrl);
    const setup = await takeSetupLock(databaseUrl, say);
    closers.add('the set-up lock', () => setup.release());
    const orm = await openOrm(databaseUrl, RECORDS, config.databasePool, {
      timeouts,
      turns: writeQueue,
      watch,
    });
    closers.add('the connections of writes', () => orm.close());
    await whenLong(say, 'Bringing the database up to date …', async () => {
      await migrate(orm, portalGrants(orm, policy));
      await migrateWorker(databaseUrl);
    });
    await proveSecret(poolOf(orm), config.secret);
    const readiness = new Readiness(databaseUrl, fingerprintOf(config.secret));
    closers.add('the connection of readiness', () => readiness.close());

    // Reads, and finding out who asks, do not wait behind writes.
    const db = openOwnPool({ ...connections, types: VALUES });
    closers.add('the connections of staff', () => db.close());
    const portalPool = wallsDown.includes('ROLE') ? null : openPortalPool(connections);
    const portalDb = portalPool ?? openOwnPool(connections);
    closers.add('the connections of clients', () => portalDb.close());
    if (portalPool) await provePortalLayer(portalPool.unguarded);

    const project = projection(schema, policy, 'CLIENT');
    const sharing: Sharing = {
      question: shareStateQuestion(orm, project, clock),
      project,
    };
    watchChanges(orm, sharing);

    const watching = {
      main: openOwnPool({ ...connections, size: 2, idleTimeoutMillis: 0 }),
      portal: openPortalPool({ ...connections, size: 1, idleTimeoutMillis: 0 }),
    };
    closers.add('the connections of live updates', () =>
      Promise.all([watching.main.close(), watching.portal.close()]),
    );
    const live = new Live({
      databaseUrl,
      askStandings: (asked) => standingsOf(asked, watching, clock()),
      askSnapshot: () => snapshotOf(watching.main),
      whoHears: whoHears(schema, policy),
      pools: watch,
    });
    closers.add('live updates', () => live.stop());
    const photos = await PhotoStore.open(config);
    if (config.seedDemo)
      await whenLong(say, 'Making the demo …', () => seedDemo(orm, clock, photos));
    await setup.release();
    const rooms: Rooms = {
      config,
      clock,
      orm,
      db,
      portalDb,
      policy,
      sharing,
      live,
      photos,
      readiness,
      wallsDown,
      queries,
      limits: limitsOn(db, config),
    };
    const http = await openHttp(rooms, schema, log, quietMs);
    let worker: Awaited<ReturnType<typeof startWorker>> | undefined;
    // What is in hand is finished side by side: requests, and mails.
    const finish = () => {
      readiness.shutDown();
      return Promise.all([http.close(), worker?.stop()]);
    };
    closers.add('requests and mails in hand', finish, { limitMs: FINISH_LIMIT_MS });
    await live.start(http.log);
    worker = await startWorker(rooms, databaseUrl, http.log, watch);
    const url = await http.listen();
    return { url, rooms, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * Whoever watches the unit of work: sharing raises prompts, the portal revokes links. Live updates come
 * last, since they tell of what the others wrote as well.
 */
function watchChanges(orm: MikroORM, sharing: Sharing): void {
  const events = orm.em.getEventManager();
  events.registerSubscriber(new LinkWatcher());
  events.registerSubscriber(new ChangeWatcher(sharing));
  events.registerSubscriber(new NoticeWatcher());
}

async function startWorker(
  { config, clock, orm, db, photos }: Rooms,
  connectionString: string,
  log: FastifyBaseLogger,
  watch: PoolWatch,
) {
  const transport = config.resend
    ? resendTransport(config.resend)
    : mailboxTransport(orm.em.getKysely() as never);
  const { connectMs } = config.database.timeouts;
  const pool = new QueuePool(connectionString, WORKER_CONNECTIONS, connectMs);
  watch.add(pool);
  // The worker opens another connection by itself; a dropped one must not take the process down.
  const onLoss = (error: Error) => log.warn({ err: error }, 'the queue lost a connection');
  pool.on('error', onLoss);
  pool.on('connect', (client) => client.on('error', onLoss));
  const worker = await startEmailWorker({
    pool,
    transport,
    sender: config.resend?.from ?? 'jobs@jobglass.test',
    services: {
      publicUrl: config.publicUrl,
      portalToken: (linkId) => portalToken(config.secret, linkId),
      now: clock,
    },
    log,
    tasks: { ...photoTasks(orm.em, clock, photos), ...limitTasks(db) },
    cron: [...PHOTO_CRON, ...LIMIT_CRON],
  });
  return {
    async stop() {
      await worker.stop();
      await pool.end();
    },
  };
}

/** Longer than requests and mails have by their own limits. */
const FINISH_LIMIT_MS = 6_000;

/** Four mails at once, one connection that listens, one for the queue's own statements, one to recover mails. */
const WORKER_CONNECTIONS = 7;
