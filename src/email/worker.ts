import type { Runner, RunnerOptions, TaskList } from 'graphile-worker';
import { type CronItem, Logger, parseCronItems, run, runMigrations } from 'graphile-worker';
import type { Pool } from 'pg';
import { recoverEmails } from './recover-emails.js';
import { type Sending, sendEmailTask } from './send-email.js';

export type EmailWorkerOptions = { pool: Pool } | { connectionString: string };

export type EmailWorkerChoices = EmailWorkerOptions &
  Omit<Sending, 'waitSeconds'> & {
    concurrency?: number;
    waitSeconds?: number;
    log: WorkerLog;
    /** Work of other rooms that goes through the same queue. */
    tasks?: TaskList;
    cron?: CronItem[];
  };

export interface WorkerLog {
  error(details: object, message: string): void;
}

const RECOVERY: CronItem = {
  task: 'recover_emails',
  match: '* * * * *',
  options: { maxAttempts: 1 },
};

/** Starts sending what is queued, until stopped. Stopping waits for the mails in hand. */
export async function startEmailWorker(choices: EmailWorkerChoices) {
  const runner = await run(runnerOptions(choices));
  let stopped: Promise<void> | undefined;
  runner.promise.catch((error: unknown) => {
    choices.log.error({ err: error }, 'The email worker broke off.');
  });
  return {
    stop(): Promise<void> {
      stopped ??= stop(runner);
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
    ...database(choices, concurrency),
    concurrency,
    // How late a mail may be that was to wait; what is to go at once is told to the worker.
    pollInterval: 500,
    noHandleSignals: true,
    logger: quietUnlessError(log),
    taskList: {
      ...tasks,
      send_email: sendEmailTask({ ...choices, waitSeconds }),
      recover_emails: recoverEmails,
    },
    parsedCronItems: parseCronItems([RECOVERY, ...cron]),
  };
}

// One connection listens, one is for the queue's own statements, and each mail in hand holds one.
function database(choices: EmailWorkerOptions, concurrency: number): RunnerOptions {
  if ('pool' in choices) return { pgPool: choices.pool };
  return {
    connectionString: choices.connectionString,
    maxPoolSize: concurrency + 2,
  };
}

function quietUnlessError(log: WorkerLog): Logger {
  return new Logger(() => (level, message, details) => {
    if (level === 'error') log.error(details ?? {}, message);
  });
}

async function stop(runner: Runner): Promise<void> {
  // A runner that broke off by itself refuses to be stopped; it has stopped.
  await runner.stop().catch(() => undefined);
  await runner.promise.catch(() => undefined);
}
