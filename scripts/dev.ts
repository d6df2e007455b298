import { spawn } from 'node:child_process';
import { createServer } from 'vite';

/**
 * `npm run dev`: the API with, before it, a server that builds the pages anew while they are written.
 * People and mails reach both at PORT; the API itself listens one port further.
 */
const port = Number(process.env.PORT || 4000);
const apiPort = port + 1;
const address = `http://localhost:${port}`;

const api = spawn(process.execPath, ['dist/src/main.js'], {
  stdio: 'inherit',
  env: { ...process.env, PORT: String(apiPort), PUBLIC_URL: process.env.PUBLIC_URL || address },
});

const target = `http://localhost:${apiPort}`;
const pages = await createServer({
  configFile: 'src/web/vite.config.ts',
  server: {
    port,
    strictPort: true,
    proxy: {
      '/graphql': { target, ws: true },
      '^/(photos|dev|enquire|health)(/|$)': { target },
    },
  },
});
await pages.listen();
pages.printUrls();
console.log(`  Portal links and the mailbox: ${address}/dev/mailbox`);

// Ctrl+C reaches both; whichever ends first takes the other along.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(signal, () => void end(signal));
api.once('exit', async (code) => {
  await pages.close();
  process.exit(code ?? 0);
});

function end(signal: NodeJS.Signals): void {
  if (api.exitCode === null) api.kill(signal);
}
