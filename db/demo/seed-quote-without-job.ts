import type { Unit } from '../../src/database/unit-of-work/unit-of-work.js';
import type { Business } from '../../src/domain/business/business.entity.js';
import { Client } from '../../src/domain/clients/client.entity.js';
import { nextNumber } from '../../src/domain/common/number-series.entity.js';
import { Quote } from '../../src/domain/quotes/quote.entity.js';
import { replaceLines } from '../../src/domain/quotes/quote-lines.js';

/** A draft quote of no job, with groups and an optional line: sent with the portal on, it has a page of its own. */
export async function seedQuoteWithoutJob(unit: Unit, { id: businessId }: Business): Promise<void> {
  const { em } = unit;
  const number = await nextNumber(em, businessId, 'quote');
  const [client] = await em.find(Client, { businessId }, { orderBy: { id: 'asc' }, limit: 1 });
  const quote = em.create(
    Quote,
    {
      businessId,
      number,
      title: 'Power for the new shed',
      terms: 'Half with your yes, the rest when the work is done.',
      client: client ?? null,
      job: null,
    },
    { partial: true },
  );
  await em.flush();
  await replaceLines(unit, quote, [
    {
      groupName: 'Labour',
      description: 'Trench, conduit and wiring',
      quantity: 9,
      unitPriceCents: 11_000,
    },
    {
      groupName: 'Materials',
      description: 'Underground cable, metre',
      quantity: 25,
      unitPriceCents: 1_450,
    },
    {
      groupName: 'Materials',
      description: 'Weatherproof outlet',
      quantity: 4,
      unitPriceCents: 5_900,
    },
    {
      groupName: 'Materials',
      description: 'Outdoor light with sensor',
      unitPriceCents: 18_900,
      quantity: 1,
      optional: true,
    },
  ]);
}
