import { once } from 'node:events';
import type { OutgoingHttpHeaders } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ExecutionResult } from 'graphql';
import type { Audience } from '../../visibility/audience.js';
import { invalid, Refusal } from '../../visibility/refusals.js';
import { authorizationOf } from '../auth/session-cookie.js';
import type { Services } from '../graphql/context.js';
import type { PersistedQueries } from '../graphql/documents/persisted-queries.js';
import type { DocumentReader } from '../graphql/documents/read-documents.js';
import { type ApolloAnswer, setHead } from '../http/graphql/apollo-answer.js';
import { withStatus } from '../http/http-errors.js';
import { EventStream } from './event-stream.js';
import { identity } from './live-operation.js';
import type { SubscriptionRequest } from './read-subscription.js';
import { subscriptionIn } from './subscription-in-request.js';
import { FormattedError, type Subscriptions } from './subscriptions.js';

/** The same as on one WebSocket. */
const MAX_STREAMS = 20;
const CLOSE_TIMEOUT_MS = 500;
const EVENT_STREAM = 'text/event-stream';
const HEADERS = {
  'content-type': `${EVENT_STREAM}; charset=utf-8`,
  'cache-control': 'no-store, no-transform',
  // nginx would keep events until its buffer is full.
  'x-accel-buffering': 'no',
};
/** Statuses of a result that a reader gets as an event, since an EventSource cannot read another response. */
const STATUSES_OF_RESULTS = [200, 400];

/** Whether a request to `/graphql` wants server-sent events and no JSON. */
export function isForEventStream({ headers: { accept = '' } }: FastifyRequest): boolean {
  return accept.includes(EVENT_STREAM) && !/json|\*\/\*|application\/\*/i.test(accept);
}

/** GraphQL over server-sent events: a subscription, or one result of any other operation. */
export class EventStreams {
  readonly #open = new Set<EventStream>();
  /** Open subscriptions of each principal. */
  readonly #counts = new Map<string, number>();
  #isClosing = false;

  constructor(
    private readonly services: Services,
    private readonly subscriptions: Subscriptions,
    private readonly documents: Record<Audience, DocumentReader>,
    private readonly persisted: Record<Audience, PersistedQueries>,
  ) {}

  /** Answers an authenticated request; `runOne` answers what is not a subscription. */
  async answer(
    request: FastifyRequest,
    reply: FastifyReply,
    runOne: () => Promise<ApolloAnswer>,
  ): Promise<unknown> {
    refuseOthers(request);
    if (this.#isClosing) throw new Refusal('UNAVAILABLE');
    const { audience } = request.authenticated.principal;
    const subscription = subscriptionIn(
      request,
      this.documents[audience],
      this.persisted[audience],
    );
    if (subscription) return this.#follow(request, reply, subscription);
    const answer = await runOne();
    if (STATUSES_OF_RESULTS.includes(answer.status))
      return this.#send(reply, one(answer.text.trimEnd()));
    setHead(reply, answer);
    return answer.text;
  }

  /** Ends all streams, after the events that are being read. */
  async close(): Promise<void> {
    this.#isClosing = true;
    await this.services.live.finish();
    const streams = [...this.#open];
    const closed = streams.map((stream) => once(stream, 'close'));
    for (const stream of streams) stream.end();
    const timer = setTimeout(() => {
      for (const stream of streams) stream.destroy();
    }, CLOSE_TIMEOUT_MS);
    await Promise.all(closed);
    clearTimeout(timer);
  }

  async #follow(request: FastifyRequest, reply: FastifyReply, subscription: SubscriptionRequest) {
    const { principal } = request.authenticated;
    const leave = this.#enter(identity(principal));
    const results = leave
      ? await this.#resultsOf(request, subscription)
      : this.#failed(tooMany(), principal.audience);
    return this.#send(reply, results, leave ?? undefined);
  }

  /** Sends the results as events; calls back when the stream is closed. */
  #send(reply: FastifyReply, results: AsyncIterator<string, unknown>, onClose = () => undefined) {
    const response = reply.raw;
    const stream = new EventStream(results, response);
    this.#open.add(stream);
    stream.once('close', () => {
      this.#open.delete(stream);
      onClose();
      if (!response.writableEnded) response.destroy();
    });
    stream.once('error', (err) =>
      reply.log.error({ requestId: reply.request.id, err }, 'a request failed on our side'),
    );
    // Fastify would report a reader who leaves early as a fault of ours.
    reply.hijack();
    if (response.destroyed) stream.destroy();
    response.once('close', () => stream.destroy());
    response.writeHead(200, { ...(reply.getHeaders() as OutgoingHttpHeaders), ...HEADERS });
    stream.pipe(response);
    return reply;
  }

  /** Counts a stream of a principal; returns the function that ends the count, or null if there are too many. */
  #enter(principal: string): (() => undefined) | null {
    const count = this.#counts.get(principal) ?? 0;
    if (count >= MAX_STREAMS) return null;
    this.#counts.set(principal, count + 1);
    return () => {
      const left = (this.#counts.get(principal) ?? 1) - 1;
      if (left > 0) this.#counts.set(principal, left);
      else this.#counts.delete(principal);
    };
  }

  /** Returns the results of a subscription as JSON, or one result with the errors that it was refused with. */
  async #resultsOf(
    { authenticated, headers, ip }: FastifyRequest,
    request: SubscriptionRequest,
  ): Promise<AsyncIterator<string, unknown>> {
    const { audience } = authenticated.principal;
    try {
      const subscription = await this.subscriptions.prepare(request, {
        address: ip,
        authorization: authorizationOf(headers, this.services.config),
        admit: async () => authenticated,
      });
      const results = await this.subscriptions.subscribe(subscription);
      const text = (result: ExecutionResult) =>
        JSON.stringify(this.subscriptions.formatResult(subscription, result));
      if (!(Symbol.asyncIterator in results)) return one(text(results));
      const failed = (error: unknown) => this.#failed(error, audience);
      return new ResultTexts(results, text, failed);
    } catch (error) {
      return this.#failed(error, audience);
    }
  }

  /** The one result of a subscription that was refused or has failed. */
  #failed(error: unknown, audience: Audience): AsyncIterator<string, unknown> {
    const { formatted } =
      error instanceof FormattedError ? error : this.subscriptions.format(error, audience);
    return one(JSON.stringify({ errors: [formatted] }));
  }
}

/** Results of a subscription as JSON; `return` ends it at once, also while the next one is awaited. */
class ResultTexts implements AsyncIterator<string, unknown> {
  #last: AsyncIterator<string, unknown> | undefined;

  constructor(
    private readonly results: AsyncGenerator<ExecutionResult>,
    private readonly text: (result: ExecutionResult) => string,
    private readonly failed: (error: unknown) => AsyncIterator<string, unknown>,
  ) {}

  async next(): Promise<IteratorResult<string, unknown>> {
    if (this.#last) return this.#last.next();
    try {
      const { done, value } = await this.results.next();
      return done ? { done, value } : { value: this.text(value) };
    } catch (error) {
      this.#last = this.failed(error);
      return this.#last.next();
    }
  }

  return(): Promise<IteratorResult<string, unknown>> {
    return this.results.return(undefined) as Promise<IteratorResult<never>>;
  }
}

async function* one(result: string): AsyncGenerator<string, undefined> {
  yield result;
}

function refuseOthers({ headers: { accept }, body }: FastifyRequest): void {
  if (accept && !accept.includes(EVENT_STREAM) && !accept.includes('*/*')) throw withStatus(406);
  if (Array.isArray(body)) throw invalid('operations', 'An event stream has one operation.');
}

function tooMany(): Refusal {
  return new Refusal(
    'RATE_LIMITED',
    `At most ${MAX_STREAMS} event streams may be open at once; end one first.`,
  );
}
