import '../harness/needs-build.js';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

export const PROGRAM = 'dist/bundle/src/business.js';

export function environment(databaseUrl: string) {
  const { PATH, HOME, TEST_FOLDER } = process.env;
  return { PATH, HOME, DATABASE_URL: databaseUrl, JOBGLASS_DATA: TEST_FOLDER };
}

/** Runs `npm run business --` with these flags, without a terminal; returns what it printed. */
export async function business(databaseUrl: string, ...flags: string[]): Promise<string> {
  return run(process.execPath, [PROGRAM, ...flags], { env: environment(databaseUrl) }).then(
    ({ stdout }) => stdout,
    ({ stderr, stdout }: { stderr: string; stdout: string }) => stdout + stderr,
  );
}

export const OWNER = ['--owner-name', 'Nia', '--owner-email', 'nia@kauri.test', '--password'];
