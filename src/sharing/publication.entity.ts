import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import type { Rel } from '@mikro-orm/postgresql';
import { GraphQLDateTime } from 'graphql-scalars';
import { ID, Int, ObjectType } from 'type-graphql';
import { BusinessRecord } from '../domain/business-record.js';
import { Client } from '../domain/clients/client.entity.js';
import { Job } from '../domain/jobs/job.entity.js';
import { whoMay } from '../domain/staff/capabilities.js';
import { StaffMember } from '../domain/staff/staff-member.entity.js';
import { declareEnum, FieldFor } from '../visibility/declare.js';
import type { Json } from '../visibility/projection.js';
import { NeverShared } from './shareable.js';

export const PublicationReason = {
  SHARED: 'SHARED',
  SHARING_UPDATED: 'SHARING_UPDATED',
  PUBLISHED_AT_ONCE: 'PUBLISHED_AT_ONCE',
  CLIENT_ACTED: 'CLIENT_ACTED',
  KEPT_IN_SYNC: 'KEPT_IN_SYNC',
} as const;
export type PublicationReason = (typeof PublicationReason)[keyof typeof PublicationReason];

declareEnum(
  PublicationReason,
  'PublicationReason',
  whoMay('SHARE'),
  'Why a version of the client view came to be.',
  {
    SHARED: 'Somebody reviewed the prompt and sent it.',
    SHARING_UPDATED: 'Somebody changed or withdrew what an already shared job shows.',
    PUBLISHED_AT_ONCE:
      "A photo's toggle was turned, a quote or an invoice was sent, or a payment recorded or reversed.",
    CLIENT_ACTED: 'The client accepted, declined or asked for something.',
    KEPT_IN_SYNC: 'The job is set to keep what is shared in sync.',
  },
);

/** One version of what the client can see of one job. Never changed once written: the newest is the client's view. */
@NeverShared()
@Entity({ tableName: 'publications' })
@ObjectType({
  description: 'One numbered, immutable version of what the client can see of a job.',
})
export class Publication extends BusinessRecord {
  static listedBy = ['version'];

  @ManyToOne(() => Job, { createForeignKeyConstraint: false })
  job!: Rel<Job>;

  /** For whom it was made: after a change of client, an older version is nobody's view. */
  @ManyToOne(() => Client, { createForeignKeyConstraint: false })
  client!: Rel<Client>;

  @Property({ type: 'integer' })
  @FieldFor(whoMay('SHARE'), 'Counts up from 1 in each job.', () => Int)
  version!: number;

  @Property({ type: 'text' })
  @FieldFor(whoMay('SHARE'), 'SHA-256 of the view, in hex.', () => String)
  digest!: string;

  /** The client's Job, as JSON text in the order of the schema: what is stored is what is sent. */
  @Property({ type: 'json', columnType: 'json' })
  view!: Record<string, Json>;

  @Property({ type: 'string[]', columnType: 'text[]' })
  @FieldFor(whoMay('SHARE'), 'Keys of the items it shows.', () => [ID])
  itemKeys!: string[];

  @Property({ type: 'text' })
  @FieldFor(whoMay('SHARE'), 'Why it came to be.', () => PublicationReason)
  reason!: PublicationReason;

  @Property({ type: 'timestamptz' })
  @FieldFor(whoMay('SHARE'), 'When it became what the client sees.', () => GraphQLDateTime)
  publishedAt!: Date;

  @ManyToOne(() => StaffMember, {
    nullable: true,
    createForeignKeyConstraint: false,
  })
  publishedBy: Rel<StaffMember> | null = null;
}
