import type { Config } from '../../../config/config.js';
import type { Unit } from '../../../database/unit-of-work/unit-of-work.js';
import { invalid, Refusal } from '../../../visibility/refusals.js';
import type { Context } from '../../common/context.js';
import type { StaffMember } from '../staff-member.entity.js';
import { hashOfCode } from './recovery-codes.js';
import { unseal } from './sealed-secret.js';
import { lockSecondFactor, type SecondFactor } from './second-factor.entity.js';
import { stepOf } from './totp.js';

/** Runs work that checks a code under the limit on wrong codes (`limits/code-guesses.ts`). Throws RATE_LIMITED. */
export function withCode<T>(
  { limits }: Pick<Context, 'limits'>,
  staffId: string,
  code: string | null,
  work: () => Promise<T>,
): Promise<T> {
  return code ? limits.codes.counted(staffId, work) : work();
}

/**
 * Uses up a code of a member who has a second factor; does nothing for others.
 *
 * @throws SECOND_FACTOR_REQUIRED without a code; VALIDATION_FAILED for a wrong or used one.
 */
export async function requireCode(
  unit: Unit,
  { secret }: Config,
  member: StaffMember,
  code: string | null,
): Promise<void> {
  const factor = await lockSecondFactor(unit, member);
  if (!factor?.confirmedAt) return;
  if (!code?.trim()) throw new Refusal('SECOND_FACTOR_REQUIRED');
  if (!consumeCode(factor, secret, code, unit.now) && !consumeRecoveryCode(factor, code))
    throw wrongCode();
}

/** Uses up a code of the app: returns whether it is right and newer than the last one. The factor must be locked. */
export function consumeCode(factor: SecondFactor, key: string, code: string, now: Date): boolean {
  const digits = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(digits)) return false;
  const secret = unseal(factor.sealedSecret, key, factor.staffMemberId);
  const step = secret && stepOf(secret, digits, now);
  if (!step || step <= factor.lastStep) return false;
  factor.lastStep = step;
  return true;
}

export function wrongCode(): Refusal {
  return invalid(
    'code',
    'This code is not right, or was used before; enter the one that the app shows now.',
  );
}

function consumeRecoveryCode(factor: SecondFactor, code: string): boolean {
  const hash = hashOfCode(code, factor.staffMemberId);
  if (!factor.recoveryHashes.includes(hash)) return false;
  factor.recoveryHashes = factor.recoveryHashes.filter((each) => each !== hash);
  return true;
}
