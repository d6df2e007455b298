import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from './config-error.js';

export const SECRET_LENGTH = 32;

/**
 * Returns the secret stored in the folder, outside production only. It is generated at the first start, so that links
 * survive a restart without a setting.
 *
 * @throws ConfigError in production, or when the folder or its secret cannot be used.
 */
export function keptSecret(folder: string, production: boolean): string {
  if (production)
    throw new ConfigError(
      `JOBGLASS_SECRET is missing; set it to at least ${SECRET_LENGTH} characters that nobody can guess.`,
    );
  const file = join(folder, 'secret');
  const kept = readOrCreate(file, folder).trim();
  if (kept.length < SECRET_LENGTH)
    throw new ConfigError(
      `JOBGLASS_SECRET is not set and ${file} holds no usable one; delete that file and start again.`,
    );
  return kept;
}

function readOrCreate(file: string, folder: string): string {
  try {
    mkdirSync(folder, { recursive: true });
    if (!existsSync(file)) createSecret(file);
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new ConfigError(
      `JOBGLASS_DATA must be a folder that you may read and write, which ${folder} is not (${code}).`,
    );
  }
}

/** If two processes start at once, the first one's secret stays. */
function createSecret(file: string): void {
  try {
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
