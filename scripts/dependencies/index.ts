import { readFileSync } from 'node:fs';
import { audit } from './audit.js';
import { installScripts, licences } from './lock.js';

/** Fails for dependencies that are not argued in README.md in this folder. */
const page = readFileSync('scripts/dependencies/README.md', 'utf8');
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const { allowScripts } = JSON.parse(readFileSync('package.json', 'utf8'));

const { summary, wrong: vulnerable } = await audit(page);
console.log(summary);
const wrong = [...licences(lock), ...installScripts(lock, allowScripts, page), ...vulnerable];
for (const each of wrong) console.error(each);
process.exitCode = wrong.length > 0 ? 1 : 0;
