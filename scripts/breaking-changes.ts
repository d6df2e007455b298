import { cpSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildSchema, findBreakingChanges } from 'graphql';

/**
 * Compares the contract with that of the last release (`schema/released`), and fails on a change that would break a
 * caller and that the CHANGELOG does not name. With `--release` it makes the present contract the released one.
 */
const FILES = ['schema.graphql', 'portal.graphql'];

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes('--release')) release();
  else process.exit(check() ? 0 : 1);
}

function release(): void {
  for (const file of FILES) cpSync(`schema/${file}`, `schema/released/${file}`);
}

function check(): boolean {
  const changelog = readFileSync('CHANGELOG.md', 'utf8');
  const unnamed = FILES.flatMap((file) =>
    unnamedChanges(textOf(`schema/released/${file}`), textOf(`schema/${file}`), changelog),
  );
  for (const change of new Set(unnamed))
    console.error(
      `${change} Keep the old form beside the new one and deprecate it, or name it in CHANGELOG.md in backticks, with what to use instead.`,
    );
  return unnamed.length === 0;
}

function textOf(file: string): string {
  return readFileSync(file, 'utf8');
}

/** Returns the breaking changes between two schemas whose coordinates are not named in the changelog. */
export function unnamedChanges(before: string, after: string, changelog: string): string[] {
  return findBreakingChanges(buildSchema(before), buildSchema(after))
    .map(({ description }) => description)
    .filter((description) => !changelog.includes(`\`${coordinateIn(description)}\``));
}

/** Sentences of graphql-js that do not begin with the coordinate. */
const SENTENCES: [RegExp, string][] = [
  [/^(\w+) was removed from (?:enum|union) type (\w+)/, '$2.$1'],
  [/^A required (?:field|arg) (\w+) on (?:input type )?([\w.]+) was added/, '$2.$1'],
  [/^([\w.]+) arg (\w+) /, '$1.$2'],
  [/^(\w+(?:\.\w+)?) .*$/, '$1'],
];

function coordinateIn(description: string): string {
  const [sentence, coordinate] = SENTENCES.find(([each]) => each.test(description)) ?? [/$/, ''];
  return description.match(sentence)?.[0].replace(sentence, coordinate) ?? description;
}
