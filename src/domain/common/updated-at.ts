import { GraphQLDateTime } from 'graphql-scalars';
import { Resolver } from 'type-graphql';
import type { EntityClass } from '../../database/sql/rows.js';
import type { Audience, Audiences } from '../../visibility/audience.js';
import { admits } from '../../visibility/rules.js';
import { ComputedFor } from './computed.js';

/** Fields `createdAt` and `updatedAt` of an entity, whose columns triggers of the database keep. */
export interface StampChoices {
  /** Audiences of the fields. */
  audiences: Audiences;
  /** Column with the time of creation; null if the entity has a field `createdAt` of its own. Default: `created_at`. */
  createdAt?: string | null;
  /**
   * Columns with the time of the last change of what only some of the readers see, with those who see it. The columns of
   * each are listed in the migration that made them.
   */
  narrower?: Readonly<Record<string, Audiences>>;
  /** Set for a type that others than these audiences reach, who get null. */
  nullable?: boolean;
  /** What moves `updatedAt` besides the record's own fields, as the end of a sentence. */
  also?: string;
}

const stampsByEntity = new Map<EntityClass, StampChoices>();

/**
 * Declares `createdAt` and `updatedAt` of an entity. Returns the resolver class of the fields.
 *
 * The columns `updated_at` and `changed_in` move by triggers when something changes that all readers of the entity see;
 * narrower columns likewise, for fewer. So the time says nothing of what the reader may not see.
 */
export function stampsOf(entity: EntityClass, choices: StampChoices) {
  stampsByEntity.set(entity, choices);
  const { audiences, createdAt = 'created_at', nullable = false, also } = choices;
  const field = {
    audiences,
    nullable,
    liveOnly: true as const,
    type: () => GraphQLDateTime,
    record: () => entity,
  };

  @Resolver(() => entity as never)
  class Stamps {
    @ComputedFor({
      ...field,
      description: `Time of the last change of what you may see of it${also ? `, ${also}` : ''}. In milliseconds, and later with each change.`,
      computedSql: (row, _today, audience) => updatedAtSql(entity, row, audience),
    })
    updatedAt!: Date | null;
  }
  if (createdAt)
    ComputedFor({
      ...field,
      description: 'Time of creation.',
      computedSql: (row) => `${row}.${createdAt}`,
    })(Stamps.prototype, 'createdAt');
  return Stamps;
}

/** Entities with `updatedAt`, with their choices. */
export function stampedEntities(): ReadonlyMap<EntityClass, StampChoices> {
  return stampsByEntity;
}

/**
 * SQL expression of `updatedAt` as this audience sees it, for the alias of a row. In milliseconds; it grows by at least one
 * with each change of the record, so comparing it is exact.
 *
 * Stamps are not in the order of commits: a change that takes long commits after a later one. To follow changes without a
 * gap, read `SETTLED_BEFORE` first and then only rows whose stamp is before it.
 *
 * @throws Error for an entity without stamps.
 */
export function updatedAtSql(entity: EntityClass, row: string, audience: Audience): string {
  const columns = [
    `${row}.updated_at`,
    ...narrowerFor(entity, audience).map((name) => `${row}.${name}`),
  ];
  return columns.length === 1 ? `${columns[0]}` : `greatest(${columns.join(', ')})`;
}

function narrowerFor(entity: EntityClass, audience: Audience): string[] {
  const stamps = stampsByEntity.get(entity);
  if (!stamps) throw new Error(`${entity.name} has no stamps; declare them with stampsOf.`);
  return Object.entries(stamps.narrower ?? {})
    .filter(([, audiences]) => admits(audiences, audience))
    .map(([column]) => column);
}

/**
 * Statement that returns `settled_before`: every change with an earlier stamp was committed, or never will be. It must be a
 * statement of its own before the one that reads. A transaction has its number before it writes a stamp, so every
 * transaction that can still commit one is seen here, and no stamp is earlier than the start of its transaction. The
 * time is that before the look: a transaction may take its number and a stamp while the others are looked at. Sessions of
 * other database roles are seen by roles with pg_read_all_stats only; the servers share one role.
 */
export const SETTLED_BEFORE = `
  select date_trunc('milliseconds', least(statement_timestamp(), min(xact_start))) as settled_before
  from pg_stat_activity where datname = current_database() and backend_xid is not null and pid <> pg_backend_pid()`;
