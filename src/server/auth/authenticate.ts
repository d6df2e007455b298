import { setTimeout } from 'node:timers/promises';
import { cardPaymentMode } from '../../domain/card-payments/card-payments.js';
import type { AddressHolder } from '../../domain/signed-addresses/signed-address.js';
import { Refusal } from '../../visibility/refusals.js';
import type { Services } from '../graphql/context.js';
import { type AuthenticatedRequest, resolveHolder, resolvePrincipal } from './resolve-principal.js';

const WRONG_LINK_DELAY_MS = 1_000;

/**
 * Authenticates a request by its token. Throws RATE_LIMITED, delayed, after too many wrong links from one address; a
 * valid link always works, whatever others try from the same address.
 */
export async function admit(
  services: Services,
  authorization: string | undefined,
  address: string,
): Promise<AuthenticatedRequest> {
  return delayWrongLinks(services, await authenticate(services, authorization), address);
}

/** Authenticates a request without limits on wrong links. */
export function authenticate(
  services: Services,
  authorization: string | undefined,
): Promise<AuthenticatedRequest> {
  return resolvePrincipal(authorization, databasesOf(services), services.clock());
}

/** Authenticates a request by the session or link of its signed address. */
export function authenticateHolder(
  services: Services,
  holder: AddressHolder,
): Promise<AuthenticatedRequest> {
  return resolveHolder(holder, databasesOf(services), services.clock());
}

function databasesOf({ db, portalDb, config }: Services) {
  return { main: db, portal: portalDb, cardPayments: cardPaymentMode(config.stripe) };
}

/** Whether the request has a portal link that is unknown, expired or revoked. */
export function isWrongLink({ principal }: AuthenticatedRequest): boolean {
  return principal.kind === 'CLIENT' && !principal.link;
}

/** Returns the request unless it is one of too many wrong links from its address. Throws RATE_LIMITED. */
export async function delayWrongLinks(
  { limits }: Services,
  authenticated: AuthenticatedRequest,
  address: string,
): Promise<AuthenticatedRequest> {
  if (isWrongLink(authenticated) && (await limits.links.areTooMany(address))) {
    // Delays the refusal by 1 s to slow a flood of wrong links.
    await setTimeout(WRONG_LINK_DELAY_MS);
    throw new Refusal('RATE_LIMITED');
  }
  return authenticated;
}
