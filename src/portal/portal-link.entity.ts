import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import type { Rel } from '@mikro-orm/postgresql';
import { GraphQLDateTime } from 'graphql-scalars';
import { ObjectType } from 'type-graphql';
import { BusinessRecord } from '../domain/business-record.js';
import { Client } from '../domain/clients/client.entity.js';
import { Job } from '../domain/jobs/job.entity.js';
import { whoMay } from '../domain/staff/capabilities.js';
import { NeverShared } from '../sharing/shareable.js';
import { FieldFor } from '../visibility/declare.js';

const VIEW_INTERVAL_MS = 60_000;

/** A link emailed to a client: one client, one job. Only the hash of its token is kept. */
@NeverShared()
@Entity({ tableName: 'portal_links' })
@ObjectType({
  description: 'A link emailed to a client. Its token is known to the client only.',
})
export class PortalLink extends BusinessRecord {
  @ManyToOne(() => Job, { createForeignKeyConstraint: false })
  job!: Rel<Job>;

  @ManyToOne(() => Client, { createForeignKeyConstraint: false })
  client!: Rel<Client>;

  @Property({ type: 'text', unique: true })
  tokenHash!: string;

  @Property({ type: 'text' })
  @FieldFor(whoMay('SHARE'), 'The address it was sent to.', () => String)
  sentTo!: string;

  @Property({ type: 'timestamptz' })
  @FieldFor(whoMay('SHARE'), 'When it was made.', () => GraphQLDateTime)
  createdAt!: Date;

  @Property({ type: 'timestamptz' })
  @FieldFor(whoMay('SHARE'), 'When it stops working by itself.', () => GraphQLDateTime)
  expiresAt!: Date;

  @Property({ type: 'timestamptz', nullable: true })
  @FieldFor(whoMay('SHARE'), 'When it was cut off, if it was.', () => GraphQLDateTime, {
    nullable: true,
  })
  revokedAt: Date | null = null;

  @Property({ type: 'timestamptz', nullable: true })
  @FieldFor(
    whoMay('SHARE'),
    'When its page last showed the job to a person.',
    () => GraphQLDateTime,
    { nullable: true },
  )
  lastViewedAt: Date | null = null;

  /** Its page has shown the job. Views within a minute are one, so that nobody makes us write on and on. */
  view(now: Date): void {
    const last = this.lastViewedAt?.getTime() ?? 0;
    if (now.getTime() - last >= VIEW_INTERVAL_MS) this.lastViewedAt = now;
  }

  revoke(now: Date): void {
    this.revokedAt ??= now;
  }
}
