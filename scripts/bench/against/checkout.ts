import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { say } from '../say.js';
import { run } from './run.js';

/** Root folder of this project. */
export const HERE = fileURLToPath(new URL('../../../..', import.meta.url));

/** A commit of this project. */
export interface Commit {
  id: string;
  /** Name in tables. */
  label: string;
}

/** Finds a commit by any name that git accepts. */
export function commitNamed(name: string): Commit {
  try {
    const id = git('rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`);
    return { id, label: git('rev-parse', '--short', id) };
  } catch {
    throw new Error(`git knows no commit "${name}" in ${HERE}.`);
  }
}

/** Checks a commit out into an empty folder, installs its packages and builds it. */
export async function checkOut(
  { id, label }: Commit,
  folder: string,
  stopped: AbortSignal,
): Promise<void> {
  say(`Checking ${label} out …`);
  mkdirSync(folder, { recursive: true });
  const archive = join(folder, 'commit.tar');
  git('archive', '--format=tar', `--output=${archive}`, id);
  execFileSync('tar', ['-xf', 'commit.tar'], { cwd: folder });
  await bringPackages(folder, stopped);
  say(`Building ${label} …`);
  await run(['npm', 'run', '--silent', 'build'], { cwd: folder, stopped });
}

/** Uses the packages of this project if the lock files are equal. */
async function bringPackages(folder: string, stopped: AbortSignal): Promise<void> {
  if (lockIn(folder) === lockIn(HERE))
    return symlinkSync(join(HERE, 'node_modules'), join(folder, 'node_modules'));
  say('Its packages are others: installing them …');
  await run(['npm', 'ci', '--no-audit', '--no-fund'], { cwd: folder, stopped });
}

function lockIn(folder: string): string {
  return readFileSync(join(folder, 'package-lock.json'), 'utf8');
}

/** Returns the program that `npm start` runs in that folder. */
export function entryOf(folder: string): string {
  const { scripts } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const [, file] = /(?:^|\s)node (\S+\.js)$/.exec(scripts?.start ?? '') ?? [];
  if (!file) throw new Error(`The start script in ${folder}/package.json runs no program of node.`);
  return join(folder, file);
}

function git(...args: string[]): string {
  const output = execFileSync('git', args, {
    cwd: HERE,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return output.trim();
}
