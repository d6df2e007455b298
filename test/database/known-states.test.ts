import type { MikroORM } from '@mikro-orm/postgresql';
import { getNullableType, isEnumType, isObjectType } from 'graphql';
import { openOrm } from '../../src/database/postgres/orm.js';
import { sharedContract } from '../../src/server/boot/contract.js';
import { ENTITIES } from '../../src/server/boot/nouns.js';
import { openWorld, type World } from '../harness/world.js';

let world: World;
let orm: MikroORM;
beforeAll(async () => {
  world = await openWorld();
  orm = await openOrm(world.databaseUrl, ENTITIES, 1);
});
afterAll(async () => {
  await orm.close();
  await world.close();
});

it('every column that is exposed as an enum contains only valid values', async () => {
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

/** Columns of entities that GraphQL exposes as an enum. */
function states() {
  const { schema } = sharedContract();
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
