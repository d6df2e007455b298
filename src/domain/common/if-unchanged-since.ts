import { GraphQLDateTime } from 'graphql-scalars';
import { momentFrom } from '../../database/sql/moment.js';
import type { EntityClass } from '../../database/sql/rows.js';
import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import type { Audiences } from '../../visibility/audience.js';
import { ArgFor } from '../../visibility/declare/arguments.js';
import { FieldFor } from '../../visibility/declare/fields.js';
import { staffOf } from '../jobs/lock-job.js';
import { ChangedMeanwhile, type CurrentField, PlainEntity } from './changed-meanwhile.js';
import { updatedAtSql } from './updated-at.js';

const NAME = 'ifUnchangedSince';
const DESCRIPTION =
  'The `updatedAt` that you have read. If the record was changed since, nothing is written and the error CONFLICT says in `extensions.current` what is there now: `id`, `updatedAt` and the fields that you send.';

/** Input field `ifUnchangedSince` of an update, for {@link refuseIfChanged}. */
export function IfUnchangedSince(audiences: Audiences): PropertyDecorator {
  return FieldFor(audiences, DESCRIPTION, () => GraphQLDateTime, { nullable: true });
}

/** Argument `ifUnchangedSince` of an update without an input object. */
export function IfUnchangedSinceArg(audiences: Audiences) {
  return ArgFor(audiences, NAME, DESCRIPTION, () => GraphQLDateTime, { nullable: true });
}

/** Values that are no columns of the record, by the name in the input: `assigneeIds`, `lines`. */
type Parts = Record<string, { field: string; read(): Promise<unknown> }>;

/**
 * Refuses a change of a record that was changed after `since`, as the person sees it. Call it after the record was locked and
 * before anything is changed. Null or undefined: not checked.
 *
 * @param given what is to be changed; the error says how that is now.
 * @throws ChangedMeanwhile, which the caller gets as CONFLICT.
 */
export async function refuseIfChanged(
  unit: Unit,
  record: { id: string },
  since: Date | null | undefined,
  given: object,
  parts: Parts = {},
): Promise<void> {
  if (!since) return;
  const updatedAt = await updatedAtOf(unit, record);
  if (updatedAt <= since) return;
  const names = Object.keys(given).filter((name) => (given as Values)[name] !== undefined);
  const fields: CurrentField[] = [];
  for (const name of names) {
    const part = parts[name];
    if (part) fields.push({ name, field: part.field, value: plain(unit, await part.read()) });
    else fields.push(...columnOf(unit, record, name));
  }
  const type = typeOf(record);
  throw new ChangedMeanwhile({ type, id: record.id, updatedAt, fields });
}

type Values = Record<string, unknown>;

async function updatedAtOf(unit: Unit, record: { id: string }): Promise<Date> {
  const entity = record.constructor as EntityClass;
  const { tableName } = unit.em.getMetadata().get(entity);
  const sql = updatedAtSql(entity, 'r', staffOf(unit).audience);
  const [row] = await unit.sql.rows<{ at: string }>(
    `select ${sql} as at from ${tableName} r where r.id = $1`,
    [record.id],
  );
  if (!row) throw new Error('A locked record is gone.');
  return momentFrom(row.at);
}

/** The value of a column or, for the ID of a relation, of that relation; nothing for other names. */
function columnOf(unit: Unit, record: object, name: string): CurrentField[] {
  const { properties } = unit.em.getMetadata().get(record.constructor as EntityClass);
  const kinds = properties as Record<string, { kind: string } | undefined>;
  const values = record as Values;
  if (name !== 'id' && kinds[name]?.kind === 'scalar')
    return [{ name, field: name, value: values[name] }];
  const relation = name.endsWith('Id') ? name.slice(0, -'Id'.length) : '';
  if (kinds[relation]?.kind !== 'm:1') return [];
  const related = values[relation] as { id: string } | null;
  return [{ name, field: relation, value: related?.id ?? null }];
}

function plain(unit: Unit, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => plain(unit, each));
  const entity = (value as object | null)?.constructor;
  const meta = entity && unit.em.getMetadata().find(entity as EntityClass);
  if (!meta) return value;
  const columns = meta.props.filter(({ kind }) => kind === 'scalar').map(({ name }) => name);
  const values = columns.map((name) => [name, (value as Values)[name as string]]);
  return new PlainEntity(meta.className, Object.fromEntries(values));
}

function typeOf(record: object): string {
  return record.constructor.name;
}
