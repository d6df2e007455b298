import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { until } from './world.js';

export interface ServerProcess {
  url: string;
  process: ChildProcess;
  /** Everything it printed so far. */
  output(): string;
  /** Waits for its end and answers the exit code. */
  ended(): Promise<number | null>;
}

/** Starts Jobglass as a person does, in a process of its own that can be killed. */
export async function startServerProcess(env: Record<string, string>): Promise<ServerProcess> {
  const server = await spawnServer(env);
  await until(
    () => server.output().includes('Jobglass is running') || server.process.exitCode !== null,
    40,
  );
  if (server.process.exitCode !== null) throw new Error(server.output());
  return server;
}

/** The same without waiting until it serves. */
export async function spawnServer(env: Record<string, string>): Promise<ServerProcess> {
  const port = env.PORT ?? String(await freePort());
  const child = spawn(process.execPath, ['dist/bundle/src/main.js'], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env, PORT: port },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      printed += chunk;
    });
  }
  return {
    url: `http://localhost:${port}`,
    process: child,
    output: () => printed,
    ended: () => ended,
  };
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
