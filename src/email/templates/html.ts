import { buttonsOf, buttonWords, type EmailTemplate } from './email-template.js';
import { escapeHtml } from './escape-html.js';
import { darkStyle, mirroredStyle, style } from './style.js';

/** The template as HTML, with tables and inline styles, which all mail programs support. */
export function templateAsHtml(template: EmailTemplate): string {
  const style = styleOf(template);
  const dir = directionOf(template);
  // Programs that show mails in their own page keep neither html nor body.
  const language = dir && ` lang="${escapeHtml(template.lang ?? 'en')}"${dir}`;
  return `<!doctype html>
<html lang="${escapeHtml(template.lang ?? 'en')}"${dir}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(template.subject)}</title>
<style>${darkStyle}</style>
</head>
<body class="page"${dir} style="${style.page}">
<div style="${style.preheader}">${escapeHtml(preheader(template))}</div>
<div role="article" aria-roledescription="mail"${language} aria-label="${escapeHtml(template.subject)}">
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

function styleOf({ direction }: EmailTemplate): typeof style {
  return direction === 'rtl' ? mirroredStyle : style;
}

/** Attribute for the direction of the mail; none where it is not said. */
function directionOf({ direction }: EmailTemplate): string {
  return direction ? ` dir="${direction}"` : '';
}

/** Attribute for what a person wrote, which has a direction of its own. */
function ownDirection({ direction }: EmailTemplate): string {
  return direction ? ' dir="auto"' : '';
}

/** Preview text beside the subject in a list of mails: the paragraph after the greeting. */
function preheader({ paragraphs, ownWords, heading }: EmailTemplate): string {
  return paragraphs[1] ?? ownWords ?? paragraphs[0] ?? heading;
}

function body(template: EmailTemplate): string {
  const style = styleOf(template);
  const own = ownDirection(template);
  return [
    `<h1 style="${style.heading}">${escapeHtml(template.heading)}</h1>`,
    ...template.paragraphs.map((text) => `<p style="${style.paragraph}">${lines(text)}</p>`),
    template.ownWords && `<p${own} style="${style.paragraph}">${lines(template.ownWords)}</p>`,
    template.quote &&
      `<blockquote class="quote"${own} style="${style.quote}">${lines(template.quote)}</blockquote>`,
    ...[template.changes, template.list, template.secondList].map(
      (each) => each && list(each, style),
    ),
    ...buttonsOf(template).map((each) => button(each, template)),
  ]
    .filter(Boolean)
    .join('\n');
}

function list(
  { title, entries }: NonNullable<EmailTemplate['list']>,
  style: ReturnType<typeof styleOf>,
): string {
  const items = entries.map((entry) => `<li style="${style.entry}">${lines(entry)}</li>`);
  return `<p style="${style.listTitle}">${escapeHtml(title)}</p>
<ul style="${style.list}">${items.join('')}</ul>`;
}

// The URL is shown as text too, so that people can read or copy it.
function button(
  { label, url, code }: NonNullable<EmailTemplate['button']>,
  template: EmailTemplate,
): string {
  const address = escapeHtml(url);
  const style = styleOf(template);
  const dir = template.direction ? ' dir="ltr"' : '';
  return `<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr>
<td class="button" style="${style.buttonCell}"><a class="button" href="${address}" target="_blank" style="${style.button}">${escapeHtml(label)}</a></td>
</tr></table>
<p class="soft" style="${style.address}">${escapeHtml(buttonWords(template).orOpen)}<br>
<a class="link"${dir} href="${address}" target="_blank" style="${style.link}">${address}</a>${
    code
      ? `<br>
${escapeHtml(buttonWords(template).typeCode(code.address, code.code))}`
      : ''
  }</p>`;
}

function lines(text: string): string {
  return escapeHtml(text).replace(/\r?\n/g, '<br>');
}
