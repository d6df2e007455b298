import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { signInAddress } from '../../domain/common/contact.js';
import { password as passwordBound } from '../../domain/common/text.js';
import { endOwnSession } from '../../domain/staff/sessions/end-sessions.js';
import { replaceToken } from '../../domain/staff/sessions/replace-token.js';
import { signIn } from '../../domain/staff/sessions/sign-in.js';
import { type Bound, OutOfBound } from '../../visibility/bounds.js';
import { Faults } from '../../visibility/inputs/faults.js';
import { visitor } from '../../visibility/principal.js';
import { invalid, Refusal, refusalFor } from '../../visibility/refusals.js';
import { admit } from '../auth/authenticate.js';
import { type AuthenticatedRequest, tokenIn } from '../auth/resolve-principal.js';
import {
  authorizationOf,
  isFromOwnPage,
  noSessionCookie,
  SESSION_HEADER,
  sessionCookie,
} from '../auth/session-cookie.js';
import { newOperation, type Services } from '../graphql/context.js';
import { contextFor } from '../graphql/operation-context.js';

const MAX_BODY_BYTES = 16 * 1024;
const MAX_CODE_LENGTH = 100;

/**
 * `POST /session` signs the staff member of our own pages in: with email, password and, where it is asked for, a code;
 * or it turns the session of a bearer token into a cookie, and the token ends. `DELETE /session` signs out. The token
 * is in no answer, only in a cookie that scripts cannot read.
 */
export function sessionRoutes(services: Services): FastifyPluginAsync {
  return async (http) => {
    http.addHook('onRequest', async ({ headers }, reply) => {
      reply.header('cache-control', 'no-store');
      const isBearer = headers.authorization !== undefined;
      if (!isBearer && !isFromOwnPage(headers, services.config)) throw notFromOurPages();
    });
    http.post('/session', { bodyLimit: MAX_BODY_BYTES }, async (request, reply) =>
      request.headers.authorization === undefined
        ? signInByPassword(services, request, reply)
        : turnIntoCookie(services, request, reply),
    );
    http.delete('/session', (request, reply) => signOut(services, request, reply));
  };
}

async function signInByPassword(services: Services, request: FastifyRequest, reply: FastifyReply) {
  const credentials = credentialsIn((request.body ?? {}) as Record<string, unknown>);
  const earlier = await authenticated(services, request);
  const session = await signIn(contextOf(services, request, { principal: visitor }), credentials);
  // The cookie that this one replaces.
  await end(services, request, earlier);
  return answer(services, reply, session);
}

/** Throws VALIDATION_FAILED with all faults. */
function credentialsIn(body: Record<string, unknown>) {
  const faults = new Faults();
  const email = faults.check(() => textIn(body, 'email', signInAddress)) ?? '';
  const password = faults.check(() => textIn(body, 'password', passwordBound)) ?? '';
  const code = faults.check(() => textIn({ code: body.code ?? '' }, 'code', codeBound));
  faults.throwIfAny();
  return { email, password, code: code || undefined };
}

async function turnIntoCookie(services: Services, request: FastifyRequest, reply: FastifyReply) {
  const caller = await authenticated(services, request);
  if (!hasSession(caller)) throw refusalFor(caller.principal.audience);
  const token = tokenIn(request.headers.authorization);
  const { change } = contextOf(services, request, caller);
  return answer(services, reply, await change((unit) => replaceToken(unit, token)));
}

async function signOut(services: Services, request: FastifyRequest, reply: FastifyReply) {
  await end(services, request, await authenticated(services, request));
  return reply.status(204).header('set-cookie', noSessionCookie(services.config)).send();
}

interface StartedSession {
  token: string;
  expiresAt: Date;
  staff: object;
}

function answer(
  { config }: Services,
  reply: FastifyReply,
  { token, expiresAt, staff }: StartedSession,
) {
  return reply
    .header('set-cookie', sessionCookie(token, expiresAt, config))
    .send({ expiresAt, staff });
}

function authenticated(services: Services, { headers, ip }: FastifyRequest) {
  return admit(services, authorizationOf(headers, services.config), ip);
}

async function end(
  services: Services,
  request: FastifyRequest,
  caller: AuthenticatedRequest,
): Promise<void> {
  if (!hasSession(caller)) return;
  await contextOf(services, request, caller).change(endOwnSession);
}

/** Also true while the person must set up a second factor; false for an API key, which is no session. */
function hasSession({ principal }: AuthenticatedRequest): boolean {
  return principal.kind === 'SETUP' || (principal.kind === 'STAFF' && !principal.apiKey);
}

function contextOf(
  services: Services,
  request: FastifyRequest,
  authenticatedRequest: AuthenticatedRequest,
) {
  return contextFor({
    services,
    authenticated: authenticatedRequest,
    caller: request,
    operation: newOperation(),
  });
}

const codeBound: Bound = {
  read(value) {
    if ((value as string).length <= MAX_CODE_LENGTH) return value;
    throw new OutOfBound(`A code has at most ${MAX_CODE_LENGTH} characters.`);
  },
};

/** Returns a text of the body, as an argument of GraphQL is read. Throws VALIDATION_FAILED with the field. */
function textIn(body: Record<string, unknown>, field: string, bound: Bound): string {
  const value = body[field];
  if (typeof value !== 'string') throw invalid(field, 'Send this as text.');
  try {
    return bound.read(value) as string;
  } catch (error) {
    if (error instanceof OutOfBound) throw invalid(field, error.message);
    throw error;
  }
}

function notFromOurPages(): Refusal {
  return new Refusal(
    'FORBIDDEN',
    `This address is for the pages of this server, which send the header ${SESSION_HEADER}; programs use signIn and its token.`,
  );
}
