import { type Html, html } from '../../src/web/pages/html.js';
import type { Example } from './examples.js';
import { code } from './parts.js';
import type { Page } from './site.js';

/** Page with all examples of `schema/examples`. */
export function examplesPage(examples: Example[]): Page {
  return {
    title: 'Examples',
    content: html`<h1>Examples</h1>
<p>Each runs in a test, as the person that it names. A value such as <code>{jobId}</code> stands for the ID of a record of yours.</p>
${examples.map(exampleSection)}`,
  };
}

export function exampleSection({ name, title, as, operation, variables }: Example): Html {
  return html`<section class="entry" id="${name}">
<h3><a class="anchor" href="#${name}">${title}</a></h3>
<p class="who">As ${article(as)}.</p>
${code(operation)}
${variables && html`<p>Variables:</p>${code(variables)}`}
</section>`;
}

function article(person: string): string {
  return `${/^[aeiou]/.test(person) ? 'an' : 'a'} ${person}`;
}
