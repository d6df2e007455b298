import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import type { Rel } from '@mikro-orm/postgresql';
import { ObjectType } from 'type-graphql';
import { NeverShared } from '../../shareable/shareable.js';
import { Client } from '../clients/client.entity.js';
import { BusinessEntity } from '../common/business-entity.js';
import { Invoice } from '../invoices/invoice.entity.js';
import { Quote } from '../quotes/quote.entity.js';
import { StaffMember } from '../staff/staff-member.entity.js';

/** A pause of the reminders of one invoice, one quote or one client. */
@NeverShared()
@Entity({ tableName: 'reminder_pauses' })
@ObjectType()
export class ReminderPause extends BusinessEntity {
  @ManyToOne(() => Client, { nullable: true, createForeignKeyConstraint: false })
  client: Rel<Client> | null = null;

  @ManyToOne(() => Invoice, { nullable: true, createForeignKeyConstraint: false })
  invoice: Rel<Invoice> | null = null;

  @ManyToOne(() => Quote, { nullable: true, createForeignKeyConstraint: false })
  quote: Rel<Quote> | null = null;

  @Property({ type: 'timestamptz' })
  pausedAt!: Date;

  @ManyToOne(() => StaffMember, { createForeignKeyConstraint: false })
  pausedBy!: Rel<StaffMember>;
}
