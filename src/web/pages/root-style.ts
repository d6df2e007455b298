import { dark, font, light, sizes } from './tokens.gen.js';

/** The tokens as a style, for pages that the server writes with their style in them. */
export const rootStyle = `
:root { color-scheme: light dark; ${declared({ ...light, ...sizes })} --font: ${font}; }
@media (prefers-color-scheme: dark) { :root { ${declared(dark)} } }
*, ::before, ::after { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.5 var(--font); }
a { color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
`;

function declared(tokens: Record<string, string>): string {
  return Object.entries(tokens)
    .map(([name, value]) => `--${inCss(name)}: ${value};`)
    .join(' ');
}

/** onAccent is --on-accent, space1 is --space-1. */
function inCss(name: string): string {
  return name.replace(/([A-Z]|\d)/g, '-$1').toLowerCase();
}
