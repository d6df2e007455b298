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

## What the fast path skips

A query whose document Apollo has parsed and validated before is answered without Fastify and Apollo
(\`src/server/executor/fast-path.ts\`): routing, hooks, parsing, validation, query limits and the choice of headers have the same
outcome each time. With a JSON plan (\`src/server/executor/json-plan.ts\`) PostgreSQL writes the response, without resolvers,
DataLoader and graphql-shield; it contains no field that the audience may not see. Whether the session is still valid is checked by the
statement that reads. \`test/server/fast-path.test.ts\` compares bytes and headers with a server without a fast path and removes
sessions, roles and links between two requests; \`test/database/plans-agree.test.ts\` compares responses to generated queries.
`;

const PARTS = ['measure', 'cold', 'growth', 'memory', 'start-up'] as const;
export type Part = (typeof PARTS)[number];

/** Replaces one part of the results and leaves the others unchanged. */
export function writePart(part: Part, text: string): string {
  const kept = existsSync(FILE) ? readFileSync(FILE, 'utf8') : '';
  const parts = PARTS.map((name) => (name === part ? text.trim() : partIn(kept, name)));
  const body = PARTS.map(
    (name, at) =>
      `${mark(name)}\n\n${parts[at] || `_Not measured yet: \`npm run bench -- ${name}\`._`}`,
  );
  writeFileSync(FILE, `${HEAD}\n${body.join('\n\n')}\n`);
  // Formats the tables as the checks require.
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

/** Date, machine and versions of the measurement. */
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
