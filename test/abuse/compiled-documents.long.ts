import { getIntrospectionQuery } from 'graphql';
import { sessionOf } from '../harness/live.js';
import { type ServerProcess, startServerProcess } from '../harness/server-process.js';
import { type Ask, ask, openWorld, type World } from '../harness/world.js';
import { largeDocument, smallDocument } from './many-documents.js';
import { memoryRiseDuring } from './server-memory.js';
import { othersAreServedDuring } from './watch-health.js';

let world: World;
let server: ServerProcess;
let owner: Ask;
beforeAll(async () => {
  world = await openWorld();
  server = await startServerProcess({
    DATABASE_URL: world.databaseUrl,
    JOBGLASS_DATA: process.env.TEST_FOLDER as string,
  });
  owner = ask(server.url, await sessionOf(world, 'owner'));
}, 60_000);
afterAll(async () => {
  server.process.kill('SIGKILL');
  await server.ended();
  await world.close();
});

it.each([
  ['large', 12, largeDocument],
  ['small', 15, smallDocument],
])('generated %s documents that are repeated do not fill the memory', async (name, count, text) => {
  const { riseMb } = await memoryRiseDuring(server.process.pid as number, () =>
    othersAreServedDuring(server.url, `${count} ${name} documents`, async () => {
      for (let at = 0; at < count; at += 1)
        for (let turn = 0; turn < 3; turn += 1)
          expect((await owner(text(at))).errors).toBeUndefined();
    }),
  );
  process.stdout.write(`${count} ${name} documents: memory rose by ${Math.round(riseMb)} MB\n`);
  expect(riseMb).toBeLessThan(250);
});

it('the standard introspection query with all options is accepted', async () => {
  const query = getIntrospectionQuery({
    descriptions: true,
    specifiedByUrl: true,
    directiveIsRepeatable: true,
    schemaDescription: true,
    inputValueDeprecation: true,
    oneOf: true,
  });
  const { data, errors } = await othersAreServedDuring(server.url, 'introspection', () =>
    owner<{ __schema: { types: unknown[] } }, object>(query),
  );
  expect(errors).toBeUndefined();
  expect(data.__schema.types.length).toBeGreaterThan(50);
});

it('an introspection many times as large is refused before it runs', async () => {
  const names = Array.from({ length: 12 }, (_, at) => `t${at}: types { ...T }`).join(' ');
  const query = `{ __schema { ${names} } } fragment T on __Type { name fields { name args { name type { name } } type { name fields { name } } } }`;
  const { data, errors } = await othersAreServedDuring(server.url, 'too much introspection', () =>
    owner(query),
  );
  expect(data).toBeUndefined();
  expect(errors?.[0]).toMatchObject({
    message: expect.stringMatching(/too much of the schema/),
    extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
  });
});
