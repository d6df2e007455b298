import { field } from './enquiry-field.js';
import { formStyle } from './enquiry-style.js';
import { Html, html } from './html.js';

export const FORM_FIELDS = ['name', 'email', 'phone', 'siteAddress', 'message', 'website'] as const;
type FormField = (typeof FORM_FIELDS)[number];
export type FormValues = Record<FormField, string>;

/** Validation error of one field, or of the whole form (`field` is null). */
export interface Problem {
  field: FormField | 'photos' | null;
  sentence: string;
}

/** All that these public pages disclose about a business. */
export interface BusinessContact {
  name: string;
  phone: { text: string; uri: string } | null;
}

const EMPTY_VALUES = Object.fromEntries(FORM_FIELDS.map((name) => [name, ''])) as FormValues;

/** HTML of the form: empty, or as submitted with its validation errors. */
export function formPage(
  business: BusinessContact,
  values = EMPTY_VALUES,
  problems: Problem[] = [],
): string {
  const state = { values, problems };
  return page(
    `${problems.length > 0 ? 'Please check: ' : ''}Ask ${business.name}`,
    html`<h1>Ask ${business.name}</h1>
<p class="muted">Say what you need and how to reach you. Leave an email address, a phone number, or both.</p>
${summary(problems)}
<form method="post" enctype="multipart/form-data" accept-charset="utf-8">
${field({ name: 'name', label: 'Your name', autocomplete: 'name', maxLength: 200, required: true }, state)}
${field({ name: 'email', label: 'Email', type: 'email', autocomplete: 'email', maxLength: 254 }, state)}
${field({ name: 'phone', label: 'Phone', type: 'tel', autocomplete: 'tel', maxLength: 40 }, state)}
${field({ name: 'siteAddress', label: 'Where the work is', optional: true, autocomplete: 'street-address', maxLength: 500 }, state)}
${field({ name: 'message', label: 'What you need', maxLength: 5000, required: true, rows: 7 }, state)}
${honeypot}
${photos(problems)}
<button type="submit">Send</button>
</form>
${callInstead(business)}`,
  );
}

/** HTML of the confirmation after the form was submitted. */
export function thanksPage(business: BusinessContact): string {
  return page(
    `Thank you from ${business.name}`,
    html`<h1>Thank you</h1>
<p role="status">${business.name} has received your enquiry and will be in touch.</p>
${callInstead(business)}`,
  );
}

/** HTML for an unknown address or a disabled form; names no business, so that nothing can be probed. */
export function noFormPage(): string {
  return page(
    'No enquiry form',
    html`<h1>There is no enquiry form here</h1>
<p>Check the address, or ask the business that gave it to you.</p>`,
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

function callInstead({ phone }: BusinessContact): Html | null {
  return phone
    ? html`<p class="muted">Or call <a href="${phone.uri}">${phone.text}</a>.</p>`
    : null;
}

// After all other fields, which are checked before a photo is received.
function photos(problems: Problem[]): Html {
  const problem = problems.find(({ field: name }) => name === 'photos');
  return html`<div class="field">
<label for="photos">Photos <span class="optional">(optional)</span></label>
<p class="hint" id="photos-hint">Up to 5, as JPEG, PNG or WebP. What they show is kept, not where they were taken.</p>
${problem && html`<p class="wrong" id="photos-wrong">${problem.sentence}</p>`}
<input id="photos" name="photos" type="file" accept="image/jpeg,image/png,image/webp" multiple aria-describedby="photos-hint${
    problem && html` photos-wrong`
  }"${problem && html` aria-invalid="true"`}>
</div>`;
}

// Bots fill in every field. This one is hidden from sight, screen readers and the tab order.
const honeypot = html`<div class="offscreen" aria-hidden="true">
<label for="website">Leave this empty</label>
<input id="website" name="website" type="text" tabindex="-1" autocomplete="off">
</div>`;

function page(title: string, content: Html): string {
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
