/** A label and its value, such as "Due" and "31 March 2026". */
export interface PrintedFact {
  label: string;
  value: string;
}

/** One priced line. All values are formatted. */
export interface PrintedLine {
  description: string;
  /** Smaller text below the description, such as "Optional, not chosen". */
  remark?: string;
  quantity: string;
  unitPrice: string;
  tax: string;
  net: string;
}

/** Lines under one heading; null for lines without a group. */
export interface PrintedGroup {
  heading: string | null;
  lines: PrintedLine[];
}

export interface PrintedTotal {
  label: string;
  value: string;
  isStrong?: boolean;
}

/** A heading with paragraphs, such as how to pay. */
interface PrintedSection {
  heading: string;
  paragraphs: string[];
}

/**
 * Everything on the pages of one document, with amounts and dates in words. The same value gives the same bytes; nothing
 * else is read, except the fonts.
 */
export interface PrintedDocument {
  paper: 'A4' | 'LETTER';
  /** Colour of headings and rules, such as `#0b6e69`. */
  accent: string;
  /** Time that the file carries as its creation, in milliseconds since 1970: when the content was frozen. */
  frozenAtMs: number;
  /** Kind in words, such as "Tax invoice". */
  kind: string;
  /** JPEG or PNG file. */
  logo: Uint8Array | null;
  issuer: { name: string; details: string[] };
  recipient: { label: string; lines: string[] };
  facts: PrintedFact[];
  title: string;
  /** Outcome in a box, such as "Paid in full". */
  banner: string | null;
  columns: Record<'description' | 'quantity' | 'unitPrice' | 'tax' | 'net', string>;
  groups: PrintedGroup[];
  totals: PrintedTotal[];
  sections: PrintedSection[];
  /** At the foot of every page, beside the page number. */
  footer: string[];
}
