import LineBreaker from 'linebreak';
import type { Weight } from './fonts.js';
import { widthOf } from './measure.js';
import {
  cleaned,
  type Piece,
  type PreparedText,
  piecesBetween,
  prepare,
  visualPieces,
} from './pieces.js';

/** A line to draw: its pieces from left to right, and their width in points. */
export interface Line {
  pieces: Piece[];
  width: number;
  isRightToLeft: boolean;
}

export interface TextStyle {
  size: number;
  weight: Weight;
}

/** Average width of a character, marks included, below which no text comes, in em. */
const MIN_CHARACTER_EM = 0.12;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The lines of a text at a width in points. Breaks where Unicode allows it, and inside words that are too long. */
export function linesOf(text: string, style: TextStyle, width: number): Line[] {
  return text
    .split(/\r\n|[\r\n\u2028\u2029]/)
    .map((paragraph) => prepare(cleaned(paragraph), style.weight))
    .flatMap((prepared) => breakUp(prepared, style.size, width));
}

function breakUp(prepared: PreparedText, size: number, width: number): Line[] {
  const lines: Line[] = [];
  let start = 0;
  let end = 0;
  const finish = (to: number) => {
    lines.push(lineOf(prepared, size, start, to));
    start = to;
  };
  for (const position of breaksOf(prepared.text)) {
    if (end > start && isWider(prepared, size, { from: start, to: position, width })) finish(end);
    end = position;
    for (const cut of cuts(prepared, size, { from: start, to: end, width })) finish(cut);
  }
  if (start < end || lines.length === 0) finish(prepared.text.length);
  return lines;
}

function breaksOf(text: string): number[] {
  const breaker = new LineBreaker(text);
  const positions: number[] = [];
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak())
    positions.push(next.position);
  return positions;
}

interface Part {
  from: number;
  to: number;
  /** Of the line, in points. */
  width: number;
}

/** Whether a part of the text is wider than a line. A long one is for sure, and shaping it whole would take seconds. */
function isWider(prepared: PreparedText, size: number, { from, to, width }: Part): boolean {
  const isLong = (to - from) * size * MIN_CHARACTER_EM > width;
  return isLong || widthBetween(prepared, size, from, to) > width;
}

/** Where a single word must be cut to fit the width. */
function cuts(prepared: PreparedText, size: number, part: Part): number[] {
  const { from, to, width } = part;
  if (!isWider(prepared, size, part)) return [];
  const found: number[] = [];
  let used = 0;
  for (const { segment, index } of graphemes.segment(prepared.text.slice(from, to).trimEnd())) {
    const own = widthBetween(prepared, size, from + index, from + index + segment.length);
    if (used > 0 && used + own > width) {
      found.push(from + index);
      used = 0;
    }
    used += own;
  }
  return found;
}

/** Width of a part of the text, without spaces at its end. */
function widthBetween(prepared: PreparedText, size: number, from: number, to: number): number {
  const end = from + prepared.text.slice(from, to).trimEnd().length;
  let width = 0;
  for (const { font, start, text } of piecesBetween(prepared, from, end)) {
    const part = text.slice(Math.max(0, from - start), Math.max(0, end - start));
    if (part) for (const word of part.split(/(?<= )/)) width += widthOf({ font, text: word }, size);
  }
  return width;
}

function lineOf(prepared: PreparedText, size: number, from: number, to: number): Line {
  const end = from + prepared.text.slice(from, to).trimEnd().length;
  return {
    pieces: visualPieces(prepared, from, end),
    width: widthBetween(prepared, size, from, end),
    isRightToLeft: prepared.isRightToLeft,
  };
}
