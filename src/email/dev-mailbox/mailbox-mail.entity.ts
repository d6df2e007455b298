import { Entity, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { v7 } from 'uuid';
import { NeverShared } from '../../shareable/shareable.js';
import type { EmailAttachment } from '../templates/email-template.js';

/**
 * A mail stored for developers instead of being sent. It contains working links, so the table is not used in
 * production.
 */
@NeverShared()
@Entity({ tableName: 'dev_mailbox' })
export class MailboxMail {
  @PrimaryKey({ type: 'uuid', columnType: 'uuid' })
  id: string = v7();

  @Unique()
  @Property({ type: 'text', columnType: 'text' })
  idempotencyKey!: string;

  @Property({ type: 'text', columnType: 'text', default: '' })
  sender: string = '';

  @Property({ type: 'text', columnType: 'text', nullable: true })
  replyTo: string | null = null;

  @Property({ type: 'text', columnType: 'text' })
  recipient!: string;

  @Property({ type: 'text', columnType: 'text' })
  subject!: string;

  @Property({ type: 'text', columnType: 'text' })
  html!: string;

  @Property({ type: 'text', columnType: 'text' })
  text!: string;

  @Property({ type: 'json', columnType: 'jsonb', default: '[]' })
  attachments: EmailAttachment[] = [];

  @Property({ type: 'datetime', columnType: 'timestamptz' })
  sentAt!: Date;
}
