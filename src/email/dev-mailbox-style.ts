/** The look of the dev mailbox. */
export const css = `
:root { color-scheme: light dark; --ground: #eef1f1; --card: #fff; --ink: #1b2423;
  --soft: #5b6766; --accent: #0f6b62; --line: #d8dfde; }
@media (prefers-color-scheme: dark) {
  :root { --ground: #101615; --card: #1a2221; --ink: #e6eceb; --soft: #a3b0ae;
    --accent: #5cc4b7; --line: #2d3836; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink);
  font: 16px/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif; }
main { max-width: 760px; margin: 0 auto; padding: 24px 16px 48px; }
header { display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: baseline;
  justify-content: space-between; }
h1 { margin: 0; font-size: 22px; line-height: 1.3; overflow-wrap: anywhere; }
h2 { margin: 24px 0 8px; font-size: 15px; }
a { color: var(--accent); }
a:focus-visible, input:focus-visible, button:focus-visible { outline: 2px solid var(--accent);
  outline-offset: 2px; }
input, button { font: inherit; padding: 6px 10px; border: 1px solid var(--line);
  border-radius: 6px; background: var(--card); color: var(--ink); }
.soft { color: var(--soft); font-size: 14px; overflow-wrap: anywhere; }
.mails { list-style: none; margin: 16px 0 0; padding: 0; }
.mails > li { margin: 0 0 10px; padding: 14px 16px; background: var(--card);
  border: 1px solid var(--line); border-radius: 8px; }
.subject { display: block; font-weight: 600; overflow-wrap: anywhere; }
.links { margin: 6px 0 0; padding: 0 0 0 18px; font-size: 14px; overflow-wrap: anywhere; }
iframe { width: 100%; height: 620px; border: 1px solid var(--line); border-radius: 8px;
  background: var(--card); }
pre { margin: 0; padding: 14px 16px; background: var(--card); border: 1px solid var(--line);
  border-radius: 8px; font-size: 13px; white-space: pre-wrap; overflow-wrap: anywhere; }
`;
