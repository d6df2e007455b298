import { MARK, NUMBERS, YEAR } from './secrets.js';

/** All encodings of a text. */
function writings(text: string): string[] {
  const bytes = Buffer.from(text);
  const hex = bytes.toString('hex');
  const percent = hex.replace(/../g, (byte) => `%${byte}`);
  return [
    text,
    hex,
    hex.toUpperCase(),
    percent,
    percent.toUpperCase(),
    bytes.toString('utf16le'),
    [...text].reverse().join(''),
    ...[0, 1, 2].flatMap((shift) => [base64(bytes, shift)]),
  ];
}

/** The base64 text that is independent of its neighbours, for each of three alignments. */
function base64(bytes: Buffer, shift: number): string {
  const text = Buffer.concat([Buffer.alloc(shift), bytes])
    .toString('base64')
    .replace(/=+$/, '');
  const first = shift === 0 ? 0 : shift + 1;
  const last = (bytes.length + shift) % 3 === 0 ? text.length : text.length - 1;
  return text.slice(first, last);
}

const TEXTS = writings(MARK);
// Part of a name may be the same four digits.
const TIMES = new RegExp(`(?<![0-9a-f-])${YEAR}`);
const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;

/** Returns the first internal value in a response, in any encoding; null if there is none. */
export function secretIn(answer: string, asked: string, names: Set<string>): string | null {
  for (const text of [answer, ...decoded(answer)]) {
    const mark = TEXTS.find((each) => text.includes(each) && !asked.includes(each));
    if (mark) return around(text, mark);
    const number = NUMBERS.exec(text)?.[0];
    if (number && !asked.includes(number)) return around(text, number);
    if (TIMES.test(text) && !asked.includes(YEAR)) return around(text, YEAR);
    const name = (text.match(UUID) ?? []).find((id) => names.has(id.toLowerCase()));
    if (name && !asked.toLowerCase().includes(name.toLowerCase())) return around(text, name);
  }
  return null;
}

/** Decodes cursors and other base64 texts. */
function decoded(answer: string): string[] {
  const runs = answer.match(/(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{16,}={0,2}/g) ?? [];
  return runs.map((run) => Buffer.from(run, 'base64').toString('latin1'));
}

function around(text: string, found: string): string {
  const at = text.indexOf(found);
  return text.slice(Math.max(0, at - 80), at + found.length + 80);
}
