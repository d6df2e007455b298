import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface AuditResult {
  summary: string;
  wrong: string[];
}

/** Queries the registry for known vulnerabilities. A registry without audits is reported, but is no failure. */
export async function audit(page: string): Promise<AuditResult> {
  const { stdout } = await run('npm', ['audit', '--omit=dev', '--json'], {
    maxBuffer: 64 * 1024 * 1024,
    timeout: 60_000,
    // The exit code is 1 for findings and for failures; the output shows which.
  }).catch((error: { stdout?: string }) => ({ stdout: error.stdout ?? '' }));
  return evaluateAudit(stdout, page);
}

/** Evaluates the output of `npm audit --json`; vulnerabilities listed on the page are accepted. */
export function evaluateAudit(output: string, page: string): AuditResult {
  const found = read(output)?.vulnerabilities;
  if (!found) return { summary: 'The registry offers no audit.', wrong: [] };
  const wrong = Object.entries(found)
    .filter(([name]) => !page.includes(`- vulnerability in \`${name}\``))
    .map(([name, { severity }]) => `${name} has a known vulnerability (${severity}).`);
  return { summary: `npm audit reports ${Object.keys(found).length} vulnerabilities.`, wrong };
}

function read(output: string): { vulnerabilities?: Record<string, { severity: string }> } | null {
  try {
    return JSON.parse(output);
  } catch {
    return null;
  }
}
