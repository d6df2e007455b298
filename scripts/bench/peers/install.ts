import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { say } from '../say.js';

const FOLDER = fileURLToPath(new URL('../../../../scripts/bench', import.meta.url));

/** Installs the packages of the other servers once; they are no dependencies of the product. */
export function installPeers(): void {
  if (existsSync(join(FOLDER, 'node_modules', 'postgraphile'))) return;
  say('Installing what the other servers need into scripts/bench/node_modules …');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: FOLDER,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error('The packages of the other servers could not be installed.');
}
