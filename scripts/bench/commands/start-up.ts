import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '../against/commit-server.js';
import { type Bench, postgresVersion } from '../bench.js';
import type { Choices } from '../choices.js';
import { medianOf } from '../report/figures.js';
import { surroundings, writePart } from '../report/results-file.js';
import { print, say } from '../say.js';
import type { Asked } from '../seed/sample.js';
import { SERVER_KINDS } from '../servers/kinds.js';
import { environment } from '../servers/server-process.js';
import { askOnce } from '../workloads/ask.js';
import { portal } from '../workloads/portal.js';

const MAIN = fileURLToPath(new URL('../../../bundle/src/main.js', import.meta.url));
const TIMES = 9;
const TARGET_MS = 1500;

/** Measures the time from `npm start` to the first portal page. */
export async function startUp(bench: Bench, choices: Choices): Promise<void> {
  const ground = await bench.ground(choices);
  const surroundingsOf = environment(SERVER_KINDS.jobglass, bench.surroundings(ground.url));
  const times: number[] = [];
  for (let time = 1; time <= TIMES; time += 1) {
    times.push(await timeToFirstAnswer(surroundingsOf, ground.samples.reading[0] as Asked));
    say(`  ${time}/${TIMES}: ${times.at(-1)?.toFixed(0)} ms`);
  }
  times.sort((a, b) => a - b);
  const median = medianOf(times);
  const text = [
    '## Start-up',
    surroundings(await postgresVersion(ground.db)),
    `From starting the process to its first portal page, on a database that is there: median ${median.toFixed(0)} ms (${times[0]?.toFixed(0)}–${times.at(-1)?.toFixed(0)}) of ${TIMES}. Target: under ${TARGET_MS} ms: ${median < TARGET_MS ? 'met' : '**not met**'}.`,
  ].join('\n\n');
  print(text);
  writePart('start-up', text);
}

async function timeToFirstAnswer(env: NodeJS.ProcessEnv, asked: Asked): Promise<number> {
  const port = await freePort();
  const began = performance.now();
  const child = spawn(process.execPath, [MAIN], {
    env: { ...env, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = once(child, 'exit');
  try {
    const answer = await firstAnswer(`http://127.0.0.1:${port}`, asked, child);
    portal.answer?.('jobglass', answer);
    return performance.now() - began;
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}

async function firstAnswer(url: string, asked: Asked, child: { exitCode: number | null }) {
  for (;;) {
    if (child.exitCode !== null) throw new Error('The server ended before it answered.');
    try {
      return await askOnce(url, portal.request('jobglass', asked, 0));
    } catch {
      // The server does not listen yet.
      await sleep(5);
    }
  }
}
