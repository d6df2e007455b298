import type { Audience } from '../audience.js';

/** Audience of staff, which that of an API key is in the types. */
type StaffAudience = Exclude<Audience, 'CLIENT' | 'VISITOR' | 'SECOND_FACTOR_SETUP'>;

const PREFIX = 'KEY:';

/**
 * Returns the audience of an API key that has these capabilities now: `KEY:SEE_ALL_JOBS,WRITE_JOBS`. There is one for each
 * set of capabilities, too many to list, so the type does not know them: what they may see is decided by the rules
 * (`rules.ts`), and what is made for each audience is made for them at their first use (`server/graphql/key-audiences.ts`).
 */
export function keyAudience(capabilities: readonly string[]): StaffAudience {
  return (PREFIX + [...new Set(capabilities)].sort().join(',')) as StaffAudience;
}

export function isKeyAudience(audience: Audience): boolean {
  return audience.startsWith(PREFIX);
}

/** Returns the capabilities of the audience of a key. */
export function capabilitiesOfKey(audience: Audience): string[] {
  return audience.slice(PREFIX.length).split(',').filter(Boolean);
}
