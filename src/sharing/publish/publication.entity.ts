import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import type { Rel } from '@mikro-orm/postgresql';
import { GraphQLDateTime } from 'graphql-scalars';
import { ID, Int, ObjectType } from 'type-graphql';
import { Client } from '../../domain/clients/client.entity.js';
import { BusinessEntity } from '../../domain/common/business-entity.js';
import { Job } from '../../domain/jobs/job.entity.js';
import { Node, ReadByIdFor } from '../../domain/nodes/node.js';
import { StaffMember } from '../../domain/staff/staff-member.entity.js';
import { NeverShared } from '../../shareable/shareable.js';
import { rolesWith } from '../../visibility/capabilities.js';
import { declareEnum } from '../../visibility/declare/enums.js';
import { FieldFor } from '../../visibility/declare/fields.js';
import type { Json } from '../../visibility/projection.js';

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
  rolesWith('SHARE'),
  'Reason of a publication.',
  {
    SHARED: 'The share prompt was reviewed and sent.',
    SHARING_UPDATED: 'The shared items of a job were changed or withdrawn.',
    PUBLISHED_AT_ONCE:
      'A photo was switched on or off, a note made internal, a quote or an invoice sent, or a payment recorded or reversed.',
    CLIENT_ACTED: 'The client acted, for example accepted a quote.',
    KEPT_IN_SYNC: 'A shared item of a job that is kept in sync changed.',
  },
);

/** One version of what the client sees of a job. Immutable; the newest one is the client's view. */
@NeverShared()
@Entity({ tableName: 'publications' })
@ReadByIdFor(rolesWith('SHARE'))
@ObjectType({
  implements: Node,
  description: 'Publication: numbered, immutable version of what the client sees of a job.',
})
export class Publication extends BusinessEntity {
  static listedBy = ['version'];

  @ManyToOne(() => Job, { createForeignKeyConstraint: false })
  job!: Rel<Job>;

  /** After a change of client, publications for the earlier client are visible to no client. */
  @ManyToOne(() => Client, { createForeignKeyConstraint: false })
  client!: Rel<Client>;

  @Property({ type: 'integer' })
  @FieldFor(rolesWith('SHARE'), 'Version number; counts up from 1 in each job.', () => Int)
  version!: number;

  @Property({ type: 'text' })
  @FieldFor(rolesWith('SHARE'), 'SHA-256 of the view, in hex.', () => String)
  digest!: string;

  /** The client's Job as JSON text, in the field order of the schema; sent as stored. */
  @Property({ type: 'json', columnType: 'json' })
  view!: Record<string, Json>;

  @Property({ type: 'string[]', columnType: 'text[]' })
  @FieldFor(rolesWith('SHARE'), 'Keys of its share items.', () => [ID])
  itemKeys!: string[];

  @Property({ type: 'text' })
  @FieldFor(rolesWith('SHARE'), 'Reason of the publication.', () => PublicationReason)
  reason!: PublicationReason;

  @Property({ type: 'timestamptz' })
  @FieldFor(rolesWith('SHARE'), 'Time of the publication.', () => GraphQLDateTime)
  publishedAt!: Date;

  @ManyToOne(() => StaffMember, {
    nullable: true,
    createForeignKeyConstraint: false,
  })
  publishedBy: Rel<StaffMember> | null = null;
}
