import { LockMode } from '@mikro-orm/postgresql';
import { takeTurn, type Unit } from '../../../database/unit-of-work/unit-of-work.js';
import { conflict, invalid, Refusal } from '../../../visibility/refusals.js';
import { Business } from '../../business/business.entity.js';
import type { Context } from '../../common/context.js';
import {
  type SignedIn,
  signedInPerson,
  withPassword,
  wrongPassword,
} from '../sessions/confirm-password.js';
import { StaffMember } from '../staff-member.entity.js';
import { newRecoveryCodes } from './recovery-codes.js';
import { consumeCode, requireCode, withCode, wrongCode } from './require-code.js';
import { seal } from './sealed-secret.js';
import { lockSecondFactor, SecondFactor } from './second-factor.entity.js';
import { newSecret, otpauthUri } from './totp.js';

type Caller = SignedIn & Pick<Context, 'config'>;

/** Begins a second factor with a new secret; it counts once a code confirms it. Throws CONFLICT when one is on. */
export function beginSecondFactor(context: Caller, password: string) {
  const { change, config } = context;
  return withPassword(context, password, 'password', (passwordHash) =>
    change(async (unit) => {
      const member = await lockOwnMember(unit, context, passwordHash);
      const { id: staffMemberId, businessId, email } = member;
      const earlier = await lockSecondFactor(unit, member);
      if (earlier?.confirmedAt)
        throw conflict('Your second factor is on already; turn it off first to use another app.');
      const secret = newSecret();
      const sealedSecret = seal(secret, config.secret, staffMemberId);
      if (earlier) earlier.sealedSecret = sealedSecret;
      else
        unit.em.create(
          SecondFactor,
          { businessId, staffMemberId, sealedSecret },
          { partial: true },
        );
      const { name } = await unit.em.findOneOrFail(Business, businessId);
      return { secret, uri: otpauthUri(secret, `Jobglass ${name}`, email) };
    }),
  );
}

/** Turns the begun second factor on with a code of the app; returns its recovery codes, which are not stored. */
export function confirmSecondFactor(context: Caller, code: string) {
  const { change, config } = context;
  const { staffId } = signedInPerson(context);
  return withCode(context, staffId, code, () =>
    change(async (unit) => {
      const factor = await lockSecondFactor(unit, await lockOwnMember(unit, context));
      if (!factor || factor.confirmedAt)
        throw invalid('code', 'There is no second factor to confirm; begin it again.');
      if (!consumeCode(factor, config.secret, code, unit.now)) throw wrongCode();
      factor.confirmedAt = unit.now;
      return { recoveryCodes: renewedCodes(factor) };
    }),
  );
}

/** Replaces the recovery codes. Throws as {@link turnOffSecondFactor} does. */
export function renewRecoveryCodes(context: Caller, password: string, code: string) {
  return withBoth(context, password, code, (_unit, factor) => ({
    recoveryCodes: renewedCodes(factor),
  }));
}

/**
 * Turns the second factor off. Throws VALIDATION_FAILED for a wrong password or code, or when it is off.
 */
export function turnOffSecondFactor(context: Caller, password: string, code: string) {
  return withBoth(context, password, code, (unit, factor) => {
    unit.em.remove(factor);
    return {};
  });
}

function withBoth<T extends object>(
  context: Caller,
  password: string,
  code: string,
  work: (unit: Unit, factor: SecondFactor) => T,
): Promise<T> {
  const { staffId } = signedInPerson(context);
  return withPassword(context, password, 'password', (passwordHash) =>
    withCode(context, staffId, code, () =>
      context.change(async (unit) => {
        const member = await lockOwnMember(unit, context, passwordHash);
        await requireCode(unit, context.config, member, code);
        const factor = await lockSecondFactor(unit, member);
        if (!factor?.confirmedAt) throw invalid('code', 'Your second factor is off.');
        return work(unit, factor);
      }),
    ),
  );
}

function renewedCodes(factor: SecondFactor): string[] {
  const { codes, hashes } = newRecoveryCodes(factor.staffMemberId);
  factor.recoveryHashes = hashes;
  return codes;
}

/** The signed-in person's own member, locked until commit. Throws when the password was changed since it was checked. */
async function lockOwnMember(
  unit: Unit,
  context: SignedIn,
  passwordHash?: string,
): Promise<StaffMember> {
  const { staffId } = signedInPerson(context);
  takeTurn(unit, StaffMember.name, staffId);
  const member = await unit.em.findOne(
    StaffMember,
    { id: staffId, removedAt: null },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  if (!member) throw new Refusal('UNAUTHENTICATED');
  if (passwordHash && member.passwordHash !== passwordHash) throw wrongPassword('password');
  return member;
}
