import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { v7 } from 'uuid';
import { NeverShared } from '../../../shareable/shareable.js';
import type { StoredResult } from './stored-result.js';

/** Idempotency key that somebody used, with the ids of what was made under it. Rows are removed after a day. */
@NeverShared()
@Entity({ tableName: 'used_keys' })
export class UsedKey {
  @PrimaryKey({ type: 'uuid' })
  id: string = v7();

  /** Null for a visitor. */
  @Property({ type: 'uuid', nullable: true })
  businessId: string | null = null;

  /** Name of the mutation; each has keys of its own. */
  @Property({ type: 'text' })
  operation!: string;

  /** Who used it; null for keys that an earlier release stored. */
  @Property({ type: 'text', nullable: true })
  person: string | null = null;

  /** SHA-256 of person, operation and key: the key itself is not stored. */
  @Property({ type: 'text' })
  key!: string;

  /** SHA-256 of the request together with its key, so that nobody can guess a request from it. */
  @Property({ type: 'text' })
  request!: string;

  @Property({ type: 'json', columnType: 'json' })
  result!: StoredResult;

  @Property({ type: 'timestamptz' })
  usedAt!: Date;
}
