import type {
  IncomingMessage,
  OutgoingHttpHeaders,
  RequestListener,
  Server,
  ServerResponse,
} from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ExecutionResult } from 'graphql';
import { v7 } from 'uuid';
import type { OperationBudget } from '../database/operation-budget.js';
import type { Audience } from '../visibility/audience.js';
import { isLost, whoComes } from './arrive.js';
import { callerAddress } from './caller-address.js';
import { writeAnswer } from './carried-text.js';
import type { CompiledQueries, Run } from './compiled-queries.js';
import { type Caller, contextFor, type Rooms } from './context.js';
import { type HandedOver, handOver } from './handed-over.js';
import { LastSeen } from './last-seen.js';
import { bodyOf, mayTake, type Question, questionIn } from './plain-request.js';
import { proofOf, tokenIn } from './principals.js';
import { withinBudget } from './within-budget.js';

/** Callers say in few ways what they accept; whoever makes up more of them is answered by Apollo. */
const MOST_ACCEPTED = 100;
/** What is of one answer, and not of all that are accepted alike. */
const OF_ONE_ANSWER = ['content-length', 'date', 'connection', 'keep-alive'];

/**
 * A way around Fastify and Apollo for queries that they have let through before, letter for letter, and
 * that are compiled since. It skips what comes out the same every time for the same text in the same audience:
 *
 * - reading the text, validating it against the schema and weighing it against the limits: none of
 *   these looks at anything but the text, and only what passed all of them is ever compiled;
 * - the refusal of another site's forms: no form can send `application/json`, and nothing else is
 *   answered here;
 * - the hooks and plugins: nothing that introspects, subscribes or changes something is compiled, and
 *   what is looked ahead is told to the readers here too;
 * - choosing the headers of the answer: they depend on `accept` alone, and only those are used that an
 *   answer of Apollo's to the very same `accept` went out with.
 *
 * Who is asking, whether the link still opens, variables, rules and resolvers are no part of that: they
 * run for every request. Of staff it is asked by the very statement that reads for them: it reads for
 * whoever came with the token the last time, and brings nothing unless that is who still holds it.
 *
 * Whatever is out of the ordinary, and every query that meets an error, goes on to Fastify, with what
 * was done for it so far.
 */
export class FastLane {
  readonly #headers = new Map<string, OutgoingHttpHeaders>();
  readonly #lastSeen = new LastSeen();
  readonly #withoutProof = new WeakSet<Run>();
  readonly #addressOf: (request: IncomingMessage) => string;
  #isClosed = false;

  constructor(
    private readonly rooms: Rooms,
    private readonly queries: ReadonlyMap<Audience, CompiledQueries>,
  ) {
    this.#addressOf = callerAddress(rooms.config.trustProxy);
  }

  /** Takes its place before whoever listens to the server so far. */
  standBefore(server: Server): void {
    const others = server.listeners('request') as RequestListener[];
    server.removeAllListeners('request');
    server.on('request', (request, response) => {
      const goOn = () => {
        for (const listener of others) listener.call(server, request, response);
      };
      if (this.#isClosed || !this.#headersFor(request) || !mayTake(request)) goOn();
      // What fails here fails once more where it is told and logged.
      else this.#answer(request, response).then((isAnswered) => isAnswered || goOn(), goOn);
    });
  }

  /** From now on everything goes on to the others. */
  close(): void {
    this.#isClosed = true;
  }

  /** Keeps what an answer to whoever accepts the same goes out with, and who came. */
  learn({ raw, arrival }: FastifyRequest, reply: FastifyReply): void {
    const { principal } = arrival;
    if (principal.kind === 'STAFF')
      this.#lastSeen.saw(tokenIn(raw.headers.authorization), principal);
    if (reply.statusCode !== 200 || this.#headers.size >= MOST_ACCEPTED) return;
    const headers = { ...reply.getHeaders() } as OutgoingHttpHeaders;
    for (const name of OF_ONE_ANSWER) delete headers[name];
    this.#headers.set(accepted(raw), headers);
  }

  #headersFor(request: IncomingMessage): OutgoingHttpHeaders | undefined {
    return this.#headers.get(accepted(request));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const body = await bodyOf(request);
    // Nobody waits for an answer any more.
    if (body === null) return true;
    handOver(request, { body });
    const question = questionIn(body);
    if (!question) return false;
    const result =
      (await this.#asLastSeen(request, response, question)) ??
      (await this.#asComes(request, response, question, body));
    if (!result) return false;
    const answer = writeAnswer(result);
    const headers = this.#headersFor(request);
    response.writeHead(200, { ...headers, 'content-length': Buffer.byteLength(answer) });
    response.end(answer);
    return true;
  }

  /** Answers staff on the condition that they are who came with their token the last time. */
  async #asLastSeen(
    request: IncomingMessage,
    response: ServerResponse,
    question: Question,
  ): Promise<ExecutionResult | null> {
    const token = tokenIn(request.headers.authorization);
    const principal = this.#lastSeen.of(token);
    const run = principal && this.#runOf(principal.audience, question);
    if (!run || this.#withoutProof.has(run)) return null;
    const proof = proofOf(token, principal, this.rooms.clock());
    const context = contextFor(this.rooms, { principal }, this.#callerOf(request), proof);
    const { budget } = context.operation;
    const result = await withinBudget(budget, response, () => run(context, question.variables));
    if (proof.isGiven === null && !budget.isStopped) this.#withoutProof.add(run);
    if (proof.isGiven === false) this.#lastSeen.forget(token);
    return proof.isGiven ? complete(result, budget) : null;
  }

  /** Answers whoever it is, once that is known. */
  async #asComes(
    request: IncomingMessage,
    response: ServerResponse,
    question: Question,
    body: string,
  ): Promise<ExecutionResult | null> {
    const arrival = await whoComes(this.rooms, request.headers.authorization);
    const { principal } = arrival;
    const known: HandedOver = { body, arrival };
    handOver(request, known);
    if (principal.kind === 'STAFF')
      this.#lastSeen.saw(tokenIn(request.headers.authorization), principal);
    const run = this.#runOf(principal.audience, question);
    if (!run || isLost(arrival)) return null;
    const context = contextFor(this.rooms, arrival, this.#callerOf(request));
    const { budget } = context.operation;
    const result = await withinBudget(budget, response, () => run(context, question.variables));
    const answer = complete(result, budget);
    if (answer) return answer;
    handOver(request, { ...known, isTroubled: true });
    return null;
  }

  #callerOf(request: IncomingMessage): Caller {
    return new LateCaller(request, this.#addressOf);
  }

  #runOf(audience: Audience, { query, operationName }: Question): Run | null {
    return this.queries.get(audience)?.again(query, operationName) ?? null;
  }
}

/** The result where it can be sent as it is: without errors, or with the one that ends it for its size. */
function complete(result: ExecutionResult, budget: OperationBudget): ExecutionResult | null {
  return result.errors && !budget.isStopped ? null : result;
}

/** Few ask where a request comes from or what it is called, so neither is found out before. */
class LateCaller implements Caller {
  #id: string | undefined;

  constructor(
    private readonly request: IncomingMessage,
    private readonly addressOf: (request: IncomingMessage) => string,
  ) {}

  get id(): string {
    this.#id ??= v7();
    return this.#id;
  }

  get ip(): string {
    return this.addressOf(this.request);
  }
}

function accepted({ headers }: IncomingMessage): string {
  return headers.accept ?? '';
}
