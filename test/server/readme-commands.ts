import { readFileSync } from 'node:fs';

/** The code blocks of a language below a heading of README's page about production. */
export function blocksOf(heading: string, language: string): string[] {
  const page = readFileSync('README.md', 'utf8');
  const production = page.slice(page.indexOf('\n## Production\n'));
  const from = production.indexOf(`\n### ${heading}\n`);
  if (from < 0) throw new Error(`README has no "${heading}" about production.`);
  const section = production.slice(from + 5).split(/\n###? /, 1)[0] ?? '';
  const blocks = [...section.matchAll(/^```(\w+)\n(.*?)^```$/gms)];
  return blocks.flatMap(([, kind, text]) => (kind === language ? [text as string] : []));
}

/** The commands below a heading. */
export function commandsOf(heading: string): string[] {
  return blocksOf(heading, 'sh');
}
