import { createHash } from 'node:crypto';
import {
  createSourceEventStream,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
} from 'graphql';
import type { OperationBudget } from '../database/operation-budget.js';
import { Feed, type Heard, type News } from '../live/feed.js';
import type { ServerContext } from './context.js';
import { resultWithin } from './within-budget.js';

/** The context of one more event, for whoever holds the token at this moment. */
export type Arrive = () => Promise<ServerContext>;

type LiveFeed = Feed<ServerContext>;

const AT_FIRST: Heard = { jobs: new Set(), mayHaveMissed: true };

/**
 * Runs a subscription. graphql-js would execute every event with the context of the first; here each
 * gets a new one, made for whoever the token belongs to by then, so nothing that was allowed is kept.
 */
export async function subscribeLive(
  args: ExecutionArgs,
  arrive: Arrive,
): Promise<AsyncGenerator<ExecutionResult> | ExecutionResult> {
  const source = await createSourceEventStream(args);
  if (!(source instanceof Feed)) return source as ExecutionResult;
  const feed = source as LiveFeed;
  const running: Running = {};
  const results = resultsOf(args, feed, arrive, running);
  // A generator that waits cannot be told to return; its feed can be told to end.
  const endFirst = async () => {
    feed.end();
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
  feed: LiveFeed,
  arrive: Arrive,
  running: Running,
): AsyncGenerator<ExecutionResult> {
  try {
    let last: string | undefined;
    for (let heard: Heard | null = AT_FIRST; heard; heard = await feed.next()) {
      const news = await newsOf(feed, heard, arrive);
      for (const { root, isNew, context } of news) {
        if (heard === AT_FIRST && isNew) continue;
        const { budget } = context.operation;
        running.budget = budget;
        const result = resultWithin(
          budget,
          await execute({ ...args, rootValue: root, contextValue: context }),
        );
        // Whoever was cut while this was being read does not get it.
        if (feed.ended) return;
        const digest = digestOf(result);
        const isSent = heard !== AT_FIRST && (isNew || digest !== last);
        last = digest;
        if (isSent) yield result;
      }
      feed.isReady = true;
    }
  } finally {
    feed.end();
  }
}

/** The budget of the event that is being read, so that completing the subscription ends that too. */
interface Running {
  budget?: OperationBudget;
}

type ReadNews = News & { context: ServerContext };

/** Nothing, and the end of the feed, for whoever is no longer who opened it or sees it no more. */
async function newsOf(feed: LiveFeed, heard: Heard, arrive: Arrive): Promise<ReadNews[]> {
  await feed.beforeReading();
  const context = await arrive();
  const isSame = identity(context.principal) === identity(feed.subject.principal);
  const news = isSame ? await feed.subject.news(context, heard) : null;
  if (!news) feed.end();
  return (news ?? []).map((each) => ({ ...each, context }));
}

function identity(principal: ServerContext['principal']): string {
  return JSON.stringify(principal);
}

function digestOf(result: ExecutionResult): string {
  return createHash('sha1').update(JSON.stringify(result)).digest('base64');
}
