import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';

const root = (path: string) => fileURLToPath(new URL(`../../../../${path}`, import.meta.url));
const FILE = root('scripts/bench/RESULTS.md');

const HEAD = `# What the bench measured

Written by \`npm run bench\`; what was tried and what each change brought stands in [NOTES.md](NOTES.md), what
each figure means in [README.md](README.md). Figures are medians over the rounds (least–most); **×** is the
median ratio to the hand-written SQL of the same round.

## What the fast way skips

A query that Fastify and Apollo have let through before, letter for letter, is answered without them
(\`src/server/fast-lane.ts\`): no routing, hooks or parsing of the body by Fastify; no reading, validating and weighing of the
query, none of Apollo's plugins, no choosing of headers. All of these see only what was the same the first time.
What PostgreSQL can say as well (\`src/server/carried.ts\`) skips resolvers, DataLoader, the shield and the writing of JSON,
field by field and only where the audience may see the field. That a session still holds is not skipped but asked by the statement that reads.
\`test/server/fast-lane.test.ts\` compares bytes and headers with a server that has no such way, and takes sessions, roles and
links away between two requests; \`test/database/look-ahead.test.ts\` compares the answers to made-up queries.
`;

const PARTS = ['measure', 'cold', 'growth', 'memory', 'start-up'] as const;
export type Part = (typeof PARTS)[number];

/** Puts one part of the results in its place and leaves the others as they were. */
export function writePart(part: Part, text: string): string {
  const kept = existsSync(FILE) ? readFileSync(FILE, 'utf8') : '';
  const parts = PARTS.map((name) => (name === part ? text.trim() : partIn(kept, name)));
  const body = PARTS.map(
    (name, at) =>
      `${mark(name)}\n\n${parts[at] || `_Not measured yet: \`npm run bench -- ${name}\`._`}`,
  );
  writeFileSync(FILE, `${HEAD}\n${body.join('\n\n')}\n`);
  // As the checks want every file: tables in columns.
  spawnSync(root('node_modules/.bin/biome'), ['format', '--write', FILE]);
  return FILE;
}

function partIn(text: string, part: Part): string {
  const [, after = ''] = text.split(mark(part));
  return (after.split('<!-- part ')[0] ?? '').trim();
}

function mark(part: Part): string {
  return `<!-- part ${part} -->`;
}

/** When, on what, and of which versions this was measured. */
export function surroundings(postgres: string): string {
  const [cpu] = cpus();
  const packages = ['fastify', 'graphql', '@apollo/server', 'pg', '@mikro-orm/core', 'autocannon'];
  const versions = packages.map((name) => `${name} ${versionIn(`node_modules/${name}`)}`);
  const peer = versionIn('scripts/bench/node_modules/postgraphile');
  return [
    `${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores (${cpu?.model.trim()}), node ${process.version}, PostgreSQL ${postgres},`,
    `${versions.join(', ')}, postgraphile ${peer}. 16 connections, pool of 10 in every server, servers, PostgreSQL and load on one machine.`,
  ].join('\n');
}

function versionIn(folder: string): string {
  const file = root(`${folder}/package.json`);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).version : '(not installed)';
}
