import type { Letter } from './letter.js';

/** The letter for mail programs and people that want plain text. */
export function letterAsText(letter: Letter): string {
  const parts = [
    letter.heading,
    ...letter.paragraphs,
    letter.quote && quoted(letter.quote),
    letter.list && listed(letter.list),
    // On a line of its own, so that programs which find links find all of it.
    letter.button && `${letter.button.label}:\n${letter.button.url}`,
    // The customary mark of a signature: programs fold what follows it.
    `-- \n${letter.footer}`,
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

function quoted(message: string): string {
  return message
    .split(/\r?\n/)
    .map((line) => `> ${line}`)
    .join('\n');
}

function listed({ title, entries }: NonNullable<Letter['list']>): string {
  return [`${title}:`, ...entries.map((entry) => `- ${entry}`)].join('\n');
}
