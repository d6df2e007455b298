import './needs-build.js';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { until } from './world.js';

/** Tests ask more in a minute than people do. */
const MANY_POINTS = { POINTS_PER_MINUTE: '1000000', POINTS_PER_MINUTE_OF_OTHERS: '1000000' };

export interface ServerProcess {
  url: string;
  process: ChildProcess;
  /** Everything it has printed. */
  output(): string;
  /** Waits for its end and returns the exit code. */
  ended(): Promise<number | null>;
}

/** Starts Jobglass as a person does, in its own process that can be killed; waits until it serves. */
export async function startServerProcess(env: Record<string, string>): Promise<ServerProcess> {
  const server = await spawnServer(env);
  await until(
    () => server.output().includes('Jobglass is running') || server.process.exitCode !== null,
    40,
  );
  if (server.process.exitCode !== null) throw new Error(server.output());
  return server;
}

/** The same without waiting until it serves, from the build below another folder if one is given. */
export async function spawnServer(
  env: Record<string, string>,
  cwd?: string,
  program = 'dist/bundle/src/main.js',
): Promise<ServerProcess> {
  const port = env.PORT ?? String(await freePort());
  const child = spawn(process.execPath, [program], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...MANY_POINTS, ...env, PORT: port },
    stdio: ['ignore', 'pipe', 'pipe'],
    cwd,
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
