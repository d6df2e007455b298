import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import type { Rel } from '@mikro-orm/postgresql';
import { GraphQLDateTime } from 'graphql-scalars';
import { ID, Int, ObjectType } from 'type-graphql';
import { NeverShared } from '../../../shareable/shareable.js';
import { rolesWith } from '../../../visibility/capabilities.js';
import { FieldFor } from '../../../visibility/declare/fields.js';
import { Client } from '../../clients/client.entity.js';
import { BusinessEntity } from '../../common/business-entity.js';
import { Node, ReadByIdFor } from '../../nodes/node.js';
import { StaffMember } from '../../staff/staff-member.entity.js';
import { Quote } from '../quote.entity.js';
import { QuoteAnswerKind } from './quote-answer-kind.js';

const readers = rolesWith('SEE_QUOTES');

/** Answer of a client to one version of a quote. It is evidence: never changed, only marked when it is taken back. */
@NeverShared()
@Entity({ tableName: 'quote_answers' })
@ReadByIdFor(rolesWith('WRITE_SALES'))
@ObjectType({ implements: Node, description: 'Answer of the client to one version of a quote.' })
export class QuoteAnswer extends BusinessEntity {
  @ManyToOne(() => Quote, { createForeignKeyConstraint: false })
  quote!: Rel<Quote>;

  @Property({ type: 'integer' })
  @FieldFor(readers, 'Answered version.', () => Int, { nullable: true })
  version!: number;

  @Property({ type: 'text' })
  @FieldFor(readers, 'Kind of answer.', () => QuoteAnswerKind, { nullable: true })
  kind!: QuoteAnswerKind;

  @Property({ type: 'text', nullable: true })
  @FieldFor(
    readers,
    'Name typed by the person who accepted; null when staff recorded the answer.',
    () => String,
    { nullable: true },
  )
  name: string | null = null;

  @Property({ type: 'text', nullable: true })
  @FieldFor(readers, 'Reason for declining, or requested changes.', () => String, {
    nullable: true,
  })
  message: string | null = null;

  /** Of the published quote that the client saw; of the stored version when staff recorded the answer. */
  @Property({ type: 'text' })
  @FieldFor(readers, 'SHA-256, in hex, of the answered content.', () => String, {
    nullable: true,
  })
  digest!: string;

  @Property({ type: 'string[]', columnType: 'text[]', nullable: true })
  @FieldFor(readers, 'IDs of the optional lines that were taken with an acceptance.', () => [ID], {
    nullable: true,
  })
  chosenLineIds: string[] | null = null;

  @Property({ type: 'integer', nullable: true })
  @FieldFor(
    readers,
    'Total including tax that was accepted, in cents; null for other answers.',
    () => Int,
    { nullable: true },
  )
  totalCents: number | null = null;

  @Property({ type: 'timestamptz', nullable: true })
  @FieldFor(
    readers,
    'Time at which staff took back the acceptance; null while it counts.',
    () => GraphQLDateTime,
    { nullable: true },
  )
  undoneAt: Date | null = null;

  @Property({ type: 'text', nullable: true })
  @FieldFor(readers, 'Reason for taking it back.', () => String, { nullable: true })
  undoReason: string | null = null;

  @ManyToOne(() => StaffMember, { nullable: true, createForeignKeyConstraint: false })
  undoneBy: Rel<StaffMember> | null = null;

  @Property({ type: 'timestamptz' })
  @FieldFor(readers, 'Time of the answer.', () => GraphQLDateTime, { nullable: true })
  answeredAt!: Date;

  /** Client whose link was used; null when staff recorded the answer. */
  @ManyToOne(() => Client, { nullable: true, createForeignKeyConstraint: false })
  client: Rel<Client> | null = null;

  @ManyToOne(() => StaffMember, { nullable: true, createForeignKeyConstraint: false })
  recordedBy: Rel<StaffMember> | null = null;

  /** Marks the acceptance as taken back; it stays on record. */
  undo(by: Rel<StaffMember>, reason: string, now: Date): void {
    this.undoneAt = now;
    this.undoneBy = by;
    this.undoReason = reason;
  }
}
