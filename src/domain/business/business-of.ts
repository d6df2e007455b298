import type { Principal } from '../../visibility/principal.js';

/** The business that somebody works for, or that sent the link somebody came in by. */
export function businessOf(principal: Principal): string | null {
  if (principal.kind === 'STAFF') return principal.businessId;
  return principal.kind === 'CLIENT' ? (principal.link?.businessId ?? null) : null;
}
