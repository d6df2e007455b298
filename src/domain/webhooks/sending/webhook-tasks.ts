import type { CronItem, TaskList } from 'graphile-worker';
import { disableEndpoint } from '../endpoints/disable-endpoint.js';
import { overfull, tidy } from './statements.js';
import type { SenderServices, WebhookSender } from './webhook-sender.js';

/** Queued by the trigger of migration 0045 in the transaction of a change. */
const SEND_TASK = 'send_webhooks';
const TIDY_TASK = 'tidy_webhooks';

/** Every minute. */
export const WEBHOOK_CRON: CronItem[] = [{ task: TIDY_TASK, match: '* * * * *' }];

/** Tasks of the job queue for webhooks. None waits for an answer of an endpoint. */
export function webhookTasks(services: SenderServices, sender: WebhookSender): TaskList {
  const { pool, clock } = services;
  return {
    [SEND_TASK]: () => sender.wake(),
    [TIDY_TASK]: async () => {
      for (const id of await overfull(pool))
        await disableEndpoint(services, id, 'TOO_MANY_WAITING');
      await tidy(pool, clock());
    },
  };
}
