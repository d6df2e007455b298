import { CALLERS, tryEveryMistake } from './mistakes.js';
import { type AbusedServer, openAbusedServer } from './server.js';

let server: AbusedServer;
beforeAll(async () => {
  server = await openAbusedServer();
}, 60_000);
afterAll(() => server.close());

tryEveryMistake(
  () => server,
  CALLERS,
  () => ['POST', 'GET', 'WebSocket'],
);

it('none of these was logged as a server fault', () => {
  expect(server.output()).not.toContain('failed on our side');
});
