import bidiFactory, { type Bidi } from 'bidi-js';
import { type Font, fontsOf, type Weight } from './fonts.js';

/** Part of a text with one font and one direction. */
export interface Piece {
  text: string;
  /** Null: no font has it, and a box is drawn. */
  font: Font | null;
  /** Bidirectional level: odd for right-to-left. */
  level: number;
  /** Position of the piece in its text. */
  start: number;
}

/** A line of text, cut where the font or the direction changes. */
export interface PreparedText {
  text: string;
  pieces: Piece[];
  isRightToLeft: boolean;
}

// Its types describe an ES module; Node loads the CommonJS one, whose export is the function.
const bidi = (bidiFactory as unknown as () => Bidi)();
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
// Direction marks, joiners of words, selectors of glyph variants, soft hyphens and byte order marks: nothing to draw.
const INVISIBLE =
  /\p{Variation_Selector}|[\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]|[\u{e0000}-\u{e007f}]/gu;
/** Spaces and most punctuation of ASCII come before it. */
const DIGIT_ZERO = 0x30;
/** Currency signs that no font has, and what is written instead. */
const CODES: Record<string, string> = { '\u0e3f': 'THB ', '\u058f': 'AMD ', '\u17db': 'KHR ' };
const SIGNS = new RegExp(`[${Object.keys(CODES).join('')}]`, 'g');
const JOINERS = /[\u200c\u200d]/g;

/** Text as it is drawn: composed characters, spaces for other blanks, codes for rare currency signs, no controls, no half of a surrogate pair. */
export function cleaned(text: string): string {
  return text
    .replace(/\p{Cs}/gu, '\ufffd')
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(SIGNS, (sign) => CODES[sign] as string)
    .replace(/[\p{Cc}\u00a0\u2000-\u200a\u202f\u205f]/gu, ' ');
}

/** Cuts one line of cleaned text into pieces. */
export function prepare(text: string, weight: Weight): PreparedText {
  const fonts = fontsOf(weight);
  const hasRightToLeft = RIGHT_TO_LEFT.test(text);
  const embedding = hasRightToLeft ? bidi.getEmbeddingLevels(text, 'auto') : null;
  const pieces: Piece[] = [];
  for (const { segment, index } of graphemes.segment(text)) {
    const level = embedding?.levels[index] ?? 0;
    const last = pieces.at(-1);
    const font = fontFor(segment, fonts, last?.font ?? null);
    // Each character without a font is a box of its own.
    if (last && font && last.font === font && last.level === level) last.text += segment;
    else pieces.push({ text: segment, font, level, start: index });
  }
  const isRightToLeft = (embedding?.paragraphs[0]?.level ?? 0) % 2 === 1;
  return { text, pieces, isRightToLeft };
}

/**
 * The pieces with a part between two positions, in the order of the text. A long text has a piece for each character that
 * no font has, so the first one is not looked for from the start.
 */
export function piecesBetween({ pieces }: PreparedText, from: number, to: number): Piece[] {
  const first = firstAt(pieces, from);
  let end = first;
  while ((pieces[end]?.start ?? to) < to) end += 1;
  return pieces.slice(first, end);
}

/** Index of the piece that has this position, by halving; their starts rise. */
function firstAt(pieces: Piece[], position: number): number {
  let low = 0;
  let high = pieces.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((pieces[middle] as Piece).start <= position) low = middle;
    else high = middle;
  }
  return low;
}

/** The pieces between two positions, in the order in which they are drawn from left to right. */
export function visualPieces(prepared: PreparedText, from: number, to: number): Piece[] {
  const line = piecesBetween(prepared, from, to).flatMap((piece) => {
    const text = piece.text.slice(Math.max(0, from - piece.start), Math.max(0, to - piece.start));
    return text ? [{ ...piece, text: piece.level % 2 === 1 ? mirrored(text) : text }] : [];
  });
  return reordered(line);
}

/** Rule L2 of the Unicode Bidirectional Algorithm, on whole pieces; shaping turns the letters of a piece around. */
function reordered(line: Piece[]): Piece[] {
  const highest = Math.max(0, ...line.map(({ level }) => level));
  for (let level = highest; level > 0; level -= 1) {
    for (let start = 0; start < line.length; start += 1) {
      let end = start;
      while ((line[end]?.level ?? -1) >= level) end += 1;
      if (end > start) line.splice(start, end - start, ...line.slice(start, end).reverse());
      start = Math.max(start, end);
    }
  }
  return line;
}

/** Brackets turned around. Text without a right-to-left letter is not turned by the font, so it is here. */
function mirrored(text: string): string {
  const characters = [...text].map(
    (character) => bidi.getMirroredCharacter(character) ?? character,
  );
  return (RIGHT_TO_LEFT.test(text) ? characters : characters.reverse()).join('');
}

/** The font of the text before, if it has the character, so that words stay whole; otherwise the first that has it. */
function fontFor(grapheme: string, fonts: Font[], before: Font | null): Font | null {
  const points = [...grapheme.replace(JOINERS, '')].map((each) => each.codePointAt(0) as number);
  const has = (font: Font) => points.every((point) => font.has(point));
  const isCommon = points.every((point) => point < DIGIT_ZERO);
  if (before && isCommon && has(before)) return before;
  return fonts.find(has) ?? null;
}
