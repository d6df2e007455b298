import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const FALLBACK_ROOT = '/var/tmp';

/**
 * Returns the folder, or another one if PostgreSQL cannot reach it. Started by root, PostgreSQL runs as another user,
 * who has no access below a private folder such as root's home. The fallback is the same at every start.
 */
export function reachableFolder(requested: string, log: (line: string) => void): string {
  if (isReachable(requested)) return requested;
  const fallback = ownFolder(`jobglass-${hash(requested)}`);
  log(`PostgreSQL's own user cannot reach ${requested}; the database is in ${fallback} instead.`);
  return fallback;
}

/** Returns whether PostgreSQL's user can reach the path: always, unless started by root. */
export function isReachable(path: string): boolean {
  if (process.getuid?.() !== 0) return true;
  return isTraversable(path) && isTraversable(withoutLinks(path));
}

/** Resolves symbolic links: one in a public folder may point into a private one. */
function withoutLinks(path: string): string {
  let existing = resolve(path);
  while (!existsSync(existing)) existing = dirname(existing);
  return realpathSync(existing);
}

function isTraversable(path: string): boolean {
  for (let folder = resolve(path); folder !== dirname(folder); folder = dirname(folder)) {
    const mode = statSync(folder, { throwIfNoEntry: false })?.mode;
    // Missing folders will be created with access for all.
    if (mode !== undefined && (mode & 0o001) === 0) return false;
  }
  return true;
}

/** Creates a folder in the shared temporary one; refuses it if it belongs to another user. */
export function ownFolder(name: string): string {
  const folder = join(FALLBACK_ROOT, name);
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const { uid } = lstatSync(folder);
  if (uid !== process.getuid?.())
    throw new Error(`${folder} belongs to somebody else; remove it and start again.`);
  return folder;
}

export function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
