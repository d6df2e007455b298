import { type EntityClass, LockMode } from '@mikro-orm/postgresql';
import { isUuid } from '../database/live-reader.js';
import { takeTurn, type Unit } from '../database/unit-of-work.js';
import { invalid, notFound } from '../visibility/refusals.js';
import { staffOf } from './jobs/job-to-change.js';

/** A record of the same business that an input names; another business's reads like one that is not there. */
export async function named<E extends object>(
  unit: Unit,
  record: EntityClass<E>,
  id: string,
  field: string,
): Promise<E> {
  const found = await find(unit, record, id);
  if (!found)
    throw invalid(field, `There is no such ${record.name.toLowerCase()}; choose one of yours.`);
  return found;
}

/** A record of the business that stands by itself (a client, a quote), held until the change commits. */
export async function recordToChange<E extends object>(
  unit: Unit,
  record: EntityClass<E>,
  id: string,
): Promise<E> {
  if (isUuid(id)) takeTurn(unit, record.name, id);
  const found = await find(unit, record, id, LockMode.PESSIMISTIC_WRITE);
  if (!found) throw notFound();
  return found;
}

async function find<E extends object>(
  unit: Unit,
  record: EntityClass<E>,
  id: string,
  lockMode?: LockMode.PESSIMISTIC_WRITE,
): Promise<E | null> {
  if (!isUuid(id)) return null;
  const where = { id, businessId: staffOf(unit).businessId };
  return unit.em.findOne(record, where as never, {
    lockMode,
    refresh: lockMode !== undefined,
  }) as Promise<E | null>;
}
