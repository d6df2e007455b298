import { rootStyle } from '../../web/pages/root-style.js';

/** Style sheet of the dev mailbox. */
export const css = `${rootStyle}
main { max-width: 760px; margin: 0 auto; padding: var(--space-5) var(--space-4) var(--space-7); }
header { display: flex; flex-wrap: wrap; gap: var(--space-2) var(--space-4); align-items: baseline;
  justify-content: space-between; }
h1 { margin: 0; font-size: var(--title); line-height: 1.3; overflow-wrap: anywhere; }
h2 { margin: var(--space-5) 0 var(--space-2); font-size: 1rem; }
label { display: inline-flex; gap: var(--space-2); align-items: center; max-width: 100%; }
input, button { min-width: 0; min-height: var(--touch); padding: var(--space-2) var(--space-3); font: inherit;
  border: 1px solid var(--edge); border-radius: var(--round); background: var(--card); color: var(--ink); }
.soft { color: var(--soft); font-size: var(--small); overflow-wrap: anywhere; }
.mails { list-style: none; margin: var(--space-4) 0 0; padding: 0; }
.mails > li { margin: 0 0 10px; padding: 14px var(--space-4); background: var(--card);
  border: 1px solid var(--line); border-radius: var(--round); }
.subject { display: block; font-weight: 600; overflow-wrap: anywhere; }
.links { margin: 6px 0 0; padding: 0 0 0 18px; font-size: var(--small); overflow-wrap: anywhere; }
iframe { width: 100%; height: 620px; border: 1px solid var(--line); border-radius: var(--round);
  background: var(--card); }
pre { margin: 0; padding: 14px var(--space-4); background: var(--card); border: 1px solid var(--line);
  border-radius: var(--round); font-size: 13px; white-space: pre-wrap; overflow-wrap: anywhere; }
`;
