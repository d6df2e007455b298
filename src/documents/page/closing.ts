import type { PrintedDocument } from '../printed-document.js';
import { linesOf } from '../text/lines.js';
import { LEADING, type Sheet, SOFT } from './sheet.js';

const TOTALS_WIDTH = 310;
const VALUE_WIDTH = 105;
const LABEL_WIDTH = TOTALS_WIDTH - VALUE_WIDTH;
const SIZE = 9.5;
const STRONG_SIZE = 11.5;
/** Height in points up to which totals are kept on one page. */
const MAX_TOGETHER = 400;
const GAP = 16;
/** Characters without a font that are named. */
const MAX_NAMED = 20;

/** The part after the lines: totals, then sections such as how to pay, and which characters are missing. */
export function writeClosing(sheet: Sheet, document: PrintedDocument): void {
  writeTotals(sheet, document);
  for (const section of document.sections) {
    // A heading stays with two lines of its text.
    sheet.ensure(GAP + 3 * 10 * LEADING);
    sheet.y += GAP;
    const heading = { size: 10, weight: 'bold', colour: document.accent } as const;
    sheet.flow(section.heading, sheet.left, sheet.width, heading);
    for (const paragraph of section.paragraphs) {
      sheet.flow(paragraph, sheet.left, sheet.width, { size: 9, weight: 'regular' });
      sheet.y += 3;
    }
  }
  writeMissing(sheet);
}

/** Names the characters that are drawn as boxes, so that nobody takes the document for whole. Nothing if there are none. */
function writeMissing(sheet: Sheet): void {
  const points = new Set(sheet.withoutFont.flatMap((character) => [...character].map(codePoint)));
  if (points.size === 0) return;
  const more = points.size > MAX_NAMED ? ` and ${points.size - MAX_NAMED} more` : '';
  const named = [...points].slice(0, MAX_NAMED).join(', ');
  const style = { size: 8, weight: 'regular', colour: SOFT } as const;
  sheet.y += GAP;
  sheet.flow(
    `Boxes in this document are characters that it cannot show: ${named}${more}.`,
    sheet.left,
    sheet.width,
    style,
  );
}

/** A character as Unicode names it, such as "U+0E2A". */
function codePoint(character: string): string {
  const hex = (character.codePointAt(0) as number).toString(16).toUpperCase();
  return `U+${hex.padStart(4, '0')}`;
}

function writeTotals(sheet: Sheet, { accent, totals }: PrintedDocument): void {
  const rows = totals.map((total) => {
    const size = total.isStrong ? STRONG_SIZE : SIZE;
    const weight = total.isStrong ? 'bold' : 'regular';
    const lines = linesOf(total.label, { size, weight }, LABEL_WIDTH);
    return { ...total, size, weight, height: lines.length * size * LEADING + 5 } as const;
  });
  // They stay together, unless there are very many.
  sheet.ensure(
    Math.min(
      MAX_TOGETHER,
      rows.reduce((sum, { height }) => sum + height, 6),
    ),
  );
  sheet.y += 6;
  const x = sheet.right - TOTALS_WIDTH;
  for (const { height, isStrong, label, size, value, weight } of rows) {
    sheet.ensure(height);
    if (isStrong) sheet.rule(sheet.y, { from: x, colour: accent, thickness: 1 });
    const y = sheet.y + 2;
    sheet.write(label, x, y, LABEL_WIDTH, { size, weight, ...(!isStrong && { colour: SOFT }) });
    sheet.writeFitted(value, x + LABEL_WIDTH, y, VALUE_WIDTH, { size, weight });
    sheet.y += height;
  }
}

/** The foot of every page: number of the page and where the content comes from. */
export function writeFooters(sheet: Sheet, { footer }: PrintedDocument): void {
  const style = { size: 7, weight: 'regular', colour: SOFT, align: 'left' } as const;
  sheet.onEveryPage((page, count) => {
    const top = sheet.pdf.page.height - 66;
    sheet.rule(top);
    footer.forEach((line, at) => {
      sheet.write(line, sheet.left, top + 6 + at * style.size * LEADING, sheet.width - 90, style);
    });
    const number = `Page ${page} of ${count}`;
    sheet.write(number, sheet.right - 80, top + 6, 80, { ...style, align: 'right' });
  });
}
