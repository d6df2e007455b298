import type { MikroORM } from '@mikro-orm/postgresql';
import type { FastifyBaseLogger } from 'fastify';
import type { Config } from '../config.js';
import { migrate } from '../database/migrate.js';
import { openOrm, VALUES } from '../database/orm.js';
import { PoolWatch } from '../database/pool-watch.js';
import { openOwnPool, openPortalPool } from '../database/portal-pool.js';
import { provePortalLayer } from '../database/portal-role.js';
import { QueuePool } from '../database/queue-pool.js';
import { refuseSharedSessions } from '../database/session-pooling.js';
import { portalToken } from '../database/tokens.js';
import { Attempts } from '../domain/attempts.js';
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
import { type QueryChoices, USUAL_QUERIES } from './compiled-queries.js';
import type { Rooms } from './context.js';
import { type LogChoices, openHttp } from './http.js';
import { standingsOf } from './principals.js';
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
}: StartOptions): Promise<Running> {
  refuseInProduction(config, wallsDown);
  const { schema, policy } = buildContract();
  proveEveryRecordDeclared(RECORDS as never);
  const closers: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const close of closers.reverse()) await close();
  };
  try {
    const { timeouts, writeQueue } = config.database;
    const watch = new PoolWatch();
    const connections = { url: databaseUrl, size: config.databasePool, timeouts, watch };
    await refuseSharedSessions(databaseUrl);
    const orm = await openOrm(databaseUrl, RECORDS, config.databasePool, {
      timeouts,
      turns: writeQueue,
      watch,
    });
    closers.push(() => orm.close());
    await migrate(orm, portalGrants(orm, policy));
    await migrateWorker(databaseUrl);

    // Reads, and finding out who asks, do not wait behind writes.
    const db = openOwnPool({ ...connections, types: VALUES });
    closers.push(() => db.close());
    const portalDb = wallsDown.includes('ROLE')
      ? openOwnPool(connections)
      : openPortalPool(connections);
    closers.push(() => portalDb.close());
    if (!wallsDown.includes('ROLE')) await provePortalLayer(portalDb);

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
    closers.push(() => Promise.all([watching.main.close(), watching.portal.close()]));
    const live = new Live({
      databaseUrl,
      askStandings: (asked) => standingsOf(asked, watching, clock()),
      askSnapshot: () => snapshotOf(watching.main),
      whoHears: whoHears(schema, policy),
      pools: watch,
    });
    closers.push(() => live.stop());
    const photos = await PhotoStore.open(config);
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
      wallsDown,
      queries,
      attempts: {
        signIns: new Attempts(config.wrongSignInsPer10Minutes),
        links: new Attempts(config.wrongLinksPer10Minutes),
      },
    };
    const http = await openHttp(rooms, schema, log);
    closers.push(() => http.close());
    await live.start(http.log);
    const worker = await startWorker(rooms, databaseUrl, http.log, watch);
    closers.push(() => worker.stop());
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
  { config, clock, orm, photos }: Rooms,
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
    tasks: { ...photoTasks(orm.em, clock, photos) },
    cron: [...PHOTO_CRON],
  });
  return {
    async stop() {
      await worker.stop();
      await pool.end();
    },
  };
}

/** Four mails at once, one connection that listens and one for the queue's own statements. */
const WORKER_CONNECTIONS = 6;
