import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from './refused.js';

export const SECRET_LENGTH = 32;

/** Outside production a secret is made once and kept, so links survive a restart without any setting. */
export function keptSecret(folder: string, production: boolean): string {
  if (production)
    throw new ConfigError(
      `JOBGLASS_SECRET is missing; set it to at least ${SECRET_LENGTH} characters that nobody can guess.`,
    );
  const file = join(folder, 'secret');
  const kept = readOrMake(file, folder).trim();
  if (kept.length < SECRET_LENGTH)
    throw new ConfigError(
      `JOBGLASS_SECRET is not set and ${file} holds no usable one; delete that file and start again.`,
    );
  return kept;
}

function readOrMake(file: string, folder: string): string {
  try {
    mkdirSync(folder, { recursive: true });
    if (!existsSync(file)) makeSecret(file);
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new ConfigError(
      `JOBGLASS_DATA must be a folder that you may read and write, which ${folder} is not (${code}).`,
    );
  }
}

/** Of two starts at once the first one's secret stays. */
function makeSecret(file: string): void {
  try {
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
