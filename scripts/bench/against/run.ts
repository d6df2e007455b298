import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Runs a program to its end, with its output on ours; if the bench is stopped, it ends with its children. */
export async function run(
  [program, ...args]: [string, ...string[]],
  { cwd, stopped, env }: { cwd: string; stopped: AbortSignal; env?: NodeJS.ProcessEnv },
): Promise<void> {
  stopped.throwIfAborted();
  // In its own process group, since npm starts child processes.
  const child = spawn(program, args, {
    cwd,
    env,
    detached: true,
    stdio: ['ignore', process.stderr, process.stderr],
  });
  const end = () => child.pid && process.kill(-child.pid, 'SIGTERM');
  stopped.addEventListener('abort', end, { once: true });
  try {
    const [code] = await once(child, 'exit');
    stopped.throwIfAborted();
    if (code !== 0) throw new Error(`${program} ${args.join(' ')} failed in ${cwd}.`);
  } finally {
    stopped.removeEventListener('abort', end);
  }
}
