import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  type AddressHolder,
  readSignedAddress,
} from '../../../domain/signed-addresses/signed-address.js';
import { refusalFor } from '../../../visibility/refusals.js';
import { admit, authenticate, authenticateHolder } from '../../auth/authenticate.js';
import { authorizationOf, SESSION_HEADER } from '../../auth/session-cookie.js';
import type { Services } from '../../graphql/context.js';

/** A browser shows a picture again without asking for this long; what it has shown is seen already. */
const SIGNED_MAX_AGE_SECONDS = 60;

declare module 'fastify' {
  interface FastifyRequest {
    /** Session or link of a signed address; null for a request with a token. */
    holder: AddressHolder | null;
  }
}

/**
 * Authenticates every request for a file before its body is read: by its signed address, else by its token. Nobody may
 * keep an answer, except the browser for a short time if the address is signed.
 */
export function authenticateFiles(http: FastifyInstance, services: Services): void {
  http.decorateRequest('holder', null);
  http.addHook('onRequest', async (request, reply) => {
    reply.header('cache-control', 'private, no-store');
    request.holder = isRead(request)
      ? readSignedAddress(request.url, services.config, services.clock())
      : null;
    if (!request.holder) reply.header('vary', `authorization, cookie, ${SESSION_HEADER}`);
    request.authenticated = request.holder
      ? await authenticateHolder(services, request.holder)
      : await admit(services, authorizationOf(request.headers, services.config), request.ip);
    const { audience } = request.authenticated.principal;
    if (audience === 'VISITOR' || audience === 'SECOND_FACTOR_SETUP') throw refusalFor(audience);
  });
}

/** Authenticates the request once more, after it waited. */
export async function authenticateAgain(
  services: Services,
  request: FastifyRequest,
): Promise<void> {
  request.authenticated = request.holder
    ? await authenticateHolder(services, request.holder)
    : await authenticate(services, authorizationOf(request.headers, services.config));
}

/** Lets pages of every origin show the file if its address is signed. Called when the file is sent. */
export function allowUseElsewhere({ holder }: FastifyRequest, reply: FastifyReply): void {
  if (!holder) return;
  reply.headers({
    'cache-control': `private, max-age=${SIGNED_MAX_AGE_SECONDS}`,
    'cross-origin-resource-policy': 'cross-origin',
  });
}

function isRead({ method }: FastifyRequest): boolean {
  return method === 'GET' || method === 'HEAD';
}
