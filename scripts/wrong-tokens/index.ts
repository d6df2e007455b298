import 'reflect-metadata';
import { demoServer } from './demo-server.js';
import { flood } from './flood.js';
import { timesAlike } from './times-alike.js';

/**
 * `node dist/scripts/wrong-tokens/index.js`, after `npm run build`: whether the time of an answer tells wrong
 * tokens apart, and what a flood of them does to the right ones. On a database of its own, for people to
 * look at; only a gross difference fails.
 */
// What is answered past the bound says nothing of a token, so times are compared without one.
const unbounded = await demoServer({ WRONG_LINKS_PER_10_MINUTES: '1000000000' });
try {
  process.exitCode = (await timesAlike(unbounded)) ? 0 : 1;
} finally {
  await unbounded.stop();
}

const usual = await demoServer({});
try {
  await flood(usual);
} finally {
  await usual.stop();
}
