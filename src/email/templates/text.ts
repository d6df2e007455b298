import { buttonsOf, codeSentence, type EmailTemplate } from './email-template.js';

/** The template as plain text. */
export function templateAsText(template: EmailTemplate): string {
  const parts = [
    template.heading,
    ...template.paragraphs,
    template.quote && quoted(template.quote),
    template.changes && listed(template.changes),
    template.list && listed(template.list),
    template.secondList && listed(template.secondList),
    // On a line of its own, so that programs recognize the whole link.
    ...buttonsOf(template).map(({ label, url, code }) =>
      [`${label}:`, url, code && codeSentence(code)].filter(Boolean).join('\n'),
    ),
    // Signature separator: programs fold the text after it.
    `-- \n${template.footer}`,
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
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
