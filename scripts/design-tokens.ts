import { readFileSync } from 'node:fs';

const SOURCE = 'src/web/design/tokens.css';

/**
 * Returns the design tokens as TypeScript, for emails, which need inline styles, and for pages that the server renders.
 * Sizes are in pixels, since email programs support few other units.
 */
export function printedTokens(): string {
  const [light = '', dark = ''] = readFileSync(SOURCE, 'utf8').split(
    '@media (prefers-color-scheme: dark)',
  );
  return `// Generated from ${SOURCE} by "npm run schema". Do not edit.
${printed('light', colours(light))}
${printed('dark', colours(dark))}
${printed('sizes', sizes(light))}
export const font =
  ${JSON.stringify(tokensIn(light).font?.replaceAll('"', "'"))};
`;
}

function tokensIn(css: string): Record<string, string> {
  return Object.fromEntries(
    [...css.matchAll(/--([a-z0-9-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [
      name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  );
}

function colours(css: string) {
  return Object.entries(tokensIn(css)).filter(([, value]) => value.startsWith('#'));
}

/** Uses the minimum of sizes that grow with the window. */
function sizes(css: string) {
  return Object.entries(tokensIn(css)).flatMap(([name, value]) => {
    const [, number, unit] = value.match(/^(?:clamp\()?([\d.]+)(rem|px)(?:,|$)/) ?? [];
    return number ? [[name, `${Number(number) * (unit === 'rem' ? 16 : 1)}px`]] : [];
  }) as [string, string][];
}

function printed(name: string, tokens: [string, string][]): string {
  const lines = tokens.map(([token, value]) => `  ${token}: '${value}',\n`);
  return `export const ${name} = {\n${lines.join('')}};`;
}
