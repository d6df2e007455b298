/** A table, by the number that is part of its ids. */
const KINDS = [
  'businesses',
  'number_series',
  'staff_members',
  'staff_sessions',
  'clients',
  'jobs',
  'visits',
  'assignments',
  'notes',
  'todos',
  'photos',
  'materials',
  'quotes',
  'quote_lines',
  'invoices',
  'invoice_lines',
  'payments',
  'messages',
  'publications',
  'share_prompts',
  'portal_links',
] as const;
export type Kind = (typeof KINDS)[number];

/** 1 January 2025, in milliseconds. */
const BEGINNING = 1_735_689_600_000;

/**
 * Id of the n-th row of a table as an SQL expression: shaped like UUID version 7, so that it grows with n as the
 * product's ids grow with time, and the same in every seed.
 */
export function idSql(kind: Kind, n: string): string {
  return `(lpad(to_hex(${BEGINNING} + (${n})), 12, '0') || '${tag(kind)}8000' || lpad(to_hex(${n}), 12, '0'))::uuid`;
}

/** The same, computed in JavaScript. */
export function idOf(kind: Kind, n: number): string {
  const hex = (value: number) => value.toString(16).padStart(12, '0');
  const digits = `${hex(BEGINNING + n)}${tag(kind)}8000${hex(n)}`;
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    digits.slice(12, 16),
    digits.slice(16, 20),
    digits.slice(20),
  ].join('-');
}

function tag(kind: Kind): string {
  return `7${KINDS.indexOf(kind).toString(16).padStart(3, '0')}`;
}
