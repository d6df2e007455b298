import type { Line } from '../quotes/line-editor';

interface KnownLine {
  id: string;
  taxRateBasisPoints: number | null;
}

/** Inputs of the lines with a description. A line that was there before keeps its tax rate, which no form shows. */
export function lineInputs(lines: Line[], before: KnownLine[] = []) {
  return lines
    .filter(({ description }) => description.trim())
    .map(({ id, description, quantity, unitPriceCents }) => ({
      description,
      quantity,
      unitPriceCents,
      taxRateBasisPoints: before.find((line) => line.id === id)?.taxRateBasisPoints ?? null,
    }));
}
