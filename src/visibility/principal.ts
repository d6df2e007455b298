import type { Audience } from './audience.js';

/** Somebody who signed in and works for one business. */
export interface StaffPrincipal {
  kind: 'STAFF';
  audience: Exclude<Audience, 'CLIENT' | 'VISITOR'>;
  staffId: string;
  sessionId: string;
  businessId: string;
  /** Where the business works, as an IANA name: Australia/Sydney */
  timeZone: string;
}

/**
 * Somebody who came in by a portal link. `link` is null when the link is unknown, expired, revoked or
 * its business has the portal off: such a client is told "not found" whatever it asks for.
 */
export interface ClientPrincipal {
  kind: 'CLIENT';
  audience: 'CLIENT';
  link: PortalPass | null;
}

export interface PortalPass {
  linkId: string;
  businessId: string;
  jobId: string;
  clientId: string;
}

/** Anyone at all. */
export interface VisitorPrincipal {
  kind: 'VISITOR';
  audience: 'VISITOR';
}

export type Principal = StaffPrincipal | ClientPrincipal | VisitorPrincipal;

export const visitor: VisitorPrincipal = {
  kind: 'VISITOR',
  audience: 'VISITOR',
};
