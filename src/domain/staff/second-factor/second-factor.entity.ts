import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { LockMode } from '@mikro-orm/postgresql';
import type { Unit } from '../../../database/unit-of-work/unit-of-work.js';
import { NeverShared } from '../../../shareable/shareable.js';
import { BusinessEntity } from '../../common/business-entity.js';

/** Second factor of a staff member: an authenticator app (TOTP, RFC 6238) and recovery codes. Never in the API. */
@NeverShared()
@Entity({ tableName: 'second_factors' })
export class SecondFactor extends BusinessEntity {
  @Property({ type: 'uuid', unique: true })
  staffMemberId!: string;

  /** Encrypted (`sealed-secret.ts`). */
  @Property({ type: 'text' })
  sealedSecret!: string;

  /** 30-second step of the last accepted code: a code is good once. */
  @Property({ type: 'integer', default: 0 })
  lastStep: number = 0;

  /** Null until a first code proved that the app has the secret; until then it counts for nothing. */
  @Property({ type: 'timestamptz', nullable: true })
  confirmedAt: Date | null = null;

  /** SHA-256 of the recovery codes that were not used. */
  @Property({ type: 'string[]', columnType: 'text[]', defaultRaw: "'{}'" })
  recoveryHashes: string[] = [];
}

/** The second factor of a member, locked until commit; null when they have begun none. */
export function lockSecondFactor(
  { em }: Unit,
  staffMember: { id: string; businessId: string },
): Promise<SecondFactor | null> {
  const { id: staffMemberId, businessId } = staffMember;
  return em.findOne(
    SecondFactor,
    { staffMemberId, businessId },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
}
