import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import type { Rel } from '@mikro-orm/postgresql';
import { GraphQLDateTime } from 'graphql-scalars';
import { ObjectType } from 'type-graphql';
import { NeverShared } from '../../shareable/shareable.js';
import { rolesWith } from '../../visibility/capabilities.js';
import { FieldFor } from '../../visibility/declare/fields.js';
import { Client } from '../clients/client.entity.js';
import { BusinessEntity } from '../common/business-entity.js';
import { Invoice } from '../invoices/invoice.entity.js';
import { Job } from '../jobs/job.entity.js';
import { Node, ReadByIdFor } from '../nodes/node.js';
import { Quote } from '../quotes/quote.entity.js';
import { isLiveLink } from './live-link.js';

const VIEW_INTERVAL_MS = 60_000;

/**
 * Link emailed to a client, to one job, quote or invoice. A link to a quote or an invoice shows its job once that is
 * shared with the same client. Only the hash of its token is stored.
 */
@NeverShared()
@Entity({ tableName: 'portal_links' })
@ReadByIdFor(rolesWith('SHARE'))
@ObjectType({
  implements: Node,
  description: 'Link emailed to a client. Its token is known to the client only.',
})
export class PortalLink extends BusinessEntity {
  /** Exactly one of `job`, `quote` and `invoice` is set: the subject of the link. */
  @ManyToOne(() => Job, { nullable: true, createForeignKeyConstraint: false })
  job: Rel<Job> | null = null;

  @ManyToOne(() => Quote, { nullable: true, createForeignKeyConstraint: false })
  quote: Rel<Quote> | null = null;

  @ManyToOne(() => Invoice, { nullable: true, createForeignKeyConstraint: false })
  invoice: Rel<Invoice> | null = null;

  @ManyToOne(() => Client, { createForeignKeyConstraint: false })
  client!: Rel<Client>;

  @Property({ type: 'text', unique: true })
  tokenHash!: string;

  /** Null for a link that was mailed before mails had a short code. */
  @Property({ type: 'text', unique: true, nullable: true })
  codeHash: string | null = null;

  @Property({ type: 'text' })
  @FieldFor(rolesWith('SHARE'), 'Email address it was sent to.', () => String)
  sentTo!: string;

  @Property({ type: 'timestamptz' })
  @FieldFor(rolesWith('SHARE'), 'Time of creation.', () => GraphQLDateTime)
  createdAt!: Date;

  @Property({ type: 'timestamptz' })
  @FieldFor(rolesWith('SHARE'), 'Time of expiry.', () => GraphQLDateTime)
  expiresAt!: Date;

  @Property({ type: 'timestamptz', nullable: true })
  @FieldFor(rolesWith('SHARE'), 'Time of revocation.', () => GraphQLDateTime, {
    nullable: true,
  })
  revokedAt: Date | null = null;

  @Property({ type: 'timestamptz', nullable: true })
  @FieldFor(rolesWith('SHARE'), 'Time of the last view of its page.', () => GraphQLDateTime, {
    nullable: true,
  })
  lastViewedAt: Date | null = null;

  /** Whether the link itself still works: not revoked, not expired. */
  isLive(now: Date): boolean {
    return isLiveLink(this, now);
  }

  /** Records a view, at most once a minute to bound the writes. */
  view(now: Date): void {
    const last = this.lastViewedAt?.getTime() ?? 0;
    if (now.getTime() - last >= VIEW_INTERVAL_MS) this.lastViewedAt = now;
  }

  revoke(now: Date): void {
    this.revokedAt ??= now;
  }
}
