import { LockMode } from '@mikro-orm/core';
import type { Unit } from '../../../database/unit-of-work/unit-of-work.js';
import { Refusal } from '../../../visibility/refusals.js';
import { normalEmail } from '../../common/contact.js';
import type { Context } from '../../common/context.js';
import { networkOf } from '../../enquiries/public-form/sender.js';
import { requireCode, withCode } from '../second-factor/require-code.js';
import { SIGNS_IN, StaffMember } from '../staff-member.entity.js';
import { isPassword } from './passwords.js';
import { startSession } from './start-session.js';

type Caller = Pick<Context, 'change' | 'config' | 'limits' | 'address' | 'device'>;

/**
 * Starts a session. An unknown address and a wrong password have the same error and take the same time: both
 * verify one argon2 hash. No database connection is held meanwhile. Throws UNAUTHENTICATED; SECOND_FACTOR_REQUIRED
 * when the password is right and a code is missing; VALIDATION_FAILED for a wrong code; RATE_LIMITED after too many
 * tries (`limits/`).
 */
export async function signIn(
  caller: Caller,
  { email, password, code = null }: { email: string; password: string; code?: string | null },
) {
  const { change, limits, address } = caller;
  const guess = { account: normalEmail(email) ?? '', place: networkOf(address), password };
  const owner = await limits.guesses.begin(guess);
  const account = await change((unit) => accountOf(unit, guess.account));
  if (!(await isPassword(owner, password, account.passwordHash))) throw wrongCredentials();
  await limits.guesses.wasRight(guess);
  return withCode(caller, account.id ?? '', code, () =>
    change(async (unit) => {
      const member = await verifiedMember(unit, account);
      await requireCode(unit, caller.config, member, code);
      return startSession(unit, caller, member);
    }),
  );
}

interface Account {
  id?: string;
  passwordHash?: string | null;
}

async function accountOf({ em }: Unit, email: string): Promise<Account> {
  const member = await em.findOne(StaffMember, { email, ...SIGNS_IN });
  return member ? { id: member.id, passwordHash: member.passwordHash } : {};
}

/**
 * Share-locked until commit, so that a concurrent change of password ends this session too, or refuses it. Throws
 * UNAUTHENTICATED when the member was removed or the password was changed since it was verified.
 */
async function verifiedMember({ em }: Unit, { id, passwordHash }: Account): Promise<StaffMember> {
  const member = await em.findOne(
    StaffMember,
    { id, passwordHash, removedAt: null },
    { lockMode: LockMode.PESSIMISTIC_READ, refresh: true },
  );
  if (!member) throw wrongCredentials();
  return member;
}

function wrongCredentials(): Refusal {
  return new Refusal(
    'UNAUTHENTICATED',
    'No sign-in with this email address and password; check both.',
  );
}
