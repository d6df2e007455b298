import { StatementGuard } from '../../src/database/reader/statement-guard.js';

const newGuard = () =>
  new StatementGuard('SESSION', ['is so'], (said) => `select where ${said} = 'is so'`);

it('returns a row that says that the guard holds even when nothing is found', () => {
  const holds = newGuard();
  expect(holds.guarded('select id from jobs where id = $1', ['none']).values).toEqual([
    'none',
    'is so',
  ]);
  expect(holds.checkedRows([{ guardHolds: true, id: null }])).toEqual([]);
  expect(holds.holds).toBe(true);
});

it('stays refused once refused, whatever runs concurrently', () => {
  const refused = newGuard();
  expect(refused.checkedRows([{ guardHolds: false, id: null }])).toEqual([]);
  expect(refused.checkedRows([{ guardHolds: true, id: 'a' }])).toEqual([]);
  expect(refused.holds).toBe(false);
});

it('does not hold after a statement that says nothing about it', () => {
  const silent = newGuard();
  expect(silent.checkedRows([{ id: 'a' }])).toEqual([]);
  expect(silent.holds).toBe(false);
});
