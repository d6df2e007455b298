import 'reflect-metadata';
import { readFileSync, writeFileSync } from 'node:fs';
import { generatedFiles } from './generated-files.js';

/**
 * Writes the generated contract: `npm run schema`. With --check it writes nothing and fails when a
 * tracked file is not what the code says.
 */
const isCheck = process.argv.includes('--check');
let stale = 0;

for (const [file, text] of Object.entries(await generatedFiles())) {
  if (!isCheck) writeFileSync(file, text);
  else if (textOf(file) !== text) {
    stale += 1;
    console.error(`${file} is not what the code says; run "npm run schema" and commit it.`);
  }
}
process.exit(stale > 0 ? 1 : 0);

function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
