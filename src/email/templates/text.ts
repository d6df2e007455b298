import { buttonsOf, buttonWords, type EmailTemplate } from './email-template.js';

/** The template as plain text. */
export function templateAsText(template: EmailTemplate): string {
  const parts = [
    directed(template, template.heading),
    ...template.paragraphs.map((paragraph) => directed(template, paragraph)),
    template.ownWords,
    template.quote && quoted(template.quote),
    ...[template.changes, template.list, template.secondList].map(
      (list) => list && directed(template, listed(list)),
    ),
    // On a line of its own, so that programs recognize the whole link.
    ...buttonsOf(template).map(({ label, url, code }) =>
      [
        directed(template, `${label}:`),
        url,
        code && directed(template, buttonWords(template).typeCode(code.address, code.code)),
      ]
        .filter(Boolean)
        .join('\n'),
    ),
    // Signature separator: programs fold the text after it.
    `-- \n${directed(template, template.footer)}`,
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

/** A line without letters of the mail's own, such as one that begins with a Latin name, would go from left to right. */
const RIGHT_TO_LEFT_MARK = '\u200f';

function directed({ direction }: EmailTemplate, text: string): string {
  return direction === 'rtl' ? text.replace(/^(?=.)/gm, RIGHT_TO_LEFT_MARK) : text;
}

function quoted(message: string): string {
  return message
    .split(/\r?\n/)
    .map((line) => `> ${line}`)
    .join('\n');
}

function listed({ title, entries }: NonNullable<EmailTemplate['list']>): string {
  return [`${title}:`, ...entries.map((entry) => `- ${entry.replace(/\r?\n/g, '\n  ')}`)].join(
    '\n',
  );
}
