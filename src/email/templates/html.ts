import { buttonsOf, codeSentence, type EmailTemplate } from './email-template.js';
import { escapeHtml } from './escape-html.js';
import { darkStyle, style } from './style.js';

/** The template as HTML, with tables and inline styles, which all mail programs support. */
export function templateAsHtml(template: EmailTemplate): string {
  return `<!doctype html>
<html lang="${escapeHtml(template.lang ?? 'en')}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(template.subject)}</title>
<style>${darkStyle}</style>
</head>
<body class="page" style="${style.page}">
<div style="${style.preheader}">${escapeHtml(preheader(template))}</div>
<div role="article" aria-roledescription="mail" aria-label="${escapeHtml(template.subject)}">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">
<tr><td align="center" style="${style.margin}">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="${style.sheet}">
<tr><td class="soft" style="${style.sender}">${escapeHtml(template.fromName)}</td></tr>
<tr><td class="card" style="${style.card}">
${body(template)}
</td></tr>
<tr><td class="soft" style="${style.footer}">${lines(template.footer)}</td></tr>
</table>
</td></tr>
</table>
</div>
</body>
</html>
`;
}

/** Preview text beside the subject in a list of mails: the paragraph after the greeting. */
function preheader({ paragraphs, heading }: EmailTemplate): string {
  return paragraphs[1] ?? paragraphs[0] ?? heading;
}

function body(template: EmailTemplate): string {
  return [
    `<h1 style="${style.heading}">${escapeHtml(template.heading)}</h1>`,
    ...template.paragraphs.map((text) => `<p style="${style.paragraph}">${lines(text)}</p>`),
    template.quote && quotation(template.quote),
    template.changes && list(template.changes),
    template.list && list(template.list),
    template.secondList && list(template.secondList),
    ...buttonsOf(template).map(button),
  ]
    .filter(Boolean)
    .join('\n');
}

function quotation(message: string): string {
  return `<blockquote class="quote" style="${style.quote}">${lines(message)}</blockquote>`;
}

function list({ title, entries }: NonNullable<EmailTemplate['list']>): string {
  const items = entries.map((entry) => `<li style="${style.entry}">${lines(entry)}</li>`);
  return `<p style="${style.listTitle}">${escapeHtml(title)}</p>
<ul style="${style.list}">${items.join('')}</ul>`;
}

// The URL is shown as text too, so that people can read or copy it.
function button({ label, url, code }: NonNullable<EmailTemplate['button']>): string {
  const address = escapeHtml(url);
  return `<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr>
<td class="button" style="${style.buttonCell}"><a class="button" href="${address}" target="_blank" style="${style.button}">${escapeHtml(label)}</a></td>
</tr></table>
<p class="soft" style="${style.address}">Or open this address:<br>
<a class="link" href="${address}" target="_blank" style="${style.link}">${address}</a>${
    code
      ? `<br>
${escapeHtml(codeSentence(code))}`
      : ''
  }</p>`;
}

function lines(text: string): string {
  return escapeHtml(text).replace(/\r?\n/g, '<br>');
}
