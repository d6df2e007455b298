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
  /** Work of other rooms that goes through the same queue. */
  tasks?: TaskList;
  cron?: CronItem[];
}

export interface WorkerLog {
  error(details: object, message: string): void;
}

/** When the server stops, a mail in hand has this long; then it is left to the next server. */
const FINISH_LIMIT_MS = 3_000;

/** Starts sending what is queued, until stopped. Stopping waits for the mails in hand, within its limit. */
export async function startEmailWorker(choices: EmailWorkerChoices) {
  const runner = await run(runnerOptions(choices));
  let stopped: Promise<void> | undefined;
  runner.promise.catch((error: unknown) => {
    choices.log.error({ err: error }, 'The email worker broke off.');
  });
  const stopRecovery = recoverEmails(choices.pool, (error) =>
    choices.log.error({ err: error }, 'Mails of a server that died could not be looked for.'),
  );
  return {
    stop(): Promise<void> {
      stopped ??= stop(runner, stopRecovery);
      return stopped;
    },
  };
}

/** Creates the queue's own tables, or brings them up to date. */
export async function migrateWorker(connectionString: string): Promise<void> {
  await runMigrations({
    connectionString,
    logger: new Logger(() => () => undefined),
  });
}

function runnerOptions(choices: EmailWorkerChoices): RunnerOptions {
  const { concurrency = 4, waitSeconds = 300, log, tasks, cron = [] } = choices;
  return {
    pgPool: choices.pool,
    concurrency,
    // How late a mail may be that was to wait; what is to go at once is told to the worker.
    pollInterval: 500,
    noHandleSignals: true,
    gracefulShutdownAbortTimeout: FINISH_LIMIT_MS,
    logger: quietUnlessError(log),
    taskList: {
      ...tasks,
      send_email: sendEmailTask({ ...choices, waitSeconds }),
    },
    parsedCronItems: parseCronItems(cron),
  };
}

function quietUnlessError(log: WorkerLog): Logger {
  return new Logger(() => (level, message, details) => {
    if (level === 'error') log.error(details ?? {}, message);
  });
}

async function stop(runner: Runner, stopRecovery: () => Promise<void>): Promise<void> {
  // A runner that broke off by itself refuses to be stopped; it has stopped.
  await Promise.all([stopRecovery(), runner.stop().catch(() => undefined)]);
  await runner.promise.catch(() => undefined);
}
