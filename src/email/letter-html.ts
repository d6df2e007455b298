import { escapeHtml } from './escape-html.js';
import type { Letter } from './letter.js';
import { darkStyle, style } from './letter-style.js';

/** The letter as HTML: tables and inline styles, which is what mail programs agree on. */
export function letterAsHtml(letter: Letter): string {
  return `<!doctype html>
<html lang="${escapeHtml(letter.lang ?? 'en')}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(letter.subject)}</title>
<style>${darkStyle}</style>
</head>
<body class="page" style="${style.page}">
<div style="${style.preheader}">${escapeHtml(foretaste(letter))}</div>
<div role="article" aria-roledescription="mail" aria-label="${escapeHtml(letter.subject)}">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">
<tr><td align="center" style="${style.margin}">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="${style.sheet}">
<tr><td class="soft" style="${style.sender}">${escapeHtml(letter.fromName)}</td></tr>
<tr><td class="card" style="${style.card}">
${body(letter)}
</td></tr>
<tr><td class="soft" style="${style.footer}">${lines(letter.footer)}</td></tr>
</table>
</td></tr>
</table>
</div>
</body>
</html>
`;
}

/** What a list of mails shows beside the subject: what there is to say, rather than the greeting. */
function foretaste({ paragraphs, heading }: Letter): string {
  return paragraphs[1] ?? paragraphs[0] ?? heading;
}

function body(letter: Letter): string {
  return [
    `<h1 style="${style.heading}">${escapeHtml(letter.heading)}</h1>`,
    ...letter.paragraphs.map((each) => `<p style="${style.paragraph}">${lines(each)}</p>`),
    letter.quote && quotation(letter.quote),
    letter.list && list(letter.list),
    letter.button && button(letter.button),
  ]
    .filter(Boolean)
    .join('\n');
}

function quotation(message: string): string {
  return `<blockquote class="quote" style="${style.quote}">${lines(message)}</blockquote>`;
}

function list({ title, entries }: NonNullable<Letter['list']>): string {
  const items = entries.map((entry) => `<li style="${style.entry}">${lines(entry)}</li>`);
  return `<p style="${style.listTitle}">${escapeHtml(title)}</p>
<ul style="${style.list}">${items.join('')}</ul>`;
}

// The address is shown too: a person may want to see where a button leads, or copy it.
function button({ label, url }: NonNullable<Letter['button']>): string {
  const address = escapeHtml(url);
  return `<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr>
<td class="button" style="${style.buttonCell}"><a class="button" href="${address}" target="_blank" style="${style.button}">${escapeHtml(label)}</a></td>
</tr></table>
<p class="soft" style="${style.address}">Or open this address:<br>
<a class="link" href="${address}" target="_blank" style="${style.link}">${address}</a></p>`;
}

function lines(text: string): string {
  return escapeHtml(text).replace(/\r?\n/g, '<br>');
}
