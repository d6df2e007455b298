import { type EntityClass, LockMode } from '@mikro-orm/postgresql';
import { isUuid } from '../../database/sql/uuid.js';
import { takeTurn, type Unit } from '../../database/unit-of-work/unit-of-work.js';
import { invalid, notFound } from '../../visibility/refusals.js';
import { staffOf } from '../jobs/lock-job.js';

/**
 * The entity that an input refers to, with `lockMode` locked until commit. Throws VALIDATION_FAILED when the business has
 * no such entity.
 */
export async function findReferenced<E extends object>(
  unit: Unit,
  entity: EntityClass<E>,
  id: string,
  field: string,
  lockMode?: LockMode.PESSIMISTIC_READ,
): Promise<E> {
  const found = await find(unit, entity, id, lockMode);
  if (!found)
    throw invalid(field, `There is no such ${entity.name.toLowerCase()}; choose one of yours.`);
  return found;
}

/** An entity that is not part of a job (a client, an enquiry), locked until commit. Throws NOT_FOUND. */
export async function lockEntity<E extends object>(
  unit: Unit,
  entity: EntityClass<E>,
  id: string,
): Promise<E> {
  if (isUuid(id)) takeTurn(unit, entity.name, id);
  const found = await find(unit, entity, id, LockMode.PESSIMISTIC_WRITE);
  if (!found) throw notFound();
  return found;
}

async function find<E extends object>(
  unit: Unit,
  entity: EntityClass<E>,
  id: string,
  lockMode?: LockMode.PESSIMISTIC_WRITE | LockMode.PESSIMISTIC_READ,
): Promise<E | null> {
  if (!isUuid(id)) return null;
  const where = { id, businessId: staffOf(unit).businessId };
  return unit.em.findOne(entity, where as never, {
    lockMode,
    refresh: lockMode !== undefined,
  }) as Promise<E | null>;
}
