import { sessionOf } from '../harness/live.js';
import { startServerProcess } from '../harness/server-process.js';
import { ask, openWorld } from '../harness/world.js';
import { largeDocument, smallDocument } from './many-documents.js';
import { memoryRiseDuring } from './server-memory.js';

it('hundreds of generated documents, large and small, do not fill the memory', async () => {
  const world = await openWorld();
  const server = await startServerProcess({
    DATABASE_URL: world.databaseUrl,
    JOBGLASS_DATA: process.env.TEST_FOLDER as string,
  });
  const owner = ask(server.url, await sessionOf(world, 'owner'));
  const { riseMb } = await memoryRiseDuring(server.process.pid as number, async () => {
    for (let at = 0; at < 361; at += 1)
      for (let turn = 0; turn < 3; turn += 1) {
        expect((await owner(largeDocument(at))).errors).toBeUndefined();
        expect((await owner(smallDocument(at))).errors).toBeUndefined();
      }
  });
  process.stdout.write(`722 documents: memory rose by ${Math.round(riseMb)} MB\n`);
  expect(riseMb).toBeLessThan(400);
  server.process.kill('SIGKILL');
  await server.ended();
  await world.close();
}, 600_000);
