import { money } from '../../src/domain/money/in-words.js';
import { promptOf, shared } from '../harness/jobs.js';
import type { World } from '../harness/world.js';
import * as ops from '../operations.gen.js';
import { openEmptyWorld, printedToken } from './empty-world.js';
import { ownerOf, quoted, registeredOwner } from './priced-job.js';

let world: World;
beforeAll(async () => {
  world = await openEmptyWorld({ openRegistration: true });
});
afterAll(() => world.close());

it('a business in yen has whole yen in amounts, tax, prompts and mails, and writes the year first', async () => {
  const owner = await ownerOf(
    world,
    { country: 'JP', timeZone: 'Asia/Tokyo', currency: 'JPY', businessName: 'Tokyo 配管' },
    printedToken(world),
  );
  const job = await quoted(owner, 'kenji@client.test', [
    { description: 'Tap', quantity: 1, unitPriceCents: 1086 },
  ]);
  const { data } = await owner(ops.QuoteDocument, { id: job.quoteId });
  expect(data.quote).toMatchObject({ netCents: 1086, taxCents: 109, totalCents: 1195 });
  const [mail] = await world.mailsTo('kenji@client.test', 1);
  for (const words of [
    'Tap: 1 × ¥1,086 = ¥1,086',
    'Consumption tax: ¥109',
    'Total: ¥1,195',
    '2031 March 31',
  ])
    expect(mail?.text).toContain(words);
  const prompt = await promptOf(owner, job.jobId);
  expect(JSON.stringify(prompt?.items)).toContain('¥1,195');
  expect(JSON.stringify(prompt?.items)).toContain('Mon 2031 Mar 3, 9 am');
  const { client } = await shared(world, owner, job, ['STATUS', 'SCHEDULE']);
  const { data: page } = await client<{ portal: { business: object } }, object>(
    '{ portal { business { country currency dateOrder taxName taxRateBasisPoints } } }',
  );
  expect(page.portal.business).toEqual({
    country: 'JP',
    currency: 'JPY',
    dateOrder: 'YEAR_MONTH_DAY',
    taxName: 'Consumption tax',
    taxRateBasisPoints: null,
  });
  const material = { jobId: job.jobId, name: 'Gold', quantity: 100, unitCostCents: 100_000_000 };
  const { errors } = await owner(ops.AddMaterialDocument, { input: material });
  expect(errors?.[0]?.message).toBe(
    'This costs more than ¥2,147,483,647 together; check the quantity and the cost.',
  );
});

it('a business in New Zealand dollars reads "$", and its day comes first', async () => {
  const owner = await registeredOwner(world, { ownerEmail: 'pania@kauri.test' });
  await quoted(owner, 'kim@client.test', [{ description: 'Tap', unitPriceCents: 119_500 }]);
  const [mail] = await world.mailsTo('kim@client.test', 1);
  for (const words of ['GST: $179.25', 'Total: $1,374.25', '31 March 2031'])
    expect(mail?.text).toContain(words);
});

it('three decimals of the currency and of the tax rate are exact', async () => {
  const owner = await registeredOwner(world, {
    ...{ ownerEmail: 'fatima@kuwait.test', country: 'KW', timeZone: 'Asia/Kuwait' },
    ...{ currency: 'KWD', taxName: 'Levy', taxRateBasisPoints: 997.5 },
  } as never);
  const job = await quoted(owner, 'ali@client.test', [
    { description: 'Tap', quantity: 1.5, unitPriceCents: 1_000_333 },
    { description: 'Free of tax', unitPriceCents: 1, taxRateBasisPoints: 0 },
    { description: 'Discount', unitPriceCents: -333, taxRateBasisPoints: 0.1 },
  ]);
  const { data } = await owner<{ quote: object }, object>(
    'query ($id: ID!) { quote(id: $id) { netCents taxCents totalCents lines { taxRateBasisPoints } } }',
    { id: job.quoteId },
  );
  // 1.5 × 1,000,333 is 1,500,499.5, up to 1,500,500; 9.975 % of it 149,674.875, up to 149,675.
  expect(data.quote).toEqual({
    netCents: 1_500_168,
    taxCents: 149_675,
    totalCents: 1_649_843,
    lines: [997.5, 0, 0.1].map((taxRateBasisPoints) => ({ taxRateBasisPoints })),
  });
  const [mail] = await world.mailsTo('ali@client.test', 1);
  expect(mail?.text).toMatch(/Total: KWD\s1,649\.843/);
});

it('the words of an amount have the decimals of its currency', () => {
  const words = (currency: string) => money(1195, { currency }).replace(/\s/g, ' ');
  expect(['AUD', 'GBP', 'HUF', 'ISK', 'BHD'].map(words)).toEqual([
    '$11.95',
    '£11.95',
    'Ft 11.95',
    'Kr 1,195',
    'BHD 1.195',
  ]);
});
