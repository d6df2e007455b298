import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import type { Rel } from '@mikro-orm/postgresql';
import { GraphQLDateTime } from 'graphql-scalars';
import { ObjectType } from 'type-graphql';
import { NeverShared } from '../../sharing/shareable.js';
import { andClient } from '../../visibility/audience.js';
import { declareEnum, FieldFor } from '../../visibility/declare.js';
import { BusinessRecord } from '../business-record.js';
import { Client } from '../clients/client.entity.js';
import { Job } from '../jobs/job.entity.js';
import { whoMay } from '../staff/capabilities.js';
import { StaffMember } from '../staff/staff-member.entity.js';

/** Both ends of a thread. */
export const correspondents = andClient(whoMay('MESSAGE_CLIENTS'));

export const MessageSide = { CLIENT: 'CLIENT', BUSINESS: 'BUSINESS' } as const;
export type MessageSide = keyof typeof MessageSide;
declareEnum(MessageSide, 'MessageSide', correspondents, 'An end of a conversation.', {
  CLIENT: 'The client.',
  BUSINESS: 'The business.',
});

/** How long a message may be. */
export const MESSAGE_LENGTH = 5000;

/**
 * One message of a thread. A thread belongs to a job and a client: after a change of client the new
 * one finds an empty thread. Messages are a channel of their own, so nothing of them is ever offered
 * for sharing.
 */
@NeverShared()
@Entity({ tableName: 'messages' })
@ObjectType({ description: 'A message between a client and the business.' })
export class Message extends BusinessRecord {
  @ManyToOne(() => Job, { createForeignKeyConstraint: false })
  job!: Rel<Job>;

  @ManyToOne(() => Client, { createForeignKeyConstraint: false })
  client!: Rel<Client>;

  @Property({ type: 'text', fieldName: 'sender' })
  @FieldFor(correspondents, 'Who wrote it.', () => MessageSide)
  from!: MessageSide;

  @Property({ type: 'text' })
  @FieldFor(correspondents, 'What it says; at most 5,000 characters.', () => String)
  body!: string;

  @Property({ type: 'timestamptz' })
  @FieldFor(correspondents, 'When it was sent.', () => GraphQLDateTime)
  sentAt!: Date;

  @Property({ type: 'timestamptz', nullable: true })
  @FieldFor(
    whoMay('MESSAGE_CLIENTS'),
    'When the other side first read it: the client, or anybody of the business.',
    () => GraphQLDateTime,
    { nullable: true },
  )
  readAt: Date | null = null;

  /** Who wrote it for the business. */
  @ManyToOne(() => StaffMember, {
    nullable: true,
    createForeignKeyConstraint: false,
  })
  author: Rel<StaffMember> | null = null;

  read(now: Date): void {
    this.readAt ??= now;
  }
}
