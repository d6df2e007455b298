import { english, type MailTexts } from '../../texts/en/mail/index.js';

/** Maximum message texts in one email. The whole thread is on the page that the email links to. */
const MAX_TEXTS = 20;

/** "a message" or "3 messages", for use in a sentence. */
export function messageCount(messages: number): string {
  return messages === 1 ? 'a message' : `${messages} messages`;
}

/** Message texts as one quotation, oldest first; only the last 20 of a long series. */
export function quotation(
  bodies: string[],
  { earlier: earlierInWords }: MailTexts['messages'] = english.messages,
): string {
  const left = bodies.length - MAX_TEXTS;
  const earlier = left > 0 ? [earlierInWords(left)] : [];
  return [...earlier, ...bodies.slice(-MAX_TEXTS)].join('\n\n');
}
