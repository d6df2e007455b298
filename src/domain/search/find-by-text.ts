import type { Reader } from '../../database/reader/reader.js';
import type { EntityClass, Row } from '../../database/sql/rows.js';

export interface SearchChoice {
  text: string;
  /** Maximum number of rows. */
  first: number;
}

/** Rows of a numbered kind that a search finds: the one with exactly this number first, then the newest. */
export async function findByText<E extends { id: string; number: number }>(
  reader: Reader,
  entity: EntityClass<E>,
  { text, first }: SearchChoice,
): Promise<Row<E>[]> {
  // An empty search is one that was not typed yet.
  if (!text.trim()) return [];
  const number = numberIn(text);
  const [exact, found] = await Promise.all([
    number === null ? null : reader.page(entity, { first: 1, where: [{ number }] }),
    reader.page(entity, { first, where: [{ search: text }] }),
  ]);
  const rows = [...(exact?.nodes ?? []), ...found.nodes] as (Row<E> & { id: string })[];
  const all = new Map(rows.map((row) => [row.id, row]));
  return [...all.values()].slice(0, first);
}

/** The number in "#12" or "12"; null if the text is anything else. */
function numberIn(text: string): number | null {
  const [, digits] = /^#?(\d{1,9})$/.exec(text.trim()) ?? [];
  return digits ? Number(digits) : null;
}
