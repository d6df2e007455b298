import { rootStyle } from '../../src/web/pages/root-style.js';

export const STYLE = `${rootStyle}
body { display: grid; grid-template-columns: minmax(14rem, 18rem) minmax(0, 1fr); min-height: 100vh; }
nav { position: sticky; top: 0; height: 100vh; overflow-y: auto; padding: 1rem; background: var(--card); border-right: 1px solid var(--line); }
nav ul { list-style: none; margin: 0; padding: 0 0 0 .5rem; }
nav li a { display: block; padding: .15rem 0; overflow-wrap: anywhere; text-decoration: none; }
nav [aria-current] { font-weight: 600; }
nav label { display: block; font-size: .875rem; }
nav input { width: 100%; padding: .5rem; font: inherit; color: inherit; background: var(--ground); border: 1px solid var(--edge); border-radius: .375rem; }
summary { cursor: pointer; padding: .35rem 0; font-weight: 600; }
main { max-width: 56rem; padding: 1.5rem; }
h1 { margin: 0 0 .5rem; overflow-wrap: anywhere; }
h2 { margin-top: 2rem; }
h3 { margin: 0 0 .25rem; font-size: 1.05rem; overflow-wrap: anywhere; }
.kind { margin: 0; color: var(--soft); }
.entry { padding: .75rem 0; border-top: 1px solid var(--line); }
.entry p { margin: .25rem 0; }
.entry:target { background: var(--accent-ground); }
.anchor { text-decoration: none; }
.of { font-weight: 400; }
.who { color: var(--soft); font-size: .875rem; }
.deprecated { color: var(--warn); background: var(--warn-ground); padding: .25rem .5rem; }
.arguments { margin: .25rem 0 .25rem 1rem; }
.arguments dd { margin-left: 1rem; }
.uses { columns: 16rem; padding-left: 1rem; }
pre { overflow-x: auto; padding: .75rem; background: var(--sunken); border: 1px solid var(--line); border-radius: .375rem; }
@media (max-width: 44rem) {
  body { display: block; }
  nav { position: static; height: auto; max-height: 45vh; border-right: 0; border-bottom: 1px solid var(--line); }
}
`;
