import type { PrintedDocument, PrintedGroup, PrintedLine } from '../printed-document.js';
import { type Line, linesOf } from '../text/lines.js';
import { INK, LEADING, type Sheet, SOFT } from './sheet.js';

const SIZE = 9.5;
const REMARK_SIZE = 8;
const PADDING = 5;
const GUTTER = 10;
/** Widths of the columns on the right, in points. */
const NUMBERS = [
  ['quantity', 50],
  ['unitPrice', 82],
  ['tax', 46],
  ['net', 88],
] as const;
const NUMBERS_WIDTH = NUMBERS.reduce((sum, [, width]) => sum + width, 0);

/** The priced lines. The head of the table is on every page, and a long description goes on to the next. */
export function writeTable(sheet: Sheet, document: PrintedDocument): void {
  writeHead(sheet, document);
  for (const group of document.groups) writeGroup(sheet, document, group);
  sheet.y += 4;
}

function writeGroup(
  sheet: Sheet,
  document: PrintedDocument,
  { heading, lines }: PrintedGroup,
): void {
  if (heading !== null) {
    // A heading stays with its first line.
    makeRoom(sheet, document, SIZE * LEADING * 2 + PADDING * 4);
    sheet.y += PADDING;
    const placement = { size: SIZE, weight: 'bold', colour: document.accent } as const;
    sheet.y += sheet.write(heading, sheet.left, sheet.y, sheet.width, placement) + PADDING;
    sheet.rule(sheet.y);
  }
  for (const line of lines) writeRow(sheet, document, line);
}

function writeHead(sheet: Sheet, { accent, columns }: PrintedDocument): void {
  const style = { size: 8, weight: 'bold', colour: SOFT } as const;
  const height = sheet.write(
    columns.description,
    sheet.left,
    sheet.y,
    descriptionWidth(sheet),
    style,
  );
  for (const [column, x, width] of places(sheet))
    sheet.writeFitted(columns[column], x, sheet.y, width, style);
  sheet.y += height + 3;
  sheet.rule(sheet.y, { colour: accent, thickness: 1.25 });
}

function writeRow(sheet: Sheet, document: PrintedDocument, line: PrintedLine): void {
  const style = { size: SIZE, weight: 'regular' } as const;
  const remarkStyle = { size: REMARK_SIZE, weight: 'regular', colour: SOFT } as const;
  const width = descriptionWidth(sheet);
  const parts = [
    ...linesOf(line.description, style, width).map((each) => ({ line: each, style })),
    ...(line.remark ? linesOf(line.remark, remarkStyle, width) : []).map((each) => ({
      line: each,
      style: remarkStyle,
    })),
  ];
  // Rows of a few lines stay on one page.
  makeRoom(sheet, document, rowHeight(parts.slice(0, 4)));
  sheet.y += PADDING;
  for (const [column, x, columnWidth] of places(sheet))
    sheet.writeFitted(line[column], x, sheet.y, columnWidth, { ...style, colour: INK });
  for (const part of parts) {
    const height = part.style.size * LEADING;
    if (makeRoom(sheet, document, height)) sheet.y += PADDING;
    sheet.writeLine(part.line, sheet.left, sheet.y, width, part.style);
    sheet.y += height;
  }
  sheet.y += PADDING;
  sheet.rule(sheet.y, { thickness: 0.5 });
}

/** Begins a page, with the head of the table, unless this height is left. Returns whether it did. */
function makeRoom(sheet: Sheet, document: PrintedDocument, height: number): boolean {
  if (!sheet.ensure(height)) return false;
  writeHead(sheet, document);
  return true;
}

function rowHeight(parts: { line: Line; style: { size: number } }[]): number {
  return parts.reduce((sum, { style }) => sum + style.size * LEADING, 2 * PADDING);
}

function descriptionWidth(sheet: Sheet): number {
  return sheet.width - NUMBERS_WIDTH - GUTTER;
}

/** Each column of numbers with its left edge and its width. */
function places(sheet: Sheet): [(typeof NUMBERS)[number][0], number, number][] {
  let x = sheet.right - NUMBERS_WIDTH;
  return NUMBERS.map(([column, width]) => {
    const place: [(typeof NUMBERS)[number][0], number, number] = [column, x + 6, width - 6];
    x += width;
    return place;
  });
}
