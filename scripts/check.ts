import { spawn } from 'node:child_process';

/**
 * `npm run check`: runs everything that must hold before a change lands and prints it as a list. A step that fails
 * prints its output; the others still run.
 */
const STEPS: [string, string, string[]][] = [
  ['format and lint', 'biome', ['check', '.']],
  ['types', 'tsc', ['--noEmit', '-p', 'tsconfig.json']],
  ['types of the pages', 'tsc', ['-p', 'src/web']],
  ['schema as printed', 'node', ['dist/scripts/print-schema.js', '--check']],
  ['no breaking change unnamed', 'node', ['dist/scripts/breaking-changes.js']],
  ['operations as generated', 'graphql-codegen', ['--check', '--silent']],
  ['nothing unused', 'knip', ['--no-progress']],
  ['words of the glossary', 'node', ['dist/scripts/word-list.js']],
  ['dependencies as argued', 'node', ['dist/scripts/dependencies/index.js']],
  ['database as the entities say', 'node', ['dist/scripts/migration-drift.js']],
];
const TESTS: (typeof STEPS)[number] = [
  'tests',
  'node',
  ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js'],
];

// CI has just run the tests by the README's own command.
const steps = process.argv.includes('--without-tests') ? STEPS : [...STEPS, TESTS];
let failed = 0;
for (const [name, command, args] of steps) {
  process.stdout.write(`… ${name}`);
  const { code, output } = await run(command, args);
  process.stdout.write(`\r${code === 0 ? '✓' : '✗'} ${name}\n`);
  if (code === 0) continue;
  failed += 1;
  process.stdout.write(`${output.trimEnd()}\n\n`);
}
console.log(`\n${steps.length - failed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);

function run(command: string, args: string[]): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += chunk;
      });
    }
    child.on('error', (error) => resolve({ code: 1, output: error.message }));
    child.on('close', (code) => resolve({ code, output }));
  });
}
