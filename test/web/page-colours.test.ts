import { readFileSync } from 'node:fs';
import { PageColour } from '../../src/domain/business/profile/page-colour.js';

const [lightTokens, darkTokens] = bySchemes('src/web/design/tokens.css');
const [lightColours, darkColours] = bySchemes('src/web/portal/page-colours.css');
const MIN_CONTRAST = 4.5;

describe.each(Object.keys(PageColour))('a page in %s', (colour) => {
  it.each([
    ['light', tokens(lightTokens, ':root'), lightColours],
    ['dark', { ...tokens(lightTokens, ':root'), ...tokens(darkTokens, ':root') }, darkColours],
  ])('is readable in %s mode', (_mode, basis, colours) => {
    const own = colour === 'TEAL' ? {} : tokens(colours, `[data-colour="${colour}"]`);
    if (colour !== 'TEAL')
      expect(Object.keys(own).sort()).toEqual([
        'accent',
        'accent-ground',
        'accent-strong',
        'on-accent',
      ]);
    const shades: Record<string, string> = { ...basis, ...own };
    const pairs = [
      ...['ground', 'card', 'sunken', 'accent-ground'].map((ground) => ['accent', ground]),
      ['accent-strong', 'accent-ground'],
      ['ink', 'accent-ground'],
      ['on-accent', 'accent'],
      ['on-accent', 'accent-strong'],
    ] as [string, string][];
    const tooWeak = pairs
      .map(([text, ground]) => ({
        pair: `${text} on ${ground}`,
        contrast: contrastOf(shades[text] as string, shades[ground] as string),
      }))
      .filter(({ contrast }) => !(contrast >= MIN_CONTRAST));
    expect(tooWeak).toEqual([]);
  });
});

it('contrast is measured as WCAG defines it', () => {
  expect(contrastOf('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrastOf('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

function bySchemes(file: string): [string, string] {
  const [light = '', dark = ''] = readFileSync(file, 'utf8').split(
    '@media (prefers-color-scheme: dark)',
  );
  return [light, dark];
}

/** The colour tokens of one rule of a style sheet. */
function tokens(css: string, selector: string): Record<string, string> {
  const rule = css.slice(css.indexOf(`${selector} {`)).split('}')[0] ?? '';
  const found = [...rule.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)];
  return Object.fromEntries(found.map(([, name = '', value = '']) => [name, value]));
}

function contrastOf(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminanceOf(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
