import type { MikroORM } from '@mikro-orm/postgresql';
import { seedDemo } from '../../../db/demo/seed-demo.js';
import type { Config } from '../../config/config.js';
import { openOrm, TYPE_PARSERS } from '../../database/postgres/orm.js';
import { PoolWatch } from '../../database/postgres/pool-watch.js';
import { openOwnPool, openPortalPool } from '../../database/postgres/portal-pool.js';
import { checkPortalLayer } from '../../database/postgres/portal-role.js';
import { fingerprintOf } from '../../database/setup/secret-fingerprint.js';
import { refuseSharedSessions } from '../../database/setup/session-pooling.js';
import { takeSetupLock } from '../../database/setup/setup-lock.js';
import { Watchers } from '../../database/unit-of-work/watchers.js';
import { printedSetupLink } from '../../domain/business/setup/printed-link.js';
import { CheckoutWatcher } from '../../domain/card-payments/checkouts/checkout-watcher.js';
import { StripeApi } from '../../domain/card-payments/stripe/stripe-api.js';
import { KeyWatcher } from '../../domain/common/once/once.js';
import { limitsOn } from '../../domain/limits/limits.js';
import { RequestPoints } from '../../domain/limits/request-points.js';
import { PhotoStore } from '../../domain/photos/photo-store.js';
import { LinkWatcher } from '../../domain/portal-links/link-watcher.js';
import { VisitWatcher } from '../../domain/visits/notices/visit-watcher.js';
import { ChangeEventWatcher } from '../../live/events/change-event-watcher.js';
import { eventVisibility } from '../../live/events/event-visibility.js';
import { readSnapshot } from '../../live/events/snapshot.js';
import { Live } from '../../live/live.js';
import { checkEveryEntityDeclared } from '../../shareable/shareable.js';
import { pageLookups } from '../../sharing/pages/page-state.js';
import { ChangeWatcher } from '../../sharing/prompt/change-watcher.js';
import type { Sharing } from '../../sharing/sharing.js';
import { changeStateLookup, shareStateLookup } from '../../sharing/state/share-state.js';
import { copies } from '../../visibility/copies.js';
import { type DisabledLayer, refuseInProduction } from '../../visibility/disabled-layers.js';
import { projection } from '../../visibility/projection.js';
import { sessionStatuses } from '../auth/resolve-principal.js';
import { SessionUse } from '../auth/session-use.js';
import type { Services } from '../graphql/context.js';
import { type LogChoices, openHttp } from '../http/http.js';
import { Closers } from './closers.js';
import { type Contract, sharedContract } from './contract.js';
import { ENTITIES } from './nouns.js';
import { prepareDatabase } from './prepare-database.js';
import { Readiness } from './readiness.js';
import { warnOfSharedAccount } from './shared-account.js';
import { startWorker } from './start-worker.js';

export interface StartOptions {
  config: Config;
  databaseUrl: string;
  /** For tests. */
  clock?: () => Date;
  /** For tests that read the log. */
  log?: LogChoices;
  /** For tests that disable one security layer to check that the others hold; refused in production. */
  disabledLayers?: readonly DisabledLayer[];
  /** Only tests have every operation answered by graphql-js alone; the answers are the same. */
  isPlanned?: boolean;
  /** For tests that change the rules; they must not change those of other servers of the process. */
  contract?: Contract;
  /** Where what has to be closed is added; the caller may close it while the start-up still runs. */
  closers?: Closers;
  /** Receives a line about each slow step. */
  say?: (line: string) => void;
  /** Time after which an idle connection is closed at shutdown; shorter in tests. */
  quietMs?: number;
}

export interface Running {
  /** Address at which it listens: http://localhost:4000 */
  url: string;
  services: Services;
  /** Link to set up the first business; null when there is one. */
  setupLink: string | null;
  stop(): Promise<void>;
}

/** Starts the server's parts in the order of their dependencies; `stop` closes them in reverse order. */
export async function startJobglass({
  config,
  databaseUrl,
  clock = () => new Date(),
  log,
  disabledLayers = [],
  isPlanned = true,
  contract = sharedContract(),
  closers = new Closers(),
  say = () => undefined,
  quietMs,
}: StartOptions): Promise<Running> {
  refuseInProduction(config.production, disabledLayers);
  const { schema, policy } = contract;
  checkEveryEntityDeclared(ENTITIES as never);
  const stop = () => closers.closeAll();
  try {
    const { timeouts, writeQueue } = config.database;
    const watch = new PoolWatch();
    const connections = { url: databaseUrl, size: config.databasePool, timeouts, watch };
    await refuseSharedSessions(databaseUrl);
    const setup = await takeSetupLock(databaseUrl, say);
    closers.add('the set-up lock', () => setup.release());
    const orm = await openOrm(databaseUrl, ENTITIES, config.databasePool, {
      timeouts,
      turns: writeQueue,
      watch,
    });
    closers.add('the connections of writes', () => orm.close());
    await reportSlowStep(say, 'Bringing the database up to date …', () =>
      prepareDatabase(orm, databaseUrl, policy, config, say),
    );
    const readiness = new Readiness(databaseUrl, fingerprintOf(config.secret));
    closers.add('the connection of readiness', () => readiness.close());

    // Reads and authentication have their own pool, so that they do not wait for writes.
    const db = openOwnPool({ ...connections, types: TYPE_PARSERS });
    closers.add('the connections of staff', () => db.close());
    const portalPool = disabledLayers.includes('ROLE') ? null : openPortalPool(connections);
    const portalDb = portalPool ?? openOwnPool(connections);
    closers.add('the connections of clients', () => portalDb.close());
    if (portalPool) await checkPortalLayer(portalPool.unguarded);

    const project = projection(schema, policy, 'CLIENT');
    const sharing: Sharing = {
      stateLookup: shareStateLookup(orm, project, clock),
      changeStateLookup: changeStateLookup(orm, project, clock),
      pageLookups: pageLookups(orm, project),
      project,
      copyOf: copies(schema),
    };
    watchChanges(orm, sharing, config);

    const livePools = {
      main: openOwnPool({ ...connections, size: 2, idleTimeoutMillis: 0 }),
      portal: openPortalPool({ ...connections, size: 1, idleTimeoutMillis: 0 }),
    };
    closers.add('the connections of live updates', () =>
      Promise.all([livePools.main.close(), livePools.portal.close()]),
    );
    const live = new Live({
      databaseUrl,
      readSessionStatuses: (queries) => sessionStatuses(queries, livePools, clock()),
      readSnapshot: () => readSnapshot(livePools.main),
      eventVisibility: eventVisibility(schema, policy),
      pools: watch,
    });
    closers.add('live updates', () => live.stop());
    const photos = await PhotoStore.open(config);
    if (config.seedDemo)
      await reportSlowStep(say, 'Making the demo …', () => seedDemo(orm, clock, photos));
    await warnOfSharedAccount(config, db, say);
    const setupLink = await printedSetupLink(orm, config, clock);
    await setup.release();
    const sessionUse = new SessionUse(db, clock);
    closers.add('the last uses of sessions', () => sessionUse.close());
    const requestPoints = new RequestPoints(
      { db, secret: config.secret },
      config.pointsPerMinute,
      clock,
    );
    closers.add('the points of callers', () => requestPoints.close());
    const services: Services = {
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
      disabledLayers,
      isPlanned,
      limits: limitsOn(db, config),
      cardPayments: config.stripe
        ? { em: orm.em, clock, stripe: await StripeApi.open(config.stripe, config.publicUrl) }
        : null,
      sessionUse,
      requestPoints,
    };
    const http = await openHttp(services, schema, log, quietMs);
    let worker: Awaited<ReturnType<typeof startWorker>> | undefined;
    // Requests and emails in progress finish concurrently.
    const finish = () => {
      readiness.shutDown();
      return Promise.all([http.close(), worker?.stop()]);
    };
    closers.add('requests and mails in hand', finish, { limitMs: FINISH_LIMIT_MS });
    sessionUse.start(http.log);
    requestPoints.start(http.log);
    services.cardPayments?.stripe.logFailures(http.log);
    await live.start(http.log);
    worker = await startWorker(services, databaseUrl, http.log, watch);
    const url = await http.listen();
    return { url, services, setupLink, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Runs the work, and prints the line if it takes longer than two seconds. */
async function reportSlowStep<T>(
  say: (line: string) => void,
  line: string,
  work: () => Promise<T>,
): Promise<T> {
  const timer = setTimeout(() => say(line), SLOW_STEP_MS);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
  }
}

const SLOW_STEP_MS = 2_000;

/**
 * Registers the watchers of the unit of work: links are revoked, prompts are raised, payment pages
 * are closed. Change events come after them, since
 * they also cover what the other watchers wrote; the key of the change comes last, with all effects.
 */
function watchChanges(orm: MikroORM, sharing: Sharing, config: Config): void {
  const watchers = [
    new LinkWatcher(),
    new ChangeWatcher(sharing),
    new VisitWatcher(config),
    new CheckoutWatcher(),
    new ChangeEventWatcher(),
    new KeyWatcher(),
  ];
  orm.em.getEventManager().registerSubscriber(new Watchers(watchers));
}

/** Longer than the time limits of requests and emails themselves. */
const FINISH_LIMIT_MS = 6_000;
