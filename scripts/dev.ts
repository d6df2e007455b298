import type { AddressInfo } from 'node:net';
import { createServer as createProbe } from 'node:net';
import { createServer, type ViteDevServer } from 'vite';
import { type Config, loadConfig } from '../src/config/config.js';
import { startEmbeddedPostgres } from '../src/database/embedded/embedded-postgres.js';
import { Closers } from '../src/server/boot/closers.js';
import { EndOfProcess } from '../src/server/boot/end-of-process.js';
import { reasonFor } from '../src/server/boot/start-failures.js';
import { welcome } from '../src/server/boot/welcome.js';
import { DevApi } from './dev-api.js';

/**
 * `npm run dev`: serves the pages from source, with an API that restarts when its code changes. Both are at PORT; the
 * database keeps running.
 */
const say = (line: string) => process.stdout.write(`${line}\n`);
const printError = (line: string) => process.stderr.write(`${line}\n`);
const closers = new Closers(printError);
const ending = new EndOfProcess(closers, 16_000);

try {
  await start();
} catch (error) {
  if (!ending.hasBegun) printError(reasonFor(error));
  await ending.end(1);
}

async function start(): Promise<void> {
  const config = loadConfig();
  const address = `http://localhost:${config.port}`;
  const apiPort = await freePort();
  const pages = await openPages(config, apiPort);
  closers.add('the pages', () => pages.close());
  const databaseUrl = config.databaseUrl ?? (await startOwnDatabase(config));
  const api = new DevApi(
    { PORT: String(apiPort), PUBLIC_URL: config.publicUrl, DATABASE_URL: databaseUrl },
    say,
  );
  // The API has its own time limit, and needs the database until it has stopped.
  closers.add('the API', () => api.stop(), { limitMs: 11_000, isVital: true });
  await api.start();
  api.restartOnChange(pages.watcher);
  say(welcome(config, address));
  say('Pages reload when src/web changes; the API restarts when src or db changes.\n');
}

async function openPages({ port }: Config, apiPort: number): Promise<ViteDevServer> {
  const target = `http://localhost:${apiPort}`;
  const pages = await createServer({
    configFile: 'src/web/vite.config.ts',
    logLevel: 'warn',
    server: {
      port,
      strictPort: true,
      proxy: {
        '/graphql': { target, ws: true },
        '^/(session|photos|logos|dev|enquire|health|livez|readyz)(/|$)': { target },
      },
    },
  });
  try {
    return await pages.listen();
  } catch (error) {
    await pages.close();
    // Replaces Vite's message by the one of every other start.
    throw /in use/.test(String(error))
      ? Object.assign(new Error(), { code: 'EADDRINUSE', port })
      : error;
  }
}

async function startOwnDatabase({ dataFolder: folder }: Config): Promise<string> {
  const { url, stop } = await startEmbeddedPostgres({ folder, database: 'jobglass', log: say });
  closers.add('the embedded PostgreSQL', stop, { limitMs: 2_500, isVital: true });
  return url;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createProbe().once('error', reject);
    probe.listen(0, 'localhost', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
