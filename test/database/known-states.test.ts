import type { MikroORM } from '@mikro-orm/postgresql';
import { getNullableType, isEnumType, isObjectType } from 'graphql';
import { openOrm } from '../../src/database/orm.js';
import { RECORDS } from '../../src/server/records.js';
import { buildContract } from '../../src/server/schema.js';
import { openWorld, type World } from '../harness/world.js';

let world: World;
let orm: MikroORM;
beforeAll(async () => {
  world = await openWorld();
  orm = await openOrm(world.databaseUrl, RECORDS, 1);
});
afterAll(async () => {
  await orm.close();
  await world.close();
});

it('no column that is shown as a state holds anything but the names of such states', async () => {
  const { rows } = await world.sql(`
    select c.conrelid::regclass::text as "table", a.attname as column, pg_get_constraintdef(c.oid) as says
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and c.conkey = array[a.attnum]
    where c.contype = 'c'`);
  const unbound = states().filter(({ table, column, names }) => {
    const checks = rows.filter((each) => each.table === table && each.column === column);
    return !checks.some(({ says }) => {
      const allowed = [...String(says).matchAll(/'(\w+)'/g)].map(([, name]) => name as string);
      return allowed.length > 0 && allowed.every((name) => names.includes(name));
    });
  });
  expect(unbound).toEqual([]);
});

/** The columns of records that the graph shows as an enum. */
function states() {
  const { schema } = buildContract();
  const records = [...orm.getMetadata().getAll().values()];
  const found = records.flatMap(({ className, tableName, props }) => {
    const type = schema.getType(className);
    if (!isObjectType(type)) return [];
    const fields = type.getFields();
    return props.flatMap(({ name, kind, fieldNames: [column] }) => {
      const shown = fields[name] && getNullableType(fields[name].type);
      if (kind !== 'scalar' || !isEnumType(shown)) return [];
      return [{ table: tableName, column, names: shown.getValues().map((each) => each.name) }];
    });
  });
  expect(found.map(({ table, column }) => `${table}.${column}`)).toContain('jobs.status');
  return found;
}
