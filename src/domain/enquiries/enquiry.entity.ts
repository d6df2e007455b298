import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import type { Rel } from '@mikro-orm/postgresql';
import { GraphQLDateTime } from 'graphql-scalars';
import { ObjectType } from 'type-graphql';
import { NeverShared } from '../../sharing/shareable.js';
import { FieldFor } from '../../visibility/declare.js';
import { BusinessRecord } from '../business-record.js';
import { Client } from '../clients/client.entity.js';
import { Quote } from '../quotes/quote.entity.js';
import { whoMay } from '../staff/capabilities.js';
import { EnquiryStatus } from './enquiry-status.js';

const forSales = whoMay('WRITE_SALES');

/** What somebody asked through the public form. Who sent it knows only that it was received. */
@NeverShared()
@Entity({ tableName: 'enquiries' })
@ObjectType({ description: 'What somebody asked through the public form.' })
export class Enquiry extends BusinessRecord {
  @Property({ type: 'text' })
  @FieldFor(forSales, 'Who asks.', () => String)
  name!: string;

  @Property({ type: 'text', nullable: true })
  @FieldFor(forSales, 'Where replies go; without it there can be none.', () => String, {
    nullable: true,
  })
  email: string | null = null;

  @Property({ type: 'text', nullable: true })
  @FieldFor(forSales, 'Phone number in international form.', () => String, { nullable: true })
  phone: string | null = null;

  @Property({ type: 'text' })
  @FieldFor(forSales, 'What they ask.', () => String)
  message!: string;

  @Property({ type: 'text', nullable: true })
  @FieldFor(forSales, 'Where the work would happen.', () => String, { nullable: true })
  siteAddress: string | null = null;

  @Property({ type: 'text', default: 'NEW' })
  @FieldFor(forSales, 'Where it stands.', () => EnquiryStatus)
  status: EnquiryStatus = EnquiryStatus.NEW;

  @Property({ type: 'timestamptz' })
  @FieldFor(forSales, 'When it came in.', () => GraphQLDateTime)
  receivedAt!: Date;

  /** Tells the enquiries of one network address from others, without saying which address it is. */
  @Property({ type: 'text', hidden: true })
  sender!: string;

  @ManyToOne(() => Client, { nullable: true, createForeignKeyConstraint: false })
  client: Rel<Client> | null = null;

  @ManyToOne(() => Quote, { nullable: true, createForeignKeyConstraint: false })
  quote: Rel<Quote> | null = null;

  @Property({ type: 'text', nullable: true })
  @FieldFor(forSales, 'Why it was declined; whoever asked was told.', () => String, {
    nullable: true,
  })
  declineReason: string | null = null;

  isSettled(): boolean {
    return this.status === EnquiryStatus.ACCEPTED || this.status === EnquiryStatus.CONVERTED;
  }

  /** A reply to what is settled or declined is a letter like any other and changes nothing. */
  markReplied(): void {
    if (this.status === EnquiryStatus.NEW) this.status = EnquiryStatus.REPLIED;
  }

  acceptFor(client: Rel<Client>): void {
    this.client = client;
    this.status = EnquiryStatus.ACCEPTED;
  }

  convertTo(quote: Rel<Quote>): void {
    this.quote = quote;
    this.status = EnquiryStatus.CONVERTED;
  }

  decline(reason: string | null): void {
    this.declineReason = reason;
    this.status = EnquiryStatus.DECLINED;
  }
}
