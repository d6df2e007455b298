import PDFDocument from 'pdfkit';
import type { PrintedDocument } from '../printed-document.js';
import { fontsOf } from '../text/fonts.js';
import { type Line, linesOf, type TextStyle } from '../text/lines.js';
import { BOX_EM, widthOf } from '../text/measure.js';

export const INK = '#1b1f24';
export const SOFT = '#5b6570';
const RULE = '#d5dae0';

/** Distances in points. */
const MARGIN = 48;
const FOOTER = 44;
export const LEADING = 1.4;
/** From the top of a line to its baseline, in em. */
const BASELINE = 1.05;
/** A document with the longest texts has some eighty pages. */
const MAX_PAGES = 300;

export interface Placement extends TextStyle {
  colour?: string;
  align?: 'left' | 'right';
}

interface RuleStyle {
  from?: number;
  colour?: string;
  thickness?: number;
}

/** The pages of one document: a cursor that moves down, and text in the fonts that have it. */
export class Sheet {
  readonly pdf: PDFKit.PDFDocument;
  /** Distance of the cursor from the top of the page. */
  y = MARGIN;
  readonly left = MARGIN;
  readonly width: number;
  readonly #bottom: number;
  readonly #bytes: Promise<Buffer>;
  readonly #withoutFont = new Set<string>();
  #pages = 1;

  constructor({ paper, kind, title, issuer, frozenAtMs }: PrintedDocument) {
    this.pdf = new PDFDocument({
      size: paper,
      // The page numbers are written when their total is known.
      bufferPages: true,
      margin: 0,
      // No standard font is used; the fonts are embedded.
      font: '',
      lang: 'en',
      displayTitle: true,
      // The time and the identifier of the file follow from its content, so that the same content is the same file.
      info: {
        Title: `${kind}: ${title}`,
        Author: issuer.name,
        Creator: 'Jobglass',
        Producer: 'Jobglass',
        CreationDate: new Date(frozenAtMs),
      },
    } as PDFKit.PDFDocumentOptions);
    for (const weight of ['regular', 'bold'] as const)
      for (const { name, file } of fontsOf(weight)) this.pdf.registerFont(name, file as never);
    this.width = this.pdf.page.width - 2 * MARGIN;
    this.#bottom = this.pdf.page.height - MARGIN - FOOTER;
    this.#bytes = collected(this.pdf);
  }

  get right(): number {
    return this.left + this.width;
  }

  /** Characters that were drawn as boxes so far, in the order of their first use. */
  get withoutFont(): string[] {
    return [...this.#withoutFont];
  }

  /** Height that is left on this page. */
  get room(): number {
    return this.#bottom - this.y;
  }

  /** Begins a new page unless this height is left. Returns whether it did. */
  ensure(height: number): boolean {
    if (this.room >= height || this.y === MARGIN) return false;
    this.#pages += 1;
    if (this.#pages > MAX_PAGES) throw new Error('The document has too many pages.');
    this.pdf.addPage();
    this.y = MARGIN;
    return true;
  }

  /** Writes a text at a place and returns its height; it does not move the cursor and does not break pages. */
  write(text: string, x: number, y: number, width: number, placement: Placement): number {
    const lines = linesOf(text, placement, width);
    lines.forEach((line, at) => {
      this.writeLine(line, x, y + at * placement.size * LEADING, width, placement);
    });
    return lines.length * placement.size * LEADING;
  }

  /** Writes one line that ends on the right, in a smaller size if it is too wide. */
  writeFitted(text: string, x: number, y: number, width: number, placement: Placement): void {
    const natural = lineIn(text, placement);
    const size = placement.size * Math.min(1, width / Math.max(1, natural.width));
    const fitted = { ...placement, size, align: 'right' } as const;
    // On the baseline that it would have in its own size.
    this.writeLine(lineIn(text, fitted), x, y + (placement.size - size) * BASELINE, width, fitted);
  }

  /** Writes paragraphs at the cursor, over as many pages as they take. */
  flow(text: string, x: number, width: number, placement: Placement): void {
    const height = placement.size * LEADING;
    for (const line of linesOf(text, placement, width)) {
      this.ensure(height);
      this.writeLine(line, x, this.y, width, placement);
      this.y += height;
    }
  }

  writeLine(line: Line, x: number, y: number, width: number, placement: Placement): void {
    const { size, colour = INK, align = line.isRightToLeft ? 'right' : 'left' } = placement;
    let at = align === 'right' ? x + width - line.width : x;
    const baseline = y + size * BASELINE;
    for (const piece of line.pieces) {
      if (piece.font) {
        this.pdf
          .font(piece.font.name, size)
          .fillColor(colour)
          // Shaped as a whole: right-to-left words change places.
          .text(piece.text, at, baseline, {
            lineBreak: false,
            baseline: 'alphabetic',
            ...(piece.level % 2 === 1 && { features: [] }),
          });
      } else {
        this.#withoutFont.add(piece.text);
        this.#box(at, baseline, size, colour);
      }
      at += widthOf(piece, size);
    }
  }

  /** A line across the page, or from `from` to the right. */
  rule(y: number, { from = this.left, colour = RULE, thickness = 0.75 }: RuleStyle = {}): void {
    this.pdf
      .moveTo(from, y)
      .lineTo(this.right, y)
      .lineWidth(thickness)
      .strokeColor(colour)
      .stroke();
  }

  /** Runs for every page, with its number and their count. */
  onEveryPage(write: (page: number, count: number) => void): void {
    for (let page = 0; page < this.#pages; page += 1) {
      this.pdf.switchToPage(page);
      write(page + 1, this.#pages);
    }
  }

  end(): Promise<Uint8Array> {
    this.pdf.end();
    return this.#bytes;
  }

  /** A character that no font has. */
  #box(x: number, baseline: number, size: number, colour: string): void {
    this.pdf
      .rect(x + size * 0.06, baseline - size * 0.72, size * (BOX_EM - 0.12), size * 0.72)
      .lineWidth(Math.max(0.5, size * 0.06))
      .strokeColor(colour)
      .stroke();
  }
}

function lineIn(text: string, style: TextStyle): Line {
  return linesOf(text.replace(/\s+/g, ' '), style, Number.POSITIVE_INFINITY)[0] as Line;
}

function collected(pdf: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
  });
}
