import type { EntityClass } from '@mikro-orm/postgresql';
import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import { Faults } from '../../visibility/inputs/faults.js';

/**
 * Fields of an input that are columns of the entity under the same name, for `em.create`. Keys, references and what the
 * input leaves out are not among them, so the entity's own defaults hold.
 */
export function fieldsOf<E extends object>(
  unit: Unit,
  entity: EntityClass<E>,
  input: object,
): Partial<E> {
  const fields = copied(unit, entity, input).filter(
    ({ value, nullable }) => value !== null || nullable,
  );
  return Object.fromEntries(fields.map(({ name, value }) => [name, value])) as Partial<E>;
}

/**
 * Changes what the input names and leaves the rest. Null clears a column that may be empty.
 *
 * @param whenNull what null means for a column that may not be empty: an error that names the field, or nothing.
 */
export function changeFields<E extends object>(
  unit: Unit,
  entity: E,
  input: object,
  whenNull: 'REFUSE' | 'KEEP' = 'REFUSE',
): void {
  const fields = copied(unit, entity.constructor as EntityClass<E>, input);
  const emptied = fields.filter(({ value, nullable }) => value === null && !nullable);
  if (whenNull === 'REFUSE') refuseEmptied(emptied);
  for (const field of fields)
    if (!emptied.includes(field)) Object.assign(entity, { [field.name]: field.value });
}

function refuseEmptied(emptied: Copied[]): void {
  const faults = new Faults();
  for (const { name } of emptied)
    faults.add(`input.${name}`, 'This cannot be empty; leave it out to keep it as it is.');
  faults.throwIfAny();
}

interface Copied {
  name: string;
  value: unknown;
  nullable: boolean;
}

/** No input may move a row to another business, whatever it declares. */
const NEVER_COPIED = ['id', 'businessId'];

function copied({ em }: Unit, entity: EntityClass<object>, input: object): Copied[] {
  const { properties } = em.getMetadata().get(entity.name as never);
  return Object.entries(input).flatMap(([name, value]) => {
    const column = (properties as Record<string, { kind: string; nullable?: boolean }>)[name];
    if (value === undefined || column?.kind !== 'scalar' || NEVER_COPIED.includes(name)) return [];
    return { name, value, nullable: column.nullable ?? false };
  });
}
