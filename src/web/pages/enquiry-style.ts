import { rootStyle } from './root-style.js';

/** Style sheet of the enquiry form: mobile first, light and dark. */
export const formStyle = `${rootStyle}
main { max-width: 36rem; margin: 0 auto; padding: var(--space-5) var(--space-4) var(--space-7); }
.card { padding: var(--space-5) 1.25rem; background: var(--card); border-top: 4px solid var(--accent);
  border-radius: var(--round); }
h1 { margin: 0 0 .5rem; font-size: var(--title); line-height: 1.25; overflow-wrap: anywhere; }
h2 { margin: 0 0 .5rem; font-size: var(--large); }
p { margin: 0 0 1rem; }
.muted { color: var(--soft); }
.field { margin: 0 0 1.25rem; }
label { display: block; margin-bottom: .25rem; font-weight: 600; }
.hint, .wrong { margin: 0 0 .35rem; font-size: .925rem; }
.hint, .optional { color: var(--soft); font-weight: 400; }
.wrong { color: var(--wrong); font-weight: 600; }
input, textarea { display: block; width: 100%; min-height: 2.9rem; padding: .6rem .75rem; color: inherit;
  background: transparent; border: 1px solid var(--edge); border-radius: var(--round); font: inherit; }
textarea { min-height: 9rem; resize: vertical; }
[aria-invalid='true'] { border: 2px solid var(--wrong); }
form + p { margin-top: 1rem; }
button { width: 100%; min-height: 3rem; padding: .75rem 1.5rem; border: 0; border-radius: var(--round); cursor: pointer;
  background: var(--accent); color: var(--on-accent); font: inherit; font-weight: 600; }
.summary { margin: 0 0 1.5rem; padding: 1rem 1.25rem; border: 2px solid var(--wrong); border-radius: var(--round);
  background: var(--wrong-ground); }
.summary ul { margin: 0; padding-left: 1.25rem; }
.summary a { color: var(--wrong); }
.offscreen { position: absolute; left: -999rem; width: 1px; height: 1px; overflow: hidden; }
@media (min-width: 30rem) { .card { padding: var(--space-6); } button { width: auto; } }
`;
