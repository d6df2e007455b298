import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { NeverShared } from '../../shareable/shareable.js';

/** Kinds of records whose removal can be undone. */
export type RemovedKind = 'NOTE' | 'TODO' | 'MATERIAL';

/** Row of a record that was removed, while its removal can be undone. Read by `undoRemoval` only. */
@NeverShared()
@Entity({ tableName: 'removed_records' })
export class RemovedRecord {
  /** ID of the record that was removed. */
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  businessId!: string;

  @Property({ type: 'uuid' })
  jobId!: string;

  @Property({ type: 'text' })
  kind!: RemovedKind;

  /** The row with all its columns. */
  @Property({ type: 'json', columnType: 'jsonb' })
  record!: object;

  /** Staff member who removed it: nobody else may undo that. */
  @Property({ type: 'uuid' })
  removedById!: string;

  @Property({ type: 'timestamptz' })
  removedAt!: Date;
}
