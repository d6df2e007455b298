import { createHash } from 'node:crypto';
import {
  createSourceEventStream,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
} from 'graphql';
import type { OperationBudget } from '../../database/budget/operation-budget.js';
import { pointsOf, refusalOfPoints } from '../../domain/limits/request-points.js';
import {
  type PendingEvents,
  SubscriptionQueue,
  type TopicUpdate,
} from '../../live/subscriptions/subscription-queue.js';
import type { Refusal } from '../../visibility/refusals.js';
import type { ServerContext } from '../graphql/context.js';
import { costOf } from '../graphql/report-cost.js';
import { resultWithin } from '../graphql/within-budget.js';

/** Authenticates the token again and returns a context for the next event. */
export type CreateContext = () => Promise<ServerContext>;

/** How the events of a subscription are read. */
export interface EventChoices {
  createContext: CreateContext;
  /** Whether each result says what it has cost. */
  showsCost: boolean;
}

type ServerQueue = SubscriptionQueue<ServerContext>;

/** Events of the first reading, which is not sent unless the topic says so. */
const INITIAL: PendingEvents = { jobs: new Set(), mayHaveMissed: true };

/**
 * Runs a subscription. graphql-js would execute all events with one context; here the token is authenticated again for
 * each event, so that no permission outlives its withdrawal.
 */
export async function subscribeLive(
  args: ExecutionArgs,
  choices: EventChoices,
): Promise<AsyncGenerator<ExecutionResult> | ExecutionResult> {
  const source = await createSourceEventStream(args);
  if (!(source instanceof SubscriptionQueue)) return source as ExecutionResult;
  const queue = source as ServerQueue;
  const running: Running = {};
  const results = resultsOf(args, queue, choices, running);
  // `return` does not interrupt a waiting generator, so the queue is ended first.
  const endFirst = async () => {
    queue.end();
    running.budget?.stop('CALLER_GONE');
    return results.return(undefined);
  };
  return Object.assign(Object.create(results) as typeof results, {
    next: () => results.next(),
    return: endFirst,
    [Symbol.asyncIterator]() {
      return this;
    },
  });
}

async function* resultsOf(
  args: ExecutionArgs,
  queue: ServerQueue,
  { createContext, showsCost }: EventChoices,
  running: Running,
): AsyncGenerator<ExecutionResult> {
  try {
    let last: string | undefined;
    for (let pending: PendingEvents | null = INITIAL; pending; pending = await queue.next()) {
      const updates = await updatesOf(queue, pending, createContext);
      for (const { root, isNew, context } of updates) {
        const isSentAnyway = pending !== INITIAL || queue.topic.sendsFirst === true;
        if (isNew && !isSentAnyway) continue;
        const { budget } = context.operation;
        running.budget = budget;
        const refusal = refusalOf(context);
        if (refusal) {
          yield { errors: [refusal] };
          return;
        }
        const result = resultWithin(
          budget,
          await execute({ ...args, rootValue: root, contextValue: context }),
        );
        spend(context);
        // The subscription was ended while this event was being read.
        if (queue.ended) return;
        const digest = digestOf(result);
        const isSent = isSentAnyway && (isNew || digest !== last);
        last = digest;
        if (isSent) yield showsCost ? { ...result, extensions: { cost: costOf(budget) } } : result;
      }
      queue.isReady = true;
    }
  } finally {
    queue.end();
  }
}

/** Budget of the event that is being read, so that completing the subscription stops it. */
interface Running {
  budget?: OperationBudget;
}

type UpdateWithContext = TopicUpdate & { context: ServerContext };

/** Ends the queue and returns nothing if the token's principal has changed or no longer sees the topic. */
async function updatesOf(
  queue: ServerQueue,
  pending: PendingEvents,
  createContext: CreateContext,
): Promise<UpdateWithContext[]> {
  await queue.beforeReading();
  const context = await createContext();
  const isSame = identity(context.principal) === identity(queue.topic.principal);
  const updates = isSame ? await queue.topic.updates(context, pending) : null;
  if (!updates) queue.end();
  return (updates ?? []).map((update) => ({ ...update, context }));
}

/** Identifies a principal. A client is the holder of its link, which a merge moves to another client. */
export function identity(principal: ServerContext['principal']): string {
  if (principal.kind === 'CLIENT') return `link ${principal.link?.linkId}`;
  return JSON.stringify(principal);
}

function digestOf(result: ExecutionResult): string {
  return createHash('sha1').update(JSON.stringify(result)).digest('base64');
}

/** The error of a caller that has no points left in this minute, with which its subscription ends. */
function refusalOf({ principal, request: { services, caller } }: ServerContext): Refusal | null {
  return refusalOfPoints(services.requestPoints.pointsLeft(principal, caller));
}

function spend({ principal, operation, request: { services, caller } }: ServerContext): void {
  services.requestPoints.spend(principal, caller, pointsOf(operation.budget.spent));
}
