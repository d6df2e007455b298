import fc from 'fast-check';
import { netOf } from '../../src/domain/money/totals.js';
import { openWorld, type World } from '../harness/world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

it('an owner sees the price before tax less what each line costs, to the cent, whatever was typed', async () => {
  const { rows } = await world.sql(
    'select id, quote_id from quote_lines where quote_id = (select quote_id from quote_lines limit 1) limit 1',
  );
  const [line] = rows as unknown as { id: string; quote_id: string }[];
  const owner = await world.as('owner');
  await world.sql('delete from quote_lines where quote_id = $1 and id <> $2', [
    line?.quote_id,
    line?.id,
  ]);
  await world.sql('update quotes set net_cents = 1000000 where id = $1', [line?.quote_id]);
  const quantity = fc.oneof(
    fc.integer({ min: 1, max: 999 }),
    fc.double({ min: 0.001, max: 999, noNaN: true }),
    fc.integer({ min: 1, max: 99_999 }).map((thousandths) => thousandths / 1000),
  );
  await fc.assert(
    fc.asyncProperty(quantity, fc.integer({ min: 0, max: 1_000_000 }), async (times, cost) => {
      await world.sql('update quote_lines set quantity = $1, unit_cost_cents = $2 where id = $3', [
        times,
        cost,
        line?.id,
      ]);
      const { data, errors } = await owner<{ quote: { marginCents: number } }, object>(
        'query ($id: ID!) { quote(id: $id) { marginCents } }',
        { id: line?.quote_id },
      );
      expect(errors).toBeUndefined();
      expect(data.quote.marginCents).toBe(1_000_000 - netOf(times, cost));
    }),
    { numRuns: 150 },
  );
});
