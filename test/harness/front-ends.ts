import { execFile } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

const FRONT_ENDS = 'test/front-ends';
/** `npm ci` from the registry; from npm's own cache it takes a few seconds. For hooks: time limit plus some. */
const INSTALL_MS = 240_000;
export const INSTALL_HOOK_MS = INSTALL_MS + 10_000;
const MAX_OUTPUT_BYTES = 16 * 1024 * 1024;
const USUAL_RUN_MS = 30_000;

/** Installs the packages of `test/front-ends/package.json`; returns that folder. */
export function installFrontEnds(): Promise<string> {
  return installPackages(FRONT_ENDS);
}

/**
 * Installs a folder's own package-lock.json with `npm ci`, into a cache outside the tree that is reused while package.json
 * and lock are unchanged, and links it as the folder's `node_modules`. A `node_modules` that somebody installed is used
 * as it is.
 *
 * @returns the absolute folder.
 * @throws an error that says what to do, also after {@link INSTALL_MS}.
 */
export async function installPackages(folder: string): Promise<string> {
  const absolute = resolve(folder);
  const link = join(absolute, 'node_modules');
  if (isFolder(link)) return absolute;
  const installed = cacheOf(absolute);
  if (!existsSync(installed)) await installInto(installed, absolute);
  linkTo(join(installed, 'node_modules'), link);
  return absolute;
}

/**
 * Runs a script of `test/front-ends`, which reads its input from the environment variable INPUT.
 *
 * @returns what it printed, parsed as JSON.
 * @throws its error output if it fails or takes too long.
 */
export async function runFrontEnd<T>(
  script: string,
  input: object,
  limitMs = USUAL_RUN_MS,
): Promise<T> {
  const folder = await installFrontEnds();
  const { stdout } = await run(process.execPath, [join(folder, script)], {
    cwd: folder,
    timeout: limitMs,
    maxBuffer: MAX_OUTPUT_BYTES,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, INPUT: JSON.stringify(input) },
  }).catch((error: { message: string; killed?: boolean; stdout?: string; stderr?: string }) => {
    const reason = error.killed ? `took longer than ${limitMs} ms` : 'failed';
    throw new Error(
      `${script} ${reason}.\n${error.stderr ?? error.message}\n${error.stdout ?? ''}`,
    );
  });
  return JSON.parse(stdout) as T;
}

/** Cache folder for the packages, named by what is to be installed and by the version of Node. */
function cacheOf(folder: string): string {
  const hash = createHash('sha256').update(process.version);
  for (const name of ['package.json', 'package-lock.json'])
    hash.update(readFileSync(join(folder, name)));
  const caches = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
  return join(caches, 'jobglass', `${basename(folder)}-${hash.digest('hex').slice(0, 16)}`);
}

/** Installs beside the final place and renames, so that a half-done installation is never used. */
async function installInto(installed: string, folder: string): Promise<void> {
  mkdirSync(resolve(installed, '..'), { recursive: true });
  const made = mkdtempSync(`${installed}-`);
  try {
    for (const name of ['package.json', 'package-lock.json'])
      copyFileSync(join(folder, name), join(made, name));
    await npmCi(made, folder);
    renameSync(made, installed);
  } catch (error) {
    rmSync(made, { recursive: true, force: true });
    // Another test run was faster.
    if (!existsSync(installed)) throw error;
  }
}

async function npmCi(made: string, folder: string): Promise<void> {
  const args = ['ci', '--no-audit', '--no-fund', '--prefer-offline', '--ignore-scripts'];
  try {
    await run('npm', args, { cwd: made, timeout: INSTALL_MS, maxBuffer: MAX_OUTPUT_BYTES });
  } catch (error) {
    const { killed, stderr, message } = error as Error & { killed?: boolean; stderr?: string };
    throw new Error(
      killed
        ? `npm ci for ${folder} took longer than ${INSTALL_MS / 1000} s; check the connection to the npm registry and run the test again.`
        : `npm ci for ${folder} failed. If the lock does not fit package.json, run npm install in that folder; else check the connection to the npm registry.\n${stderr || message}`,
    );
  }
}

/** Replaces the link in one step: test files that run at the same time use it. */
function linkTo(target: string, link: string): void {
  const next = `${link}-${randomUUID()}`;
  symlinkSync(target, next, 'dir');
  renameSync(next, link);
}

function isFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
