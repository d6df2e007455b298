import { createHmac, hash, randomBytes } from 'node:crypto';

/** Both kinds of token say what they are, so a lost one can be recognised and a wrong one is told apart. */
export const STAFF_TOKEN = 'jgs_';
export const PORTAL_TOKEN = 'jgp_';

/** A new secret for a staff session. */
export function newStaffToken(): string {
  return STAFF_TOKEN + randomBytes(32).toString('base64url');
}

/**
 * The secret of a portal link, worked out of its id and the server's secret. So the mail can be
 * written (and written again after a crash, word for word) while the database holds only its hash.
 */
export function portalToken(secret: string, linkId: string): string {
  return (
    PORTAL_TOKEN + createHmac('sha256', secret).update(`portal-link:${linkId}`).digest('base64url')
  );
}

/** What is stored of a token. */
export function hashOfToken(token: string): string {
  return hash('sha256', token, 'hex');
}
