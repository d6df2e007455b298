import { Entity, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { v7 } from 'uuid';
import { NeverShared } from '../sharing/shareable.js';

/**
 * A mail as its recipient would have it, kept for a developer to read. It holds working links, so
 * nothing writes here in production.
 */
@NeverShared()
@Entity({ tableName: 'dev_mailbox' })
export class MailboxMail {
  @PrimaryKey({ type: 'uuid', columnType: 'uuid' })
  id: string = v7();

  @Unique()
  @Property({ type: 'text', columnType: 'text' })
  idempotencyKey!: string;

  @Property({ type: 'text', columnType: 'text' })
  recipient!: string;

  @Property({ type: 'text', columnType: 'text' })
  subject!: string;

  @Property({ type: 'text', columnType: 'text' })
  html!: string;

  @Property({ type: 'text', columnType: 'text' })
  text!: string;

  @Property({ type: 'datetime', columnType: 'timestamptz' })
  sentAt!: Date;
}
