import { raw } from '@mikro-orm/postgresql';
import {
  StatementTexts,
  withParameters,
} from '../../src/database/postgres/statement-parameters.js';

it('each value becomes a parameter, a list one a member, and nothing is written into the text', () => {
  const at = new Date('2026-03-01T00:00:00Z');
  const sql =
    'select * from t where a = ? and b in (?) and c = ? and d is not distinct from ? and e = ?';
  expect(withParameters(sql, ["it's", ['x', 'y'], at, null, { f: [1] }])).toEqual({
    text: 'select * from t where a = $1 and b in ($2, $3) and c = $4 and d is not distinct from null and e = $5',
    values: ["it's", 'x', 'y', '2026-03-01T00:00:00.000Z', '{"f":[1]}'],
  });
});

it('a fragment of SQL among the values stays SQL, with its own values', () => {
  expect(withParameters('update t set a = ?, b = ?', [raw('a + ?', [2]), 3])).toEqual({
    text: 'update t set a = a + $1, b = $2',
    values: [2, 3],
  });
});

it('an escaped question mark is none of them, and a name is left to MikroORM', () => {
  expect(withParameters('select a \\? ? from t', ['key'])).toEqual({
    text: 'select a ? $1 from t',
    values: ['key'],
  });
  expect(withParameters('select ?? from t', ['a'])).toBeNull();
});

it('texts that never come again leave names for the others', () => {
  const texts = new StatementTexts();
  expect(texts.mayName('select $1')).toBe(true);
  for (let at = 0; at < 1_000; at += 1) texts.mayName(`select $1, ${at}`);
  expect(texts.mayName('select $1, $2')).toBe(false);
  expect(texts.mayName('select $1')).toBe(true);
});
