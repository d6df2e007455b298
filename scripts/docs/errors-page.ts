import { ERROR_CODES } from '../../src/visibility/schemas/error-codes.js';
import { html } from '../../src/web/pages/html.js';
import { code, whoSees } from './parts.js';
import type { Page } from './site.js';

const EXAMPLE = `{
  "errors": [{
    "message": "Use at most 200 characters.",
    "path": ["addTodo"],
    "extensions": {
      "code": "VALIDATION_FAILED",
      "field": "input.title",
      "faults": [{ "field": "input.title", "reason": "Use at most 200 characters." }]
    }
  }],
  "data": null
}`;

/** Page of the error codes. */
export function errorsPage(): Page {
  const entries = Object.entries(ERROR_CODES).map(
    ([name, { meaning, audiences, httpStatus }]) => html`<section class="entry" id="${name}">
<h3><a class="anchor" href="#${name}">${name}</a></h3><p>${meaning}</p>
<p class="who">Sent to: ${whoSees(audiences)}. HTTP status outside GraphQL: ${httpStatus}.</p></section>`,
  );
  return {
    title: 'Errors',
    content: html`<h1>Errors</h1>
<p>Every error has a code in <code>extensions.code</code> and one sentence in <code>message</code>. Programs read the code; the
sentence is for people and may change.</p>
${code(EXAMPLE)}
<p>All faults of an input come at once in <code>extensions.faults</code>, each with the path from the argument.</p>
<p>An error after the change was made has <code>extensions.committed: true</code>; without it nothing was changed. An error on our
side carries <code>extensions.requestId</code>, which is in the log.</p>
<h2>Codes</h2>
${entries}`,
  };
}
