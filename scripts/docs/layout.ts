import { html } from '../../src/web/pages/html.js';
import type { Page } from './site.js';

const SECTIONS: [path: string, title: string][] = [
  ['index.html', 'Begin'],
  ['queries.html', 'Queries'],
  ['mutations.html', 'Mutations'],
  ['subscriptions.html', 'Subscriptions'],
  ['types.html', 'Types'],
  ['errors.html', 'Errors'],
  ['examples.html', 'Examples'],
];

/** Returns the HTML of a page with the navigation; links are relative, so that the site works in any folder. */
export function layout(page: Page, path: string): string {
  const root = '../'.repeat(path.split('/').length - 1);
  const links = SECTIONS.map(
    ([to, title]) =>
      html`<li><a href="${root}${to}"${to === path && html` aria-current="page"`}>${title}</a></li>`,
  );
  const { text } = html`<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title} · Jobglass API</title>
<link rel="stylesheet" href="${root}docs.css">
<script src="${root}search.js" defer></script>
</head>
<body>
<nav aria-label="Documentation" data-root="${root}">
<p><strong>Jobglass API</strong></p>
<div id="find" hidden>
<label for="search">Find an operation or a type</label>
<input id="search" type="search" autocomplete="off">
<ul id="found"></ul>
</div>
<ul>${links}</ul>
</nav>
<main>
${page.content}
</main>
</body>
</html>
`;
  return `<!doctype html>\n${text}`;
}
