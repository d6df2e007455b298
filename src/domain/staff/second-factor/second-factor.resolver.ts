import { Ctx, Int, ObjectType, Resolver } from 'type-graphql';
import type { Lookup } from '../../../database/reader/reader.js';
import { staffAndSetup, staffInPerson, staffOnly } from '../../../visibility/audience.js';
import { ArgFor } from '../../../visibility/declare/arguments.js';
import { FieldFor } from '../../../visibility/declare/fields.js';
import { MutationFor, QueryFor } from '../../../visibility/declare/operations.js';
import type { Context, StaffContext } from '../../common/context.js';
import { password as passwordBound, secondFactorCode } from '../../common/text.js';
import {
  beginSecondFactor,
  confirmSecondFactor,
  renewRecoveryCodes,
  turnOffSecondFactor,
} from './own-second-factor.js';

@ObjectType({ description: 'State of your second factor.' })
class SecondFactorStatus {
  @FieldFor(staffOnly, 'Whether signing in asks you for a code.', () => Boolean)
  isOn!: boolean;

  @FieldFor(staffOnly, 'Whether your business demands it of your role.', () => Boolean)
  isRequired!: boolean;

  @FieldFor(staffOnly, 'Number of recovery codes that are left.', () => Int)
  recoveryCodesLeft!: number;
}

@ObjectType({ description: 'Begun second factor; it counts once a code confirms it.' })
class BeginSecondFactorPayload {
  @FieldFor(staffAndSetup, 'Secret to type into an authenticator app.', () => String)
  secret!: string;

  @FieldFor(staffAndSetup, 'otpauth address with the secret, for a QR code.', () => String)
  uri!: string;
}

@ObjectType({ description: 'Recovery codes; each signs in once instead of a code of the app.' })
class RecoveryCodesPayload {
  @FieldFor(staffAndSetup, 'Ten codes; returned only once.', () => [String])
  recoveryCodes!: string[];
}

const PASSWORD = 'Your password.';
const APP_CODE = 'Code that the authenticator app shows now.';
const ANY_CODE = 'Code of the authenticator app, or a recovery code.';

@Resolver()
export class SecondFactorResolver {
  @QueryFor(staffInPerson, 'State of your second factor.', () => SecondFactorStatus)
  async secondFactor(@Ctx() { reader, principal }: StaffContext): Promise<SecondFactorStatus> {
    const status = await reader.lookup(STATUS, principal.staffId);
    return status ?? { isOn: false, isRequired: false, recoveryCodesLeft: 0 };
  }

  @MutationFor(
    staffAndSetup,
    'Begins a second factor: returns a secret for an authenticator app.',
    () => BeginSecondFactorPayload,
    { withoutKey: 'SIGN_IN' },
  )
  beginSecondFactor(
    @ArgFor(staffAndSetup, 'password', PASSWORD, () => String, { bound: passwordBound })
    password: string,
    @Ctx() context: Context,
  ) {
    return beginSecondFactor(context, password);
  }

  @MutationFor(
    staffAndSetup,
    'Turns your second factor on with a first code of the app.',
    () => RecoveryCodesPayload,
    { withoutKey: 'SIGN_IN' },
  )
  confirmSecondFactor(
    @ArgFor(staffAndSetup, 'code', APP_CODE, () => String, { bound: secondFactorCode })
    code: string,
    @Ctx() context: Context,
  ) {
    return confirmSecondFactor(context, code);
  }

  @MutationFor(staffInPerson, 'Replaces your recovery codes.', () => RecoveryCodesPayload, {
    withoutKey: 'SIGN_IN',
  })
  renewRecoveryCodes(
    @ArgFor(staffInPerson, 'password', PASSWORD, () => String, { bound: passwordBound })
    password: string,
    @ArgFor(staffInPerson, 'code', ANY_CODE, () => String, { bound: secondFactorCode })
    code: string,
    @Ctx() context: StaffContext,
  ) {
    return renewRecoveryCodes(context as Context, password, code);
  }

  @MutationFor(staffInPerson, 'Turns your second factor off.', () => Boolean, {
    withoutKey: 'SIGN_IN',
  })
  async turnOffSecondFactor(
    @ArgFor(staffInPerson, 'password', PASSWORD, () => String, { bound: passwordBound })
    password: string,
    @ArgFor(staffInPerson, 'code', ANY_CODE, () => String, { bound: secondFactorCode })
    code: string,
    @Ctx() context: StaffContext,
  ): Promise<boolean> {
    await turnOffSecondFactor(context as Context, password, code);
    return true;
  }
}

const STATUS: Lookup<SecondFactorStatus> = {
  sql: `
    select m.id, f.confirmed_at is not null as "isOn",
      m.role = any(b.require_second_factor_for) as "isRequired",
      case when f.confirmed_at is null then 0 else cardinality(f.recovery_hashes) end as "codesLeft"
    from staff_members m
    join businesses b on b.id = m.business_id
    left join second_factors f on f.staff_member_id = m.id
    where m.business_id = $1 and m.id = any($2::uuid[])`,
  answer: ({ isOn, isRequired, codesLeft }) => ({
    isOn: Boolean(isOn),
    isRequired: Boolean(isRequired),
    recoveryCodesLeft: Number(codesLeft),
  }),
};
