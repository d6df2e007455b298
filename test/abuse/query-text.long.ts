import { CALLERS, trySendingHugeTexts } from './huge-texts.js';
import { type AbusedServer, openAbusedServer } from './server.js';

let server: AbusedServer;
beforeAll(async () => {
  server = await openAbusedServer({ WRONG_LINKS_PER_10_MINUTES: '100000' });
}, 60_000);
afterAll(() => server.close());

const everybody = [...CALLERS];
trySendingHugeTexts(() => server, {
  byPost: everybody,
  byGet: everybody,
  bySubscription: everybody,
  atOnce: 3,
});
