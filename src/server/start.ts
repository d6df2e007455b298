import type { MikroORM } from '@mikro-orm/postgresql';
import type { FastifyBaseLogger } from 'fastify';
import pg from 'pg';
import type { Config } from '../config.js';
import { migrate } from '../database/migrate.js';
import { openOrm } from '../database/orm.js';
import { openOwnPool, openPortalPool, provePortalRole } from '../database/portal-pool.js';
import { statementsOn } from '../database/statements.js';
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
    const orm = await openOrm(databaseUrl, RECORDS, config.databasePool);
    closers.push(() => orm.close());
    await migrate(orm, portalGrants(orm, policy));
    await migrateWorker(databaseUrl);

    const portalDb = wallsDown.includes('ROLE')
      ? openOwnPool(databaseUrl, config.databasePool)
      : openPortalPool(databaseUrl, config.databasePool);
    closers.push(() => portalDb.close());
    await provePortalRole(portalDb);

    const project = projection(schema, policy, 'CLIENT');
    const sharing: Sharing = {
      question: shareStateQuestion(orm, project, clock),
      project,
    };
    watch(orm, sharing);

    const watching = {
      main: openOwnPool(databaseUrl, 2),
      portal: openPortalPool(databaseUrl, 1),
    };
    closers.push(() => Promise.all([watching.main.close(), watching.portal.close()]));
    const live = new Live({
      databaseUrl,
      askStandings: (asked) => standingsOf(asked, watching, clock()),
      askSnapshot: () => snapshotOf(watching.main),
      whoHears: whoHears(schema, policy),
    });
    closers.push(() => live.stop());
    const photos = await PhotoStore.open(config);
    const db = statementsOn(await orm.em.getConnection().getNativeClient());
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
      limits: limitsOn(db, config),
    };
    const http = await openHttp(rooms, schema, log);
    closers.push(() => http.close());
    await live.start(http.log);
    const worker = await startWorker(rooms, databaseUrl, http.log);
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
function watch(orm: MikroORM, sharing: Sharing): void {
  const events = orm.em.getEventManager();
  events.registerSubscriber(new LinkWatcher());
  events.registerSubscriber(new ChangeWatcher(sharing));
  events.registerSubscriber(new NoticeWatcher());
}

async function startWorker(
  { config, clock, orm, db, photos }: Rooms,
  connectionString: string,
  log: FastifyBaseLogger,
) {
  const transport = config.resend
    ? resendTransport(config.resend)
    : mailboxTransport(orm.em.getKysely() as never);
  const pool = new pg.Pool({ connectionString, max: WORKER_CONNECTIONS });
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

/** Four mails at once, one connection that listens and one for the queue's own statements. */
const WORKER_CONNECTIONS = 6;
