import { readFileSync } from 'node:fs';
import { audited } from './audit.js';
import { installScripts, licences } from './lock.js';

/** Says what of the dependencies is not argued in README.md beside it. */
const page = readFileSync('scripts/dependencies/README.md', 'utf8');
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const { allowScripts } = JSON.parse(readFileSync('package.json', 'utf8'));

const audit = await audited(page);
console.log(audit.said);
const wrong = [...licences(lock), ...installScripts(lock, allowScripts, page), ...audit.wrong];
for (const each of wrong) console.error(each);
process.exitCode = wrong.length > 0 ? 1 : 0;
