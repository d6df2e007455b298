import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { v7 } from 'uuid';
import { NeverShared } from '../../../shareable/shareable.js';

/** Link with which a visitor begins a business, once. Only the hash of its token is stored. */
@NeverShared()
@Entity({ tableName: 'setup_links' })
export class SetupLink {
  @PrimaryKey({ type: 'uuid' })
  id: string = v7();

  @Property({ type: 'text', unique: true })
  tokenHash!: string;

  /** Address it was mailed to, which is so proved. Null for the link that start-up prints. */
  @Property({ type: 'text', nullable: true })
  email: string | null = null;

  @Property({ type: 'timestamptz' })
  createdAt!: Date;

  @Property({ type: 'timestamptz' })
  expiresAt!: Date;

  @Property({ type: 'timestamptz', nullable: true })
  usedAt: Date | null = null;
}
