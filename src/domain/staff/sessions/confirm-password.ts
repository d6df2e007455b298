import type { Principal } from '../../../visibility/principal.js';
import { invalid, Refusal } from '../../../visibility/refusals.js';
import type { Context } from '../../common/context.js';
import { StaffMember } from '../staff-member.entity.js';
import { isPassword } from './passwords.js';

export type SignedIn = Pick<Context, 'change' | 'limits' | 'principal'>;

/** The signed-in person's member and session, also while they must set up a second factor. An API key is no person. */
export function signedInPerson({ principal }: { principal: Principal | null }) {
  if (principal?.kind !== 'STAFF' && principal?.kind !== 'SETUP')
    throw new Refusal('UNAUTHENTICATED');
  if (principal.kind === 'STAFF' && principal.apiKey) throw new Refusal('FORBIDDEN');
  return principal;
}

/**
 * Runs the work if this is the password of the signed-in person; the work receives the hash that it matched. Wrong
 * passwords are limited as at sign-in, but per session, so a stranger on the network cannot exhaust the limit.
 *
 * @throws VALIDATION_FAILED that names `field`.
 */
export async function withPassword<T>(
  context: SignedIn,
  password: string,
  field: string,
  work: (passwordHash: string) => Promise<T>,
): Promise<T> {
  const { change, limits } = context;
  const { staffId, sessionId } = signedInPerson(context);
  const { email, passwordHash } = await change(async ({ em }) => {
    const member = await em.findOneOrFail(StaffMember, staffId);
    return { email: member.email, passwordHash: member.passwordHash };
  });
  const guess = { account: email, place: `session ${sessionId}`, password };
  await limits.guesses.begin(guess);
  if (!passwordHash || !(await isPassword(staffId, password, passwordHash)))
    throw wrongPassword(field);
  await limits.guesses.wasRight(guess);
  return work(passwordHash);
}

export function wrongPassword(field: string) {
  return invalid(field, 'This is not your password now; check it.');
}
