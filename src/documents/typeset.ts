import { writeClosing, writeFooters } from './page/closing.js';
import { writeOpening } from './page/opening.js';
import { Sheet } from './page/sheet.js';
import { writeTable } from './page/table.js';
import type { PrintedDocument } from './printed-document.js';

/** A document as the bytes of a PDF. Takes CPU time; the server has it done in a thread (`renderer.ts`). */
export function typeset(document: PrintedDocument): Promise<Uint8Array> {
  const sheet = new Sheet(document);
  writeOpening(sheet, document);
  if (document.groups.length > 0) writeTable(sheet, document);
  writeClosing(sheet, document);
  writeFooters(sheet, document);
  return sheet.end();
}
