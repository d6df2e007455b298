import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { NeverShared } from '../sharing/shareable.js';
import { BusinessRecord } from './business-record.js';

/** The last number given to a noun in a business: jobs, quotes and invoices count up from 1. */
@NeverShared()
@Entity({ tableName: 'number_series' })
export class NumberSeries extends BusinessRecord {
  @Property({ type: 'text' })
  noun!: string;

  @Property({ type: 'integer', default: 0 })
  last: number = 0;
}

/** The next number; whoever else asks waits until this change commits, so none is given twice or skipped. */
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

/** The series of a new business. */
export function startSeries(em: EntityManager, businessId: string): void {
  for (const noun of ['job', 'quote', 'invoice'])
    em.create(NumberSeries, { businessId, noun }, { partial: true });
}
