import { Proof } from '../../src/database/proof.js';

const proof = () => new Proof((bind) => `select where ${bind('is so')} = 'is so'`);

it('brings a row to say that it holds even where there is nothing to read', () => {
  const holds = proof();
  expect(holds.along('select id from jobs where id = $1', ['none']).values).toEqual([
    'none',
    'is so',
  ]);
  expect(holds.taken([{ isProven: true, id: null }])).toEqual([]);
  expect(holds.isGiven).toBe(true);
});

it('stays refused once it was refused, whatever was asked beside', () => {
  const refused = proof();
  expect(refused.taken([{ isProven: false, id: null }])).toEqual([]);
  expect(refused.taken([{ isProven: true, id: 'a' }])).toEqual([]);
  expect(refused.isGiven).toBe(false);
});

it('is not given by a statement that says nothing of it', () => {
  const silent = proof();
  expect(silent.taken([{ id: 'a' }])).toEqual([]);
  expect(silent.isGiven).toBe(false);
});
