import { dark, font, light, sizes } from './tokens.gen.js';

/** Design tokens as CSS custom properties and base rules, for server-rendered pages with inline styles. */
export const rootStyle = `
:root { color-scheme: light dark; ${customProperties({ ...light, ...sizes })} --font: ${font}; }
@media (prefers-color-scheme: dark) { :root { ${customProperties(dark)} } }
*, ::before, ::after { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.5 var(--font); }
a { color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
`;

function customProperties(tokens: Record<string, string>): string {
  return Object.entries(tokens)
    .map(([name, value]) => `--${propertyName(name)}: ${value};`)
    .join(' ');
}

/** onAccent → on-accent, space1 → space-1 */
function propertyName(name: string): string {
  return name.replace(/([A-Z]|\d)/g, '-$1').toLowerCase();
}
