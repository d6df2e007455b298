import 'reflect-metadata';
import { demoServer } from './demo-server.js';
import { flood } from './flood.js';
import { compareTimes } from './times-alike.js';

/**
 * `node dist/scripts/wrong-tokens/index.js`, after `npm run build`: checks that response times do not reveal why a token
 * is wrong, and shows the effect of a flood on valid tokens. For people to read; only a large difference fails.
 */
// Without a limit, since past it all wrong tokens have the same delay.
const unbounded = await demoServer({ WRONG_LINKS_PER_10_MINUTES: '1000000000' });
try {
  process.exitCode = (await compareTimes(unbounded)) ? 0 : 1;
} finally {
  await unbounded.stop();
}

const usual = await demoServer({});
try {
  await flood(usual);
} finally {
  await usual.stop();
}
