import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { SERVER_KINDS } from '../servers/kinds.js';
import { environment, type ServerProcess, type Surroundings } from '../servers/server-process.js';
import { entryOf } from './checkout.js';

const START_MS = 60_000;
const STOP_MS = 20_000;
const LOOK_MS = 50;

/** Starts the server of a built commit like its `npm start`, with production settings. */
export async function startCommit(
  folder: string,
  surroundings: Surroundings,
  stopped: AbortSignal,
): Promise<ServerProcess> {
  const port = await freePort();
  const child = spawn(process.execPath, [entryOf(folder)], {
    cwd: folder,
    env: {
      ...environment(SERVER_KINDS.jobglass, surroundings),
      PORT: String(port),
      SEED_DEMO: 'false',
    },
    stdio: ['ignore', 'ignore', process.stderr],
  });
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  const stop = async () => {
    if (hasEnded()) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    const tooLong = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
    await ended;
    clearTimeout(tooLong);
  };
  const url = `http://127.0.0.1:${port}`;
  try {
    await untilItAnswers(url, hasEnded, stopped);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    name: 'jobglass',
    url,
    pid: child.pid as number,
    tell: () => Promise.reject(new Error('Only servers that the bench loads itself can be told.')),
    stop,
  };
}

async function untilItAnswers(
  url: string,
  hasEnded: () => boolean,
  stopped: AbortSignal,
): Promise<void> {
  const patience = performance.now() + START_MS;
  while (performance.now() < patience) {
    stopped.throwIfAborted();
    if (hasEnded()) throw new Error('The server ended before it listened.');
    // Fails until the server listens.
    const response = await fetch(`${url}/graphql?query={__typename}`).catch(() => null);
    if (response) return;
    await sleep(LOOK_MS);
  }
  throw new Error(`The server did not listen within ${START_MS / 1000} s.`);
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
