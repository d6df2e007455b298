import type { EmailAttachment } from '../templates/email-template.js';
import { escapeHtml } from '../templates/escape-html.js';
import type { ReadableMail } from './read-mails.js';
import { css } from './style.js';

/** The list of mails, newest first. */
export function mailboxPage(mails: ReadableMail[], to = ''): string {
  return page(
    'Dev mailbox',
    `<header><h1>Dev mailbox</h1>
<form action="/dev/mailbox" method="get"><label>To <input name="to" type="search" value="${escapeHtml(to)}"
placeholder="everybody"></label> <button>Show</button></form></header>
${mails.length ? `<ol class="mails">${mails.map(entry).join('')}</ol>` : emptyState(to)}`,
  );
}

/** One mail with its links, its HTML and its plain text. */
export function mailPage(mail: ReadableMail): string {
  return page(
    mail.subject,
    `<header><h1>${escapeHtml(mail.subject)}</h1><a href="/dev/mailbox">All mails</a></header>
<p class="soft">To <a href="/dev/mailbox?to=${encodeURIComponent(mail.to)}">${escapeHtml(mail.to)}</a>, ${when(mail)}<br>
From ${escapeHtml(mail.from)}${mail.replyTo ? `, answers go to ${escapeHtml(mail.replyTo)}` : ''}</p>
<h2>Links</h2>
${mail.links.length ? `<ul class="links">${mail.links.map(link).join('')}</ul>` : '<p class="soft">None.</p>'}
<h2>Letter</h2>
<iframe title="The letter as its recipient sees it" src="/dev/mailbox/${mail.id}/letter"
sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>
<h2>Plain text</h2>
<pre>${escapeHtml(mail.text)}</pre>
${mail.attachments.map((file, at) => attachment(mail.id, file, at)).join('')}`,
  );
}

function entry(mail: ReadableMail): string {
  return `<li><a class="subject" href="/dev/mailbox/${mail.id}">${escapeHtml(mail.subject)}</a>
<span class="soft">${escapeHtml(mail.to)}, ${when(mail)}</span>
${mail.links.length ? `<ul class="links">${mail.links.map(link).join('')}</ul>` : ''}</li>`;
}

/** A text is shown; another file can be downloaded. */
function attachment(mailId: string, file: EmailAttachment, at: number): string {
  const heading = `<h2>${escapeHtml(file.filename)}</h2><p class="soft">${escapeHtml(file.contentType)}</p>`;
  return 'text' in file
    ? `${heading}<pre>${escapeHtml(file.text)}</pre>`
    : `${heading}<p><a href="/dev/mailbox/${mailId}/attachments/${at}">Download</a></p>`;
}

function link(url: string): string {
  const address = escapeHtml(url);
  return `<li><a href="${address}" target="_blank" rel="noreferrer">${address}</a></li>`;
}

function when({ sentAt }: ReadableMail): string {
  const iso = sentAt.toISOString();
  return `<time datetime="${iso}">${iso.slice(0, 19).replace('T', ' ')} UTC</time>`;
}

function emptyState(to: string): string {
  return `<p class="soft">No mail${to ? ` to ${escapeHtml(to)}` : ''} yet. Reload to look again.</p>`;
}

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title><style>${css}</style></head>
<body><main>${body}</main></body></html>
`;
}
