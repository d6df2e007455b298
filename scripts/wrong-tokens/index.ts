import 'reflect-metadata';
import { demoServer } from './demo-server.js';
import { flood } from './flood.js';
import { timesAlike } from './times-alike.js';

/**
 * `node dist/scripts/wrong-tokens/index.js`, after `npm run build`: whether the time of an answer tells wrong
 * tokens apart, and what a flood of them does to the right ones. On a database of its own, for people to
 * look at; only a gross difference fails.
 */
const server = await demoServer();
try {
  const isAlike = await timesAlike(server);
  await flood(server);
  process.exitCode = isAlike ? 0 : 1;
} finally {
  await server.stop();
}
