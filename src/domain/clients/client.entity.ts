import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import type { Rel } from '@mikro-orm/postgresql';
import { GraphQLDateTime } from 'graphql-scalars';
import { ObjectType } from 'type-graphql';
import { NeverShared } from '../../shareable/shareable.js';
import { andClient, staffAndClient, staffOnly } from '../../visibility/audience.js';
import { rolesWith } from '../../visibility/capabilities.js';
import { FieldFor } from '../../visibility/declare/fields.js';
import { BusinessEntity } from '../common/business-entity.js';
import { Node, ReadByIdFor } from '../nodes/node.js';
import { StaffMember } from '../staff/staff-member.entity.js';
import { ClientLanguage } from './client-language.js';

/** Client of a business. Through a portal link a client sees only its own name and language. */
@NeverShared()
@Entity({ tableName: 'clients' })
@ReadByIdFor(andClient(rolesWith('WRITE_SALES')))
@ObjectType({ implements: Node, description: 'Client of the business.' })
export class Client extends BusinessEntity {
  @Property({ type: 'text' })
  @FieldFor(staffAndClient, 'Name of the person or company.', () => String)
  name!: string;

  @Property({ type: 'text', nullable: true })
  @FieldFor(
    staffOnly,
    'Email address for portal links. A change revokes the links already sent.',
    () => String,
    { nullable: true },
  )
  email: string | null = null;

  @Property({ type: 'text', nullable: true })
  @FieldFor(staffOnly, 'Phone number in E.164 form.', () => String, {
    nullable: true,
  })
  phone: string | null = null;

  @Property({ type: 'text', nullable: true })
  @FieldFor(staffOnly, 'Person to speak to, if the client is a company.', () => String, {
    nullable: true,
  })
  contactName: string | null = null;

  @Property({ type: 'text', nullable: true })
  @FieldFor(staffOnly, 'Postal address.', () => String, { nullable: true })
  address: string | null = null;

  @Property({ type: 'text', nullable: true })
  @FieldFor(
    staffAndClient,
    "Language of the client's page and mails; null is English.",
    () => ClientLanguage,
    { nullable: true },
  )
  language: ClientLanguage | null = null;

  @Property({ type: 'text', nullable: true })
  @FieldFor(staffOnly, 'Internal notes; never visible to the client.', () => String, {
    nullable: true,
  })
  notes: string | null = null;

  @Property({ type: 'timestamptz', nullable: true })
  @FieldFor(
    staffOnly,
    'Time of archiving. Archived clients are left out of lists unless asked for; their jobs stay.',
    () => GraphQLDateTime,
    { nullable: true },
  )
  archivedAt: Date | null = null;

  /** Client that it was merged into and that has its jobs now. */
  @ManyToOne(() => Client, { nullable: true, createForeignKeyConstraint: false })
  mergedInto: Rel<Client> | null = null;

  @Property({ type: 'timestamptz', nullable: true })
  @FieldFor(
    staffOnly,
    'Time of erasure; the name and contact data are gone for good.',
    () => GraphQLDateTime,
    { nullable: true },
  )
  erasedAt: Date | null = null;

  @ManyToOne(() => StaffMember, { nullable: true, createForeignKeyConstraint: false })
  erasedBy: Rel<StaffMember> | null = null;

  @Property({ type: 'text', nullable: true })
  @FieldFor(staffOnly, 'Reason of the erasure.', () => String, { nullable: true })
  erasureReason: string | null = null;

  archive(now: Date): void {
    this.archivedAt ??= now;
  }

  restore(): void {
    this.archivedAt = null;
  }
}
