import { globSync, readFileSync } from 'node:fs';

// Five questions of somebody who has only the tree. Each answer is found by file name alone, by these words, and the
// file does what its name says.
it.each([
  ['where does a portal token become a principal', 'resolve-principal', 'PORTAL_TOKEN'],
  ['where is a share prompt raised', 'prompt/raise-or-close', 'raise'],
  ['who may see the margin of a quote', 'quotes/quote-margin.resolver', 'SEE_COSTS'],
  ['where is an email retried', 'outbox/attempts-and-retries', 'MAX_ATTEMPTS'],
])('a stranger finds by file names alone: %s', (_question, name, word) => {
  const found = globSync(`src/**/*${name.split('/').at(-1)}*.ts`).filter((file) =>
    file.includes(name),
  );
  expect(found).toHaveLength(1);
  expect(readFileSync(String(found[0]), 'utf8')).toContain(word);
});

it('a stranger finds by file names alone: how do I add a field', () => {
  expect(readFileSync('CONTRIBUTING.md', 'utf8')).toContain('## Add a field');
});
