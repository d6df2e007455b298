import { letterAsHtml } from './letter-html.js';
import { letterAsText } from './letter-text.js';

/** What a mail says, without saying how it looks. */
export interface Letter {
  subject: string;
  /** The business, as the recipient knows it. */
  fromName: string;
  replyTo?: string;
  heading: string;
  paragraphs: string[];
  list?: { title: string; entries: string[] };
  /** A person's own message, shown as a quotation. */
  quote?: string;
  button?: { label: string; url: string };
  footer: string;
  /** The language it is written in; English unless told. */
  lang?: string;
}

/** Writes a letter in both forms that mail programs show; they say the same things. */
export function render(letter: Letter): { html: string; text: string } {
  if (letter.button && !/^https?:\/\//i.test(letter.button.url)) {
    throw new Error('A letter may only link to a web address.');
  }
  return { html: letterAsHtml(letter), text: letterAsText(letter) };
}
