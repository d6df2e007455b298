import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runFrontEnd } from '../../harness/front-ends.js';
import type { CopyAnswer } from './answers.js';

/** Some megabytes through three caches. */
const READ_BACK_MS = 60_000;

/** Names of the operations whose answer a cache does not read back as it was, each with the first difference. */
type MixedUp = Record<'apollo' | 'relay' | 'graphcache', string[]>;

/** Gives each answer to an empty cache of each client, and compares what is read back from it. */
export async function mixedUpInCaches(answers: CopyAnswer[]): Promise<MixedUp> {
  const folder = mkdtempSync(join(tmpdir(), 'jobglass-caches-'));
  try {
    // Too large for a variable of the environment.
    const file = join(folder, 'answers.json');
    writeFileSync(file, JSON.stringify(answers.map(asQuery)));
    return await runFrontEnd('caches/read-back.mjs', { file }, READ_BACK_MS);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Caches keep the result of a mutation as that of a query, but read back only queries. */
function asQuery({ query, ...answer }: CopyAnswer): CopyAnswer {
  return { ...answer, query: query.replace(/^(mutation|subscription)\b/, 'query') };
}
