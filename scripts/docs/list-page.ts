import { html } from '../../src/web/pages/html.js';
import { description } from './parts.js';
import type { Page } from './site.js';

/** An operation or a type in a list. */
export interface Entry {
  name: string;
  path: string;
  description: string | null | undefined;
}

/** Page that lists operations or types. */
export function listPage(title: string, entries: Entry[]): Page {
  return {
    title,
    content: html`<h1>${title}</h1>
${entries.map(
  ({ name, path, description: text }) =>
    html`<section class="entry"><h3><a class="anchor" href="${path}">${name}</a></h3>${description(text)}</section>`,
)}`,
  };
}
