import fc from 'fast-check';
import { netOf } from '../../src/domain/money/totals.js';
import { codeOf, quoteFacts, sentQuote } from '../harness/quotes.js';
import { openWorld, type World } from '../harness/world.js';
import * as ops from '../operations.gen.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

it('an owner sees the price before tax minus the cost of each line, to the cent', async () => {
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

it('a supervisor, who sees no costs, edits a quote and leaves them: lines moved, renamed, added, removed', async () => {
  const owner = await world.as('owner');
  const supervisor = await world.as('supervisor');
  const line = (description: string, unitCostCents?: number, id?: string | null) => ({
    ...{ id, description, unitPriceCents: 10_000, unitCostCents },
  });
  const id = await sentQuote(owner, {
    newClient: { name: 'Kim', email: 'kim-costs@client.test' },
    lines: [line('Labour', 6_000), line('Pipe', 100), line('Pipe', 200), line('Permit', 50)],
  });
  const costs = async () =>
    (await quoteFacts(owner, id)).lines.map((each) => [each.description, each.unitCostCents]);
  const save = async (...lines: ReturnType<typeof line>[]) =>
    supervisor(ops.UpdateQuoteDocument, { input: { id, lines } });

  // As the console sends it: with IDs, which a new line has not.
  const [labour, pipe, longPipe] = (await quoteFacts(supervisor, id)).lines;
  expect([labour?.unitCostCents, longPipe?.unitCostCents]).toEqual([null, null]);
  const edited = await save(
    line('Long pipe', undefined, longPipe?.id),
    line('Pipe', undefined, null),
    line('Labour, two days', undefined, labour?.id),
    line('Sink', undefined, null),
  );
  expect(edited.errors).toBeUndefined();
  expect(await costs()).toEqual([
    ['Long pipe', 200],
    ['Pipe', 100],
    ['Labour, two days', 6_000],
    ['Sink', 0],
  ]);
  // A program that knows no IDs of lines: by description.
  await save(line('Sink'), line('Labour, two days'), line('Long pipe'));
  expect(await costs()).toEqual([
    ['Sink', 0],
    ['Labour, two days', 6_000],
    ['Long pipe', 200],
  ]);
  // A form that was opened before: its renamed line would lose its cost.
  const late = await save(line('Short pipe', undefined, pipe?.id));
  expect(late.errors?.[0]?.extensions).toMatchObject({ field: 'input.lines.0.id' });
  expect(codeOf(await save(line('Short pipe', 70, pipe?.id)))).toBeUndefined();
  expect(await costs()).toEqual([['Short pipe', 70]]);
});
