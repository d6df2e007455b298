import { field } from './enquiry-field.js';
import { formStyle } from './enquiry-style.js';
import { Html, html } from './html.js';

export const FORM_FIELDS = ['name', 'email', 'phone', 'siteAddress', 'message', 'website'] as const;
export type FormField = (typeof FORM_FIELDS)[number];
export type FormValues = Record<FormField, string>;

/** Something to mend, in one field or in all of it. */
export interface Problem {
  field: FormField | null;
  sentence: string;
}

/** The only things that these pages tell of a business. */
export interface Face {
  name: string;
  phone: string | null;
}

const NOTHING_YET = Object.fromEntries(FORM_FIELDS.map((each) => [each, ''])) as FormValues;

/** The form, empty or as it was sent, with what is to be mended. */
export function formPage(face: Face, values = NOTHING_YET, problems: Problem[] = []): string {
  const told = { values, problems };
  return whole(
    `${problems.length > 0 ? 'Please check: ' : ''}Ask ${face.name}`,
    html`<h1>Ask ${face.name}</h1>
<p class="soft">Say what you need and how to reach you. Leave an email address, a phone number, or both.</p>
${summary(problems)}
<form method="post" accept-charset="utf-8">
${field({ name: 'name', label: 'Your name', autocomplete: 'name', most: 200, required: true }, told)}
${field({ name: 'email', label: 'Email', type: 'email', autocomplete: 'email', most: 254 }, told)}
${field({ name: 'phone', label: 'Phone', type: 'tel', autocomplete: 'tel', most: 40 }, told)}
${field({ name: 'siteAddress', label: 'Where the work is', optional: true, autocomplete: 'street-address', most: 500 }, told)}
${field({ name: 'message', label: 'What you need', most: 5000, required: true, lines: 7 }, told)}
${trap}
<button type="submit">Send</button>
</form>
${call(face)}`,
  );
}

/** What somebody reads who has sent the form. */
export function thanksPage(face: Face): string {
  return whole(
    `Thank you from ${face.name}`,
    html`<h1>Thank you</h1>
<p role="status">${face.name} has received your enquiry and will be in touch.</p>
${call(face)}`,
  );
}

/** For an address that leads to no form; it names nobody. */
export function noFormPage(): string {
  return whole(
    'No enquiry form',
    html`<h1>There is no enquiry form here</h1>
<p>Check the address, or ask whoever gave it to you.</p>`,
  );
}

function summary(problems: Problem[]): Html | null {
  if (problems.length === 0) return null;
  const entries = problems.map(
    ({ field: name, sentence }) =>
      html`<li>${name ? html`<a href="#${name}">${sentence}</a>` : sentence}</li>`,
  );
  return html`<div class="summary" role="alert" tabindex="-1" autofocus aria-labelledby="summary">
<h2 id="summary">It was not sent yet</h2>
<ul>${entries}</ul>
</div>`;
}

function call({ phone }: Face): Html | null {
  return phone
    ? html`<p class="soft">Or call <a href="tel:${phone.replace(/[^\d+]/g, '')}">${phone}</a>.</p>`
    : null;
}

// Programs fill in whatever they find; people do not find this, whether they look, listen or tab.
const trap = html`<div class="away" aria-hidden="true">
<label for="website">Leave this empty</label>
<input id="website" name="website" type="text" tabindex="-1" autocomplete="off">
</div>`;

function whole(title: string, content: Html): string {
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title><style>${new Html(formStyle)}</style></head>
<body><main><div class="card">
${content}
</div></main></body></html>
`.text;
}
