import type { Principal } from '../../visibility/principal.js';

/** ID of the business that a staff member works for or that sent the client's portal link; null for visitors. */
export function businessOf(principal: Principal): string | null {
  if (principal.kind === 'STAFF') return principal.businessId;
  return principal.kind === 'CLIENT' ? (principal.link?.businessId ?? null) : null;
}
