import { buttonsOf, type EmailTemplate } from './email-template.js';
import { templateAsHtml } from './html.js';
import { templateAsText } from './text.js';

/** Renders a template as HTML and as plain text. Throws when a button does not link to an http(s) URL. */
export function render(template: EmailTemplate): { html: string; text: string } {
  for (const { url } of buttonsOf(template))
    if (!/^https?:\/\//i.test(url)) throw new Error('An email may only link to a web address.');
  return { html: templateAsHtml(template), text: templateAsText(template) };
}
