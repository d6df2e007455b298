/** The form's looks: on a phone first, light or dark as its reader likes it. */
export const formStyle = `
:root { color-scheme: light dark; --ground: #eef1f1; --card: #fff; --ink: #1b2423; --soft: #56625f;
  --line: #7c8a87; --accent: #0f6b62; --on-accent: #fff; --wrong: #b3261e; --wrong-ground: #fdf0ef; }
@media (prefers-color-scheme: dark) {
  :root { --ground: #101615; --card: #1a2221; --ink: #e6eceb; --soft: #a3b0ae;
    --line: #7c8a87; --accent: #5cc4b7; --on-accent: #08201d; --wrong: #ff9d94; --wrong-ground: #321b19; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink);
  font: 1rem/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif; }
main { max-width: 36rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
.card { padding: 1.5rem 1.25rem; background: var(--card); border-top: 4px solid var(--accent); border-radius: 8px; }
h1 { margin: 0 0 .5rem; font-size: 1.5rem; line-height: 1.25; overflow-wrap: anywhere; }
h2 { margin: 0 0 .5rem; font-size: 1.1rem; }
p { margin: 0 0 1rem; }
a { color: var(--accent); }
.soft { color: var(--soft); }
.field { margin: 0 0 1.25rem; }
label { display: block; margin-bottom: .25rem; font-weight: 600; }
.hint, .wrong { margin: 0 0 .35rem; font-size: .925rem; }
.hint, .optional { color: var(--soft); font-weight: 400; }
.wrong { color: var(--wrong); font-weight: 600; }
input, textarea { display: block; width: 100%; min-height: 2.9rem; padding: .6rem .75rem; color: inherit;
  background: transparent; border: 1px solid var(--line); border-radius: 6px; font: inherit; }
textarea { min-height: 9rem; resize: vertical; }
[aria-invalid='true'] { border: 2px solid var(--wrong); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
button { width: 100%; min-height: 3rem; padding: .75rem 1.5rem; border: 0; border-radius: 6px; cursor: pointer;
  background: var(--accent); color: var(--on-accent); font: inherit; font-weight: 600; }
.summary { margin: 0 0 1.5rem; padding: 1rem 1.25rem; border: 2px solid var(--wrong); border-radius: 6px;
  background: var(--wrong-ground); }
.summary ul { margin: 0; padding-left: 1.25rem; }
.summary a { color: var(--wrong); }
.away { position: absolute; left: -999rem; width: 1px; height: 1px; overflow: hidden; }
@media (min-width: 30rem) { .card { padding: 2rem; } button { width: auto; } }
`;
