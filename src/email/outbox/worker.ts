import type { Runner, RunnerOptions, TaskList } from 'graphile-worker';
import { type CronItem, Logger, parseCronItems, run, runMigrations } from 'graphile-worker';
import type { Pool } from 'pg';
import { recoverEmails } from './recover-emails.js';
import { type Sending, sendEmailTask } from './send-email.js';

export interface EmailWorkerChoices extends Omit<Sending, 'waitSeconds'> {
  pool: Pool;
  concurrency?: number;
  waitSeconds?: number;
  log: WorkerLog;
  /** Tasks of other rooms in the same queue. */
  tasks?: TaskList;
  cron?: CronItem[];
}

interface WorkerLog {
  error(details: object, message: string): void;
}

const DEFAULT_CONCURRENCY = 4;
const DEFAULT_WAIT_SECONDS = 300;
/** Maximum delay of a mail with a later `runAt`; for others the worker is notified. */
const POLL_INTERVAL_MS = 500;
/** Time for the current mails when the server stops; after that they are left to the next server. */
const FINISH_LIMIT_MS = 3_000;

/** Starts the worker. `stop` waits up to 3 s for the mails that are being sent. */
export async function startEmailWorker(choices: EmailWorkerChoices) {
  const runner = await run(runnerOptions(choices));
  let stopped: Promise<void> | undefined;
  runner.promise.catch((error: unknown) => {
    choices.log.error({ err: error }, 'The email worker stopped with an error.');
  });
  const stopRecovery = recoverEmails(choices.pool, (error) =>
    choices.log.error({ err: error }, 'Emails of a crashed server could not be recovered.'),
  );
  return {
    stop(): Promise<void> {
      stopped ??= stop(runner, stopRecovery);
      return stopped;
    },
  };
}

/** Creates or migrates the tables of the queue. */
export async function migrateWorker(connectionString: string): Promise<void> {
  await runMigrations({
    connectionString,
    logger: new Logger(() => () => undefined),
  });
}

function runnerOptions(choices: EmailWorkerChoices): RunnerOptions {
  const { concurrency = DEFAULT_CONCURRENCY, waitSeconds = DEFAULT_WAIT_SECONDS } = choices;
  const { log, tasks, cron = [] } = choices;
  return {
    pgPool: choices.pool,
    concurrency,
    pollInterval: POLL_INTERVAL_MS,
    noHandleSignals: true,
    gracefulShutdownAbortTimeout: FINISH_LIMIT_MS,
    logger: errorLogger(log),
    taskList: {
      ...tasks,
      send_email: sendEmailTask({ ...choices, waitSeconds }),
    },
    parsedCronItems: parseCronItems(cron),
  };
}

function errorLogger(log: WorkerLog): Logger {
  return new Logger(() => (level, message, details) => {
    if (level === 'error') log.error(details ?? {}, message);
  });
}

async function stop(runner: Runner, stopRecovery: () => Promise<void>): Promise<void> {
  // `stop` rejects when the runner has already stopped with an error.
  await Promise.all([stopRecovery(), runner.stop().catch(() => undefined)]);
  await runner.promise.catch(() => undefined);
}
