import { operation, type Workload } from './workload.js';

const SHARE = `mutation Share($input: ShareWithClientInput!) {
  shareWithClient(input: $input) {
    publication { version }
    portalLink { sentTo expiresAt }
    deliveries { status }
    sharePromptStatus
  }
}`;

/**
 * A share needs a ready prompt, so a job can be shared once. Before each round the prompts of all jobs in the
 * sample are made ready, and the round ends when each was shared.
 */
export const share: Workload = {
  name: 'share',
  is: 'shareWithClient of all that may be shown, with its mail going out',
  sample: 'sharing',
  servers: ['jobglass'],
  leftOut: {
    sql: 'sharing is what this product does; nothing else has it',
    publication: 'the same',
    postgraphile: 'the same',
    'by-hand':
      'its mail goes out by a queue, and on one database the worker of any server takes from it, so nobody could tell whose work it was',
  },
  isOfItsOwn: true,
  changes: true,
  once: true,
  request(_family, { ownerToken, jobId, waiting }) {
    if (!waiting) throw new Error(`Job ${jobId} was not made to wait.`);
    const { revision, itemKeys } = waiting;
    return operation(ownerToken, SHARE, { input: { jobId, revision, items: itemKeys } });
  },
};
