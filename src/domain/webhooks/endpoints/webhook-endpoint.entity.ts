import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import type { Rel } from '@mikro-orm/postgresql';
import { GraphQLDateTime } from 'graphql-scalars';
import { ObjectType } from 'type-graphql';
import { v7 } from 'uuid';
import { NeverShared } from '../../../shareable/shareable.js';
import { FieldFor } from '../../../visibility/declare/fields.js';
import { BusinessEntity } from '../../common/business-entity.js';
import { StaffMember } from '../../staff/staff-member.entity.js';
import { registrars } from '../webhook-kinds.js';
import { WebhookDisabledReason, WebhookEndpointStatus } from './endpoint-status.js';

/** Longest overlap of two secrets. */
export const MAX_OVERLAP_HOURS = 168;

/**
 * Address to which a business has its events sent. Its secret is derived from the server's secret and `secretId`
 * (`database/tokens.ts`), so the database stores none.
 */
@NeverShared()
@Entity({ tableName: 'webhook_endpoints' })
@ObjectType({ description: 'Address to which events of the business are sent.' })
export class WebhookEndpoint extends BusinessEntity {
  @Property({ type: 'text' })
  @FieldFor(registrars, 'Address that events are posted to.', () => String)
  url!: string;

  @Property({ type: 'text', nullable: true })
  @FieldFor(registrars, 'What it is for, in words.', () => String, { nullable: true })
  description: string | null = null;

  @Property({ type: 'string[]', columnType: 'text[]' })
  @FieldFor(
    registrars,
    'Events that are sent: types such as `job.created`, `job.*` for all of a kind, `*` for everything.',
    () => [String],
  )
  topics!: string[];

  @Property({ type: 'text', default: 'ENABLED' })
  @FieldFor(registrars, 'Whether events are sent.', () => WebhookEndpointStatus)
  status: WebhookEndpointStatus = 'ENABLED';

  @Property({ type: 'text', nullable: true })
  @FieldFor(registrars, 'Why it is switched off.', () => WebhookDisabledReason, { nullable: true })
  disabledReason: WebhookDisabledReason | null = null;

  @Property({ type: 'timestamptz', nullable: true })
  @FieldFor(registrars, 'Time at which it was switched off.', () => GraphQLDateTime, {
    nullable: true,
  })
  disabledAt: Date | null = null;

  /** Staff member who registered it, changed its address or switched it on last: events are sent as this person may see them. */
  @ManyToOne(() => StaffMember, { createForeignKeyConstraint: false })
  registeredBy!: Rel<StaffMember>;

  @Property({ type: 'uuid' })
  secretId: string = v7();

  @Property({ type: 'uuid', nullable: true })
  previousSecretId: string | null = null;

  @Property({ type: 'timestamptz', nullable: true })
  @FieldFor(
    registrars,
    'Until when requests are also signed with the secret before the last rotation; null when there is none.',
    () => GraphQLDateTime,
    { nullable: true },
  )
  previousSecretUntil: Date | null = null;

  @Property({ type: 'timestamptz', nullable: true })
  @FieldFor(
    registrars,
    'Time since which no attempt has succeeded; null while the last one did.',
    () => GraphQLDateTime,
    { nullable: true },
  )
  failingSince: Date | null = null;

  @Property({ type: 'timestamptz' })
  @FieldFor(registrars, 'Time of the registration.', () => GraphQLDateTime)
  createdAt!: Date;

  /** A new secret; the present one goes on signing until the end of the overlap. */
  rotateSecret(now: Date, overlapHours: number): void {
    const lasts = overlapHours > 0;
    this.previousSecretId = lasts ? this.secretId : null;
    this.previousSecretUntil = lasts ? new Date(now.getTime() + overlapHours * 3_600_000) : null;
    this.secretId = v7();
  }

  enable(): void {
    Object.assign(this, {
      status: 'ENABLED',
      disabledReason: null,
      disabledAt: null,
      failingSince: null,
    });
  }

  disable(reason: WebhookDisabledReason, now: Date): void {
    Object.assign(this, { status: 'DISABLED', disabledReason: reason, disabledAt: now });
  }
}
