import { existsSync, readFileSync } from 'node:fs';
import { type RecipePlace, recipe, withPlace } from './read-recipe.js';

/** The short form; `recipes.long.ts` builds what they make and uses it. */
describe.each([
  ['Add a field', 3],
  ['Add a mutation', 2],
  ['Add a shareable kind', 6],
])('%s', (title, count) => {
  it(`takes ${count} places, and each is where CONTRIBUTING.md says`, () => {
    const steps = recipe(title);
    expect(steps.map(([first]) => first?.path)).toHaveLength(count);
    for (const place of steps.flat()) {
      expect([place.path, existsSync(place.path)]).toEqual([place.path, place.after !== null]);
      if (place.after !== null) expect(withPlace(textOf(place), place)).toContain(place.code);
    }
  });
});

function textOf({ path }: RecipePlace): string {
  return readFileSync(path, 'utf8');
}
