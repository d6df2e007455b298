import type { AddressInfo } from 'node:net';
import { createServer as createProbe } from 'node:net';
import { createServer, type ViteDevServer } from 'vite';
import { type Config, loadConfig } from '../src/config.js';
import { startEmbeddedPostgres } from '../src/database/embedded-postgres.js';
import { Closers } from '../src/server/closers.js';
import { EndOfProcess } from '../src/server/end-of-process.js';
import { reasonFor } from '../src/server/start-failures.js';
import { welcome } from '../src/server/welcome.js';
import { DevApi } from './dev-api.js';

/**
 * `npm run dev`: the pages as they are written, and behind them an API that starts anew when its code
 * changes. People and mails reach both at PORT; the database stays up all along.
 */
const say = (line: string) => process.stdout.write(`${line}\n`);
const complain = (line: string) => process.stderr.write(`${line}\n`);
const closers = new Closers(complain);
const ending = new EndOfProcess(closers, 16_000);

try {
  await start();
} catch (error) {
  if (!ending.hasBegun) complain(reasonFor(error));
  await ending.end(1);
}

async function start(): Promise<void> {
  const config = loadConfig();
  const address = `http://localhost:${config.port}`;
  const apiPort = await freePort();
  const pages = await openPages(config, apiPort);
  closers.add('the pages', () => pages.close());
  const databaseUrl = config.databaseUrl ?? (await ownDatabase(config));
  const api = new DevApi(
    { PORT: String(apiPort), PUBLIC_URL: config.publicUrl, DATABASE_URL: databaseUrl },
    say,
  );
  // It has a time limit of its own, and may still need the database.
  closers.add('the API', () => api.stop(), { limitMs: 11_000, isVital: true });
  await api.start();
  api.restartOnChange(pages.watcher);
  say(welcome(config, address));
  say('The pages follow what is saved in src/web; the API starts anew when src or db changes.\n');
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
        '^/(photos|logos|dev|enquire|health|livez|readyz)(/|$)': { target },
      },
    },
  });
  try {
    return await pages.listen();
  } catch (error) {
    await pages.close();
    // Vite says it in words of its own; these are the words of every other start.
    throw /in use/.test(String(error))
      ? Object.assign(new Error(), { code: 'EADDRINUSE', port })
      : error;
  }
}

async function ownDatabase({ dataFolder: folder }: Config): Promise<string> {
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
