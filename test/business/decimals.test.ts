import { readFileSync } from 'node:fs';
import { decimalsOf } from '../../src/domain/money/decimals.js';

it('the pages have the same decimals of every currency as the server', () => {
  const written = readFileSync('src/web/design/currency.ts', 'utf8');
  const [none = '', three = ''] = [...written.matchAll(/'((?:[A-Z]{3} )+[A-Z]{3})'/g)].map(
    ([, codes]) => codes as string,
  );
  for (const code of Intl.supportedValuesOf('currency')) {
    const onPages = none.includes(code) ? 0 : three.includes(code) ? 3 : 2;
    expect([code, onPages]).toEqual([code, decimalsOf(code)]);
  }
  expect(['JPY', 'KWD', 'NZD'].map(decimalsOf)).toEqual([0, 3, 2]);
});
