import type { Audience } from './audience.js';

/** API key of a request. It acts in the name of the staff member who made it. */
interface ApiKeyIds {
  id: string;
  /** Name that its maker gave it. */
  name: string;
  /** Role of its maker now. */
  makerRole: StaffPrincipal['audience'];
}

/** Signed-in staff member of one business, or an API key. */
export interface StaffPrincipal {
  kind: 'STAFF';
  audience: Exclude<Audience, 'CLIENT' | 'VISITOR' | 'SECOND_FACTOR_SETUP'>;
  staffId: string;
  /** Id of the session; of an API key, its own id. */
  sessionId: string;
  /** Set if an API key was sent: then `staffId` is its maker, and `audience` what the key may. */
  apiKey?: ApiKeyIds;
  businessId: string;
  /** IANA time zone of the business: Australia/Sydney */
  timeZone: string;
}

/**
 * Signed-in staff member whose role demands a second factor that they have not set up. Not `STAFF`, so that every
 * check of staff refuses it.
 */
export interface SetupPrincipal extends Omit<StaffPrincipal, 'kind' | 'audience' | 'apiKey'> {
  kind: 'SETUP';
  audience: 'SECOND_FACTOR_SETUP';
  role: StaffPrincipal['audience'];
}

/**
 * Caller with a portal link. `link` is null if the link is unknown, expired or revoked, or if its business has the
 * portal off; every operation of such a client is answered "not found".
 */
export interface ClientPrincipal {
  kind: 'CLIENT';
  audience: 'CLIENT';
  link: PortalLinkIds | null;
}

/** Ids of an active portal link. */
export interface PortalLinkIds {
  linkId: string;
  businessId: string;
  /** Job on the page; null while the page shows one quote or invoice only. */
  jobId: string | null;
  /** Quote that the link was made for. */
  quoteId: string | null;
  /** Invoice that the link was made for. */
  invoiceId: string | null;
  /** Invoice that the page of a quote shows beside it: the one that was made with the acceptance. */
  shownInvoiceId: string | null;
  clientId: string;
  /** Version of the page when the request was authenticated. */
  version: number;
}

/** Caller without a valid token. */
export interface VisitorPrincipal {
  kind: 'VISITOR';
  audience: 'VISITOR';
  /** Set if a token was sent that is unknown, or of a session that has ended. */
  sentUnusableToken?: true;
}

export type Principal = StaffPrincipal | SetupPrincipal | ClientPrincipal | VisitorPrincipal;

export const visitor: VisitorPrincipal = {
  kind: 'VISITOR',
  audience: 'VISITOR',
};

export const visitorWithUnusableToken: VisitorPrincipal = { ...visitor, sentUnusableToken: true };
