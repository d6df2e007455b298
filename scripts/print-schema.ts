import 'reflect-metadata';
import { readFileSync, writeFileSync } from 'node:fs';
import { generatedFiles } from './generated-files.js';

/** `npm run schema`: writes the generated files. With --check it writes nothing and fails if one is out of date. */
const isCheck = process.argv.includes('--check');
let stale = 0;

for (const [file, text] of Object.entries(await generatedFiles())) {
  if (!isCheck) writeFileSync(file, text);
  else if (textOf(file) !== text) {
    stale += 1;
    console.error(`${file} is out of date; run "npm run schema" and commit it.`);
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
