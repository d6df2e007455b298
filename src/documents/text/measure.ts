import type { Piece } from './pieces.js';

/** Width of the box for a character that no font has, in em. */
export const BOX_EM = 0.7;
/** Words of a document repeat; the cache is for one process. */
const MAX_WIDTHS = 20_000;
const widths = new Map<string, number>();

/** Width of a piece in points. */
export function widthOf({ font, text }: Pick<Piece, 'font' | 'text'>, size: number): number {
  if (!font) return BOX_EM * size;
  const key = `${font.name} ${text}`;
  let em = widths.get(key);
  if (em === undefined) {
    em = font.file.layout(text).advanceWidth / font.file.unitsPerEm;
    if (widths.size >= MAX_WIDTHS) widths.clear();
    widths.set(key, em);
  }
  return em * size;
}
