import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { NeverShared } from '../../shareable/shareable.js';
import { BusinessEntity } from './business-entity.js';

/** The last number assigned to jobs, quotes or invoices of a business; numbers count up from 1. */
@NeverShared()
@Entity({ tableName: 'number_series' })
export class NumberSeries extends BusinessEntity {
  @Property({ type: 'text' })
  noun!: string;

  @Property({ type: 'integer', default: 0 })
  last: number = 0;
}

/** The next number. Locks the series until commit, so no number is assigned twice or skipped. */
export async function nextNumber(
  em: EntityManager,
  businessId: string,
  noun: string,
): Promise<number> {
  const series = await em.findOneOrFail(
    NumberSeries,
    { businessId, noun },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  series.last += 1;
  return series.last;
}

/** Creates the number series of a new business. */
export function startSeries(em: EntityManager, businessId: string): void {
  for (const noun of ['job', 'quote', 'invoice'])
    em.create(NumberSeries, { businessId, noun }, { partial: true });
}
