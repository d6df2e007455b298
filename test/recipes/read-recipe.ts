import { readFileSync } from 'node:fs';

/** One place of a recipe: a file that is new, or lines that go after others. */
export interface RecipePlace {
  path: string;
  /** Null for a new file. */
  after: string | null;
  code: string;
}

/** What a section of CONTRIBUTING.md says to do, by the number of its step. */
export function recipe(title: string): RecipePlace[][] {
  const page = readFileSync('CONTRIBUTING.md', 'utf8');
  const section = page.split(/^## /m).find((each) => each.startsWith(`${title}\n`));
  if (!section) throw new Error(`CONTRIBUTING.md has no recipe "${title}".`);
  return section
    .split(/^\d+\. /m)
    .slice(1)
    .map(placesOf);
}

function placesOf(step: string): RecipePlace[] {
  const path = step.match(/^`([^`]+)`/)?.[1];
  if (!path) throw new Error(`A step names no file: ${step}`);
  return blocksOf(step).flatMap(({ before, code }): RecipePlace[] => {
    const anchors = [...before.matchAll(/after `([^`]+)`/g)].map(([, anchor]) => anchor as string);
    return anchors.length > 0
      ? anchors.map((after) => ({ path, after, code }))
      : [{ path, after: null, code }];
  });
}

/** Each code block with the words before it. */
function blocksOf(step: string): { before: string; code: string }[] {
  const parts = step.split(/^ {3}```(?:ts)?\n/m);
  return parts.flatMap((code, at) =>
    at % 2 === 1 ? [{ before: parts[at - 1] as string, code: code.replace(/^ {3}/gm, '') }] : [],
  );
}

/** The text of a file with the lines of a place put in. */
export function withPlace(text: string, { path, after, code }: RecipePlace): string {
  if (after === null) return code;
  const at = text.indexOf(after);
  if (at < 0) throw new Error(`${path} has no line "${after}".`);
  const end = text.indexOf('\n', at) + 1;
  return text.slice(0, end) + code + text.slice(end);
}
