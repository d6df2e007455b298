import type {
  IncomingHttpHeaders,
  IncomingMessage,
  RequestListener,
  Server,
  ServerResponse,
} from 'node:http';
import type { FastifyBaseLogger, FastifyReply, FastifyRequest } from 'fastify';
import type { ExecutionResult } from 'graphql';
import type { StatementGuard } from '../../database/reader/statement-guard.js';
import { pointsOf, rateLimitHeaders } from '../../domain/limits/request-points.js';
import type { Audience } from '../../visibility/audience.js';
import { authenticate, isWrongLink } from '../auth/authenticate.js';
import { sentUnusableToken } from '../auth/ended-session.js';
import { forgeryRefusal } from '../auth/forged-request.js';
import { PrincipalCache } from '../auth/principal-cache.js';
import { type AuthenticatedRequest, guardOf, tokenIn } from '../auth/resolve-principal.js';
import { authorizationOf } from '../auth/session-cookie.js';
import { newOperation, type OperationRequest, type Services } from '../graphql/context.js';
import type { PersistedQueries } from '../graphql/documents/persisted-queries.js';
import { withinBudget } from '../graphql/within-budget.js';
import { callerAddress } from '../http/caller-address.js';
import { LazyCaller } from '../http/lazy-caller.js';
import { clientErrors } from './client-errors.js';
import { bodyOf, type OperationPlan } from './plan.js';
import type { OperationPlans } from './plans.js';
import {
  isEligible,
  type ParsedRequest,
  parseRequest,
  parseSearch,
  readBody,
  setHandoff,
} from './request.js';

/** Maximum distinct `accept` headers with recorded response headers; Apollo answers requests with others. */
const MAX_ACCEPTS = 100;
/** Headers that differ between responses to the same `accept`. */
const VARYING_HEADERS = new Set([
  'content-length',
  'date',
  'connection',
  'keep-alive',
  'vary',
  'ratelimit',
  'ratelimit-policy',
]);

/**
 * Answers requests before Fastify and Apollo if Apollo has parsed and validated their document before. Skips all steps
 * that have the same outcome for the same text and audience: parsing, validation, query limits, plugins, and the choice
 * of response headers (recorded from a response of Apollo to the same `accept`). Answers `application/json`, which forms
 * of other sites cannot send, and a GET that no other site can have made for us (`auth/forged-request.ts`).
 *
 * Authentication, guard, variables, rules and resolvers run for every request. Staff requests run as the last known
 * principal of their token, under a statement guard that the principal is still valid.
 *
 * All other requests are handed on to Fastify, with what was done for them so far.
 */
export class FastPath {
  readonly #headers = new Map<string, string[]>();
  readonly #principals = new PrincipalCache();
  readonly #unguarded = new WeakSet<OperationPlan>();
  readonly #addressOf: (request: IncomingMessage) => string;
  #isClosed = false;

  constructor(
    private readonly services: Services,
    private readonly plans: ReadonlyMap<Audience, OperationPlans>,
    private readonly persisted: Record<Audience, PersistedQueries>,
    private readonly log: FastifyBaseLogger,
  ) {
    this.#addressOf = callerAddress(services.config.trustProxy);
  }

  /** Installs itself before the other request listeners of the server. */
  install(server: Server): void {
    const others = server.listeners('request') as RequestListener[];
    server.removeAllListeners('request');
    server.on('request', (request, response) => {
      const handOn = () => {
        for (const listener of others) listener.call(server, request, response);
      };
      if (this.#isClosed || !this.#headersFor(request) || !isEligible(request)) handOn();
      // A failure is not logged here: Apollo runs the request again and logs it.
      else this.#answer(request, response).then((isAnswered) => isAnswered || handOn(), handOn);
    });
  }

  /** From now on hands every request on to Fastify. */
  close(): void {
    this.#isClosed = true;
  }

  /** Records the headers of a response for its `accept` header, and the principal of its token. */
  recordResponse({ raw, authenticated }: FastifyRequest, reply: FastifyReply): void {
    this.#remember(raw, authenticated);
    if (reply.statusCode !== 200 || this.#headers.size >= MAX_ACCEPTS) return;
    const headers = Object.entries(reply.getHeaders()).filter(
      ([name]) => !VARYING_HEADERS.has(name) && !name.startsWith('access-control-'),
    );
    this.#headers.set(
      accepted(raw),
      headers.flatMap(([name, value]) => [value].flat().flatMap((part) => [name, String(part)])),
    );
  }

  #remember({ headers }: IncomingMessage, { principal }: AuthenticatedRequest): void {
    if (principal.kind === 'STAFF') this.#principals.set(this.#tokenIn(headers), principal);
  }

  #tokenIn(headers: IncomingHttpHeaders): string {
    return tokenIn(authorizationOf(headers, this.services.config));
  }

  #headersFor(request: IncomingMessage): string[] | undefined {
    return this.#headers.get(accepted(request));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const isGet = request.method === 'GET';
    if (isGet && forgeryRefusal(request, this.services.config)) return false;
    const body = isGet ? undefined : await readBody(request);
    // The caller hung up.
    if (body === null) return true;
    setHandoff(request, { body });
    const parsed = body === undefined ? parseSearch(request.url ?? '') : parseRequest(body);
    if (!parsed) return false;
    const answer =
      (await this.#underGuard(request, response, parsed)) ??
      (await this.#authenticated(request, response, parsed, body));
    if (!answer) return false;
    const text = bodyOf(answer.result);
    const headers = this.#headersFor(request) ?? [];
    const bytes = Buffer.byteLength(text);
    const length = ['content-length', String(bytes)];
    // All at once: node:http takes far longer once a header was set before.
    response.writeHead(200, [...headers, ...answer.limits, ...length]);
    // Text beyond ASCII is encoded once here; node:http would copy it twice before it does.
    response.end(bytes === text.length ? text : Buffer.from(text));
    return true;
  }

  /** Runs the plan as the cached principal of a staff token, under a guard. Null without one, or if the guard fails. */
  async #underGuard(
    request: IncomingMessage,
    response: ServerResponse,
    parsed: ParsedRequest,
  ): Promise<Answer | null> {
    const token = this.#tokenIn(request.headers);
    const known = this.#principals.get(token);
    const plan = known && this.#planOf(known.principal.audience, parsed);
    if (!plan || this.#unguarded.has(plan)) return null;
    const { principal, tokenHash } = known;
    const guard = guardOf(tokenHash, principal, this.services.clock());
    const answer = await this.#run(plan, { principal }, request, response, parsed, guard);
    if (guard.holds === false) this.#principals.delete(token);
    // The plan sent no statement that could check the guard. Without an answer it may not have come so far.
    if (guard.holds === null && answer && !answer.result.errors) this.#unguarded.add(plan);
    return guard.holds ? answer : null;
  }

  /** Authenticates the request and runs its plan; null if Apollo has to answer. */
  async #authenticated(
    request: IncomingMessage,
    response: ServerResponse,
    parsed: ParsedRequest,
    body: string | undefined,
  ): Promise<Answer | null> {
    const authenticated = await authenticate(
      this.services,
      authorizationOf(request.headers, this.services.config),
    );
    setHandoff(request, { body, authenticated });
    this.#remember(request, authenticated);
    const plan = this.#planOf(authenticated.principal.audience, parsed);
    if (!plan || isWrongLink(authenticated) || sentUnusableToken(authenticated.principal))
      return null;
    return this.#run(plan, authenticated, request, response, parsed);
  }

  /** Returns the answer; null if the guard failed, or for an error that Apollo has to answer or log. */
  async #run(
    plan: OperationPlan,
    authenticated: AuthenticatedRequest,
    request: IncomingMessage,
    response: ServerResponse,
    { variables }: ParsedRequest,
    guard?: StatementGuard,
  ): Promise<Answer | null> {
    const { sessionUse, requestPoints } = this.services;
    const operation = newOperation();
    const caller = new LazyCaller(request, this.#addressOf);
    const { principal } = authenticated;
    // Fastify refuses the request.
    if (requestPoints.pointsLeft(principal, caller).remaining === 0) return null;
    if (sessionUse.isDue(principal)) sessionUse.note(principal, caller.ip);
    const operationRequest: OperationRequest = {
      services: this.services,
      authenticated,
      caller,
      operation,
      guard,
    };
    const { budget } = operation;
    const result = await withinBudget(budget, response, () =>
      plan.execute(operationRequest, variables),
    );
    if (guard?.holds === false) return null;
    const sent =
      !result.errors || budget.isStopped
        ? result
        : clientErrors(result, authenticated.principal.audience, this.log);
    if (!sent) return null;
    const left = requestPoints.spend(principal, caller, pointsOf(budget.spent));
    return { result: sent, limits: rateLimitHeaders(left).flat() };
  }

  #planOf(
    audience: Audience,
    { query, hash, operationName, variables }: ParsedRequest,
  ): OperationPlan | null {
    const text = query ?? this.persisted[audience]?.find(hash);
    if (text === undefined) return null;
    const plan = this.plans.get(audience)?.find(text, operationName, variables) ?? null;
    // Mutations are answered by Apollo, whose plugins report what was committed.
    return plan?.isQuery ? plan : null;
  }
}

/** What is sent: the result, and names and values of the headers that say which points are left. */
interface Answer {
  result: ExecutionResult;
  limits: string[];
}

function accepted({ headers }: IncomingMessage): string {
  return headers.accept ?? '';
}
