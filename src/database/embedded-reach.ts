import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const ELSEWHERE = '/var/tmp';

/**
 * Started by root, PostgreSQL runs as a user of its own, who must be able to get to the folder. Below
 * a private folder (root's home, say) it cannot, so another is used: the same one at every start.
 */
export function reachableFolder(wished: string, log: (line: string) => void): string {
  if (isReachable(wished)) return wished;
  const elsewhere = ownFolder(`jobglass-${hash(wished)}`);
  log(`PostgreSQL's own user cannot reach ${wished}; the database is in ${elsewhere} instead.`);
  return elsewhere;
}

/** Whether any user can walk down to this path. Only root's PostgreSQL runs as somebody else. */
export function isReachable(path: string): boolean {
  if (process.getuid?.() !== 0) return true;
  for (let folder = resolve(path); folder !== dirname(folder); folder = dirname(folder)) {
    const mode = statSync(folder, { throwIfNoEntry: false })?.mode;
    // What is not there yet will be made by us, open to be walked through.
    if (mode !== undefined && (mode & 0o001) === 0) return false;
  }
  return true;
}

/** A folder below the shared temporary one that nobody else can have put there for us. */
export function ownFolder(name: string): string {
  const folder = join(ELSEWHERE, name);
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const { uid } = lstatSync(folder);
  if (uid !== process.getuid?.())
    throw new Error(`${folder} belongs to somebody else; remove it and start again.`);
  return folder;
}

export function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
