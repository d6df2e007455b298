import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import type { Rel } from '@mikro-orm/postgresql';
import { GraphQLDateTime } from 'graphql-scalars';
import { Int, ObjectType } from 'type-graphql';
import { Client } from '../../domain/clients/client.entity.js';
import { BusinessEntity } from '../../domain/common/business-entity.js';
import { Invoice } from '../../domain/invoices/invoice.entity.js';
import { Node, ReadByIdFor } from '../../domain/nodes/node.js';
import { Quote } from '../../domain/quotes/quote.entity.js';
import { StaffMember } from '../../domain/staff/staff-member.entity.js';
import { NeverShared } from '../../shareable/shareable.js';
import { rolesWith } from '../../visibility/capabilities.js';
import { FieldFor } from '../../visibility/declare/fields.js';
import type { Json } from '../../visibility/projection.js';
import { PublicationReason } from '../publish/publication.entity.js';

/**
 * One version of what the client sees of a quote or an invoice on a page of its own, while its job is not shared. As
 * immutable as a publication of a job; the newest one for the client is the page.
 */
@NeverShared()
@Entity({ tableName: 'page_publications' })
@ReadByIdFor(rolesWith('SHARE'))
@ObjectType({
  implements: Node,
  description:
    'Publication of the page of one quote or invoice: numbered, immutable version of what the client sees of it while its job is not shared.',
})
export class PagePublication extends BusinessEntity {
  static listedBy = ['version'];

  @ManyToOne(() => Client, { createForeignKeyConstraint: false })
  client!: Rel<Client>;

  @ManyToOne(() => Quote, { nullable: true, createForeignKeyConstraint: false })
  quote: Rel<Quote> | null = null;

  @ManyToOne(() => Invoice, { nullable: true, createForeignKeyConstraint: false })
  invoice: Rel<Invoice> | null = null;

  @Property({ type: 'integer' })
  @FieldFor(
    rolesWith('SHARE'),
    'Version number; counts up from 1 for each quote or invoice.',
    () => Int,
  )
  version!: number;

  @Property({ type: 'text' })
  @FieldFor(rolesWith('SHARE'), 'SHA-256 of the view, in hex.', () => String)
  digest!: string;

  /** The client's Quote or Invoice as JSON text, in the field order of the schema; null when it was withdrawn. */
  @Property({ type: 'json', columnType: 'json', nullable: true })
  view: Record<string, Json> | null = null;

  @Property({ type: 'text' })
  @FieldFor(rolesWith('SHARE'), 'Reason of the publication.', () => PublicationReason)
  reason!: PublicationReason;

  @Property({ type: 'timestamptz' })
  @FieldFor(rolesWith('SHARE'), 'Time of the publication.', () => GraphQLDateTime)
  publishedAt!: Date;

  @ManyToOne(() => StaffMember, { nullable: true, createForeignKeyConstraint: false })
  publishedBy: Rel<StaffMember> | null = null;
}
