import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import type { Rel } from '@mikro-orm/postgresql';
import { GraphQLDateTime } from 'graphql-scalars';
import { ObjectType } from 'type-graphql';
import { NeverShared } from '../../shareable/shareable.js';
import { andClient } from '../../visibility/audience.js';
import { rolesWith } from '../../visibility/capabilities.js';
import { declareEnum } from '../../visibility/declare/enums.js';
import { FieldFor } from '../../visibility/declare/fields.js';
import { Client } from '../clients/client.entity.js';
import { BusinessEntity } from '../common/business-entity.js';
import { Job } from '../jobs/job.entity.js';
import { Node, ReadByIdFor } from '../nodes/node.js';
import { StaffMember } from '../staff/staff-member.entity.js';

/** Audiences that can read a thread: the client, and staff who may write to clients. */
export const correspondents = andClient(rolesWith('MESSAGE_CLIENTS'));

export const MessageSide = { CLIENT: 'CLIENT', BUSINESS: 'BUSINESS' } as const;
export type MessageSide = keyof typeof MessageSide;
declareEnum(MessageSide, 'MessageSide', correspondents, 'Sender of a message.', {
  CLIENT: 'The client.',
  BUSINESS: 'The business.',
});

/** What an earlier client of the job wrote is in no thread. */
const OF_PRESENT_CLIENT = {
  whereSql: (message: string) =>
    `${message}.client_id = (select j.client_id from jobs j where j.id = ${message}.job_id)`,
};

/** Maximum length of a message, in characters. */
export const MAX_MESSAGE_LENGTH = 5000;

/**
 * Message of a thread. A thread belongs to a job and a client: a new client of the job has an empty thread.
 * Messages reach the client directly, so they are never part of a share.
 */
@NeverShared()
@Entity({ tableName: 'messages' })
@ReadByIdFor(correspondents, OF_PRESENT_CLIENT)
@ObjectType({ implements: Node, description: 'Message between a client and the business.' })
export class Message extends BusinessEntity {
  @ManyToOne(() => Job, { createForeignKeyConstraint: false })
  job!: Rel<Job>;

  @ManyToOne(() => Client, { createForeignKeyConstraint: false })
  client!: Rel<Client>;

  @Property({ type: 'text', fieldName: 'sender' })
  @FieldFor(correspondents, 'Sender.', () => MessageSide)
  from!: MessageSide;

  @Property({ type: 'text' })
  @FieldFor(correspondents, 'Text of the message, at most 5,000 characters.', () => String)
  body!: string;

  @Property({ type: 'timestamptz' })
  @FieldFor(correspondents, 'Time of sending.', () => GraphQLDateTime)
  sentAt!: Date;

  @Property({ type: 'timestamptz', nullable: true })
  @FieldFor(
    rolesWith('MESSAGE_CLIENTS'),
    'Time of the first reading by the recipient: the client, or any staff member.',
    () => GraphQLDateTime,
    { nullable: true },
  )
  readAt: Date | null = null;

  /** Staff member who wrote it; null when the client wrote it. */
  @ManyToOne(() => StaffMember, {
    nullable: true,
    createForeignKeyConstraint: false,
  })
  author: Rel<StaffMember> | null = null;

  read(now: Date): void {
    this.readAt ??= now;
  }
}
