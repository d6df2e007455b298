import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import type { Rel } from '@mikro-orm/postgresql';
import { GraphQLDateTime } from 'graphql-scalars';
import { ObjectType } from 'type-graphql';
import { NeverShared } from '../../shareable/shareable.js';
import { rolesWith } from '../../visibility/capabilities.js';
import { FieldFor } from '../../visibility/declare/fields.js';
import { Client } from '../clients/client.entity.js';
import { BusinessEntity } from '../common/business-entity.js';
import { Node, ReadByIdFor } from '../nodes/node.js';
import { Quote } from '../quotes/quote.entity.js';
import { EnquiryStatus } from './enquiry-status.js';

const forSales = rolesWith('ANSWER_ENQUIRIES');

/** Enquiry from the public form. Its sender learns only that it was received. */
@NeverShared()
@Entity({ tableName: 'enquiries' })
@ReadByIdFor(rolesWith('ANSWER_ENQUIRIES'))
@ObjectType({ implements: Node, description: 'Enquiry from the public form.' })
export class Enquiry extends BusinessEntity {
  @Property({ type: 'text' })
  @FieldFor(forSales, 'Name of the sender.', () => String)
  name!: string;

  @Property({ type: 'text', nullable: true })
  @FieldFor(forSales, 'Email address for replies; without it no reply is possible.', () => String, {
    nullable: true,
  })
  email: string | null = null;

  @Property({ type: 'text', nullable: true })
  @FieldFor(forSales, 'Phone number in E.164 form.', () => String, { nullable: true })
  phone: string | null = null;

  @Property({ type: 'text' })
  @FieldFor(forSales, 'Text of the enquiry.', () => String)
  message!: string;

  @Property({ type: 'text', nullable: true })
  @FieldFor(forSales, 'Address of the site.', () => String, { nullable: true })
  siteAddress: string | null = null;

  @Property({ type: 'text', default: 'NEW' })
  @FieldFor(forSales, 'Enquiry status.', () => EnquiryStatus)
  status: EnquiryStatus = EnquiryStatus.NEW;

  @Property({ type: 'timestamptz' })
  @FieldFor(forSales, 'Time of receipt.', () => GraphQLDateTime)
  receivedAt!: Date;

  /** HMAC of the sender's network, for the rate limit (`public-form/sender.ts`). */
  @Property({ type: 'text', hidden: true })
  sender!: string;

  @ManyToOne(() => Client, { nullable: true, createForeignKeyConstraint: false })
  client: Rel<Client> | null = null;

  @ManyToOne(() => Quote, { nullable: true, createForeignKeyConstraint: false })
  quote: Rel<Quote> | null = null;

  @Property({ type: 'text', nullable: true })
  @FieldFor(forSales, 'Reason for declining, as emailed to the sender.', () => String, {
    nullable: true,
  })
  declineReason: string | null = null;

  /** Whether the sender was accepted as a client. */
  isSettled(): boolean {
    return this.status === EnquiryStatus.ACCEPTED || this.status === EnquiryStatus.CONVERTED;
  }

  /** Sets a new enquiry to REPLIED; a reply to one in another status does not change it. */
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
