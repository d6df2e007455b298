import type { ChangeSet } from '@mikro-orm/core';
import type { EntityClass } from '../sql/rows.js';

/** One row that a flush wrote. */
export interface Change {
  kind: 'create' | 'update' | 'delete';
  entityClass: EntityClass;
  entity: object;
  /** Values before the change by field; empty for a created row. */
  before: Readonly<Record<string, unknown>>;
  /** The written fields with their new values. */
  after: Readonly<Record<string, unknown>>;
}

/** Returns the change of a change set of MikroORM, which may still be modified after its flush. */
export function changeOf({
  type,
  meta,
  entity,
  originalEntity,
  payload,
}: ChangeSet<object>): Change {
  return {
    // `update_early` and `delete_early` are written first, for unique columns.
    kind: type.replace('_early', '') as Change['kind'],
    entityClass: meta.class as EntityClass,
    entity,
    before: { ...originalEntity },
    after: { ...payload },
  };
}
