import { type CardPaymentMode, takesCards } from '../../domain/card-payments/card-payments.js';
import type { PortalSession } from '../session/portal-session.js';

const ONLINE = 'canPayOnline';

/** Adds to a session whether its business takes payments online, which depends on the server too. In place. */
export function withOnlinePayments(
  session: PortalSession | null,
  mode: CardPaymentMode,
): PortalSession | null {
  if (session) session.business[ONLINE] = takesCards(session.business as never, mode);
  return session;
}

/** Reads it from the business of a session. */
export function canPayOnline(business: object): boolean {
  return (business as Record<string, unknown>)[ONLINE] === true;
}
