import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface Audited {
  said: string;
  wrong: string[];
}

/** Asks the registry for known weaknesses. A registry that offers no audit is said, and is no failure. */
export async function audited(page: string): Promise<Audited> {
  const { stdout } = await run('npm', ['audit', '--omit=dev', '--json'], {
    maxBuffer: 64 * 1024 * 1024,
    timeout: 60_000,
    // It ends with 1 when it finds something and when it cannot ask; what it printed tells which.
  }).catch((error: { stdout?: string }) => ({ stdout: error.stdout ?? '' }));
  return verdictOf(stdout, page);
}

/** What an answer of `npm audit --json` comes to. */
export function verdictOf(answer: string, page: string): Audited {
  const found = read(answer)?.vulnerabilities;
  if (!found) return { said: 'The registry at hand offers no audit.', wrong: [] };
  const wrong = Object.entries(found)
    .filter(([name]) => !page.includes(`- weakness in \`${name}\``))
    .map(([name, { severity }]) => `${name} has a known weakness (${severity}).`);
  return { said: `npm audit knows of ${Object.keys(found).length} weaknesses.`, wrong };
}

function read(answer: string): { vulnerabilities?: Record<string, { severity: string }> } | null {
  try {
    return JSON.parse(answer);
  } catch {
    return null;
  }
}
