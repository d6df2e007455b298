import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import type { Rel } from '@mikro-orm/postgresql';
import { GraphQLDateTime } from 'graphql-scalars';
import { Int, ObjectType } from 'type-graphql';
import { NeverShared } from '../../sharing/shareable.js';
import { FieldFor } from '../../visibility/declare.js';
import { BusinessRecord } from '../business-record.js';
import { Client } from '../clients/client.entity.js';
import { whoMay } from '../staff/capabilities.js';
import { StaffMember } from '../staff/staff-member.entity.js';
import { Quote } from './quote.entity.js';
import { QuoteAnswerKind } from './quote-answer-kind.js';

const readers = whoMay('SEE_QUOTES');

/** What a client said to one version of a quote. Written once and never changed: it is the evidence. */
@NeverShared()
@Entity({ tableName: 'quote_answers' })
@ObjectType({ description: 'What the client said to one version of a quote.' })
export class QuoteAnswer extends BusinessRecord {
  @ManyToOne(() => Quote, { createForeignKeyConstraint: false })
  quote!: Rel<Quote>;

  @Property({ type: 'integer' })
  @FieldFor(readers, 'The version it is about.', () => Int, { nullable: true })
  version!: number;

  @Property({ type: 'text' })
  @FieldFor(readers, 'Yes, no, or not like this.', () => QuoteAnswerKind, { nullable: true })
  kind!: QuoteAnswerKind;

  @Property({ type: 'text', nullable: true })
  @FieldFor(
    readers,
    'The name that whoever accepted typed; null when staff recorded the answer.',
    () => String,
    { nullable: true },
  )
  name: string | null = null;

  @Property({ type: 'text', nullable: true })
  @FieldFor(readers, 'Why not, or what should change.', () => String, { nullable: true })
  message: string | null = null;

  /** Of the published quote that the client had before it; of the kept version when staff recorded it. */
  @Property({ type: 'text' })
  @FieldFor(readers, 'SHA-256, in hex, of exactly what was answered.', () => String, {
    nullable: true,
  })
  digest!: string;

  @Property({ type: 'timestamptz' })
  @FieldFor(readers, 'When it was given.', () => GraphQLDateTime, { nullable: true })
  answeredAt!: Date;

  /** Whose link it came through. */
  @ManyToOne(() => Client, { nullable: true, createForeignKeyConstraint: false })
  client: Rel<Client> | null = null;

  @ManyToOne(() => StaffMember, { nullable: true, createForeignKeyConstraint: false })
  recordedBy: Rel<StaffMember> | null = null;
}
