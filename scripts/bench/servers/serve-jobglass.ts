import 'reflect-metadata';
import { loadConfig } from '../../../src/config/config.js';
import { announce } from './announce.js';
import { leaveOut } from './leave-out.js';
import { profileWhenTold } from './profiler.js';

// Before the product is loaded, otherwise it would have no effect.
leaveOut(process.env.BENCH_WITHOUT);
const { startJobglass } = await import('../../../src/server/boot/start.js');

profileWhenTold();
await announce(async (databaseUrl) => {
  const config = { ...loadConfig(), port: 0 };
  const { url, stop } = await startJobglass({ config, databaseUrl });
  return { url: url.replace('0.0.0.0', '127.0.0.1'), stop };
});
