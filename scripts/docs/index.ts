import 'reflect-metadata';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildContract } from '../../src/server/boot/contract.js';
import { readExamples } from './examples.js';
import { documentationSite } from './site.js';

const FOLDER = 'dist/docs';

/** `npm run docs`: writes the documentation site of the API, which the server serves at /docs. */
const { schema, policy } = buildContract();
const site = documentationSite({ schema, policy, examples: readExamples() });
rmSync(FOLDER, { recursive: true, force: true });
for (const [path, text] of site) {
  const file = join(FOLDER, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
