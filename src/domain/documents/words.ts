import type { PrintedDocument, PrintedTotal } from '../../documents/printed-document.js';
import { money } from '../money/in-words.js';
import type { TaxOfRate } from '../money/taxes.js';
import type { FrozenVersion } from './frozen.js';

/** Countries whose law wants the words "Tax invoice". */
const TAX_INVOICE_COUNTRIES = ['AU', 'NZ', 'SG', 'ZA', 'IN', 'AE', 'SA', 'BH', 'OM', 'FJ', 'PG'];
const LETTER_COUNTRIES = ['US', 'CA', 'MX', 'PH', 'CL', 'CO', 'VE'];
/** Rate in basis points that Japan wants marked on each line. */
const REDUCED_RATE_OF_JAPAN = 800;
const REDUCED_MARK = '※';

const quantities = new Intl.NumberFormat('en-AU', { maximumFractionDigits: 10 });

/** A quantity: 12.5 is "12.5" and 1000 is "1,000". */
function quantityInWords(quantity: number): string {
  return quantities.format(quantity);
}

/** A tax rate: 1000 basis points are "10 %". */
function rateInWords(taxRateBasisPoints: number): string {
  return `${Number((taxRateBasisPoints / 100).toFixed(3))} %`;
}

/** Whether it charges tax as a registered seller, so that the law of its country asks for a tax invoice. */
export function isTaxed({ seller }: FrozenVersion, taxes: TaxOfRate[]): boolean {
  return (
    seller.taxNumber !== null && taxes.some(({ taxRateBasisPoints }) => taxRateBasisPoints > 0)
  );
}

/** Whether the country of the seller has the words "Tax invoice". */
export function saysTaxInvoice({ seller }: FrozenVersion): boolean {
  return TAX_INVOICE_COUNTRIES.includes(seller.country);
}

/** The parts that are alike on every document of a version. */
export function commonParts(
  version: FrozenVersion,
): Pick<PrintedDocument, 'paper' | 'accent' | 'issuer' | 'recipient' | 'columns' | 'title'> {
  const { seller, taxName, title } = version;
  return {
    paper: LETTER_COUNTRIES.includes(seller.country) ? 'LETTER' : 'A4',
    accent: '#1d4e6b',
    issuer: { name: seller.name, details: detailsOf(version) },
    recipient: { label: 'To', lines: recipientOf(version) },
    columns: {
      description: 'Description',
      quantity: 'Quantity',
      unitPrice: 'Unit price',
      tax: taxName,
      net: 'Amount',
    },
    title,
  };
}

/** Address, contact and tax number of the seller, as the invoice laws ask for them. */
function detailsOf({ seller }: FrozenVersion): string[] {
  const { address, email, phone, taxNumber, taxNumberLabel } = seller;
  const contact = [phone, email].filter(Boolean).join(' · ');
  const number = taxNumber && `${taxNumberLabel ?? 'Tax number'} ${taxNumber}`;
  return [address, contact, number].flatMap((detail) => detail || []);
}

function recipientOf({ buyer }: FrozenVersion): string[] {
  if (!buyer) return [];
  const { address, contactName, name } = buyer;
  return [name, contactName && `Attention: ${contactName}`, address].flatMap((line) => line || []);
}

/** Totals before tax, of each tax rate, and with tax. `sign` is -1 for a credit note, whose amounts are negative. */
export function totalsInWords(
  version: FrozenVersion,
  taxes: TaxOfRate[],
  { label, sign }: { label: string; sign: 1 | -1 },
): PrintedTotal[] {
  const { currency, netCents, taxName, totalCents } = version;
  const amount = (cents: number) => amountIn(version, sign * cents);
  const isFree = taxes.every(({ taxRateBasisPoints }) => taxRateBasisPoints === 0);
  const total = { label: `${label} (${currency})`, value: amount(totalCents), isStrong: true };
  if (isFree) return [total];
  const byRate = taxes.map(({ netCents: net, taxCents, taxRateBasisPoints }) => ({
    label: `${taxName} ${rateInWords(taxRateBasisPoints)} on ${amount(net)}`,
    value: amount(taxCents),
  }));
  return [{ label: `Total before ${taxName}`, value: amount(netCents) }, ...byRate, total];
}

export function amountIn({ currency }: { currency: string }, cents: number): string {
  // Minus zero would be written with its sign.
  return money(cents || 0, { currency });
}

interface Priced {
  description: string;
  quantity: number;
  unitPriceCents: number;
  taxRateBasisPoints: number;
  netCents: number;
}

/** A priced line in words. */
export function lineInWords(version: FrozenVersion, line: Priced, sign: 1 | -1 = 1) {
  const { description, netCents, quantity, taxRateBasisPoints, unitPriceCents } = line;
  const mark = isReduced(version, line) ? ` ${REDUCED_MARK}` : '';
  return {
    description: `${description}${mark}`,
    quantity: quantityInWords(quantity),
    unitPrice: amountIn(version, sign * unitPriceCents),
    tax: rateInWords(taxRateBasisPoints),
    net: amountIn(version, sign * netCents),
  };
}

/** Explains the mark of lines with the reduced rate; nothing where there are none. */
export function reducedRateSection(version: FrozenVersion, lines: Priced[]) {
  if (!lines.some((line) => isReduced(version, line))) return [];
  return [
    {
      heading: `${REDUCED_MARK} Reduced tax rate`,
      paragraphs: ['Lines with this mark are taxed at 8 %.'],
    },
  ];
}

function isReduced({ seller }: FrozenVersion, { taxRateBasisPoints }: Priced): boolean {
  return seller.country === 'JP' && taxRateBasisPoints === REDUCED_RATE_OF_JAPAN;
}

/** The foot of every page: what it is and the digest of the version. */
export function footerOf(
  { seller, number, version, digest }: FrozenVersion,
  kind: string,
): string[] {
  return [`${seller.name} · ${kind} ${number}, version ${version}`, `SHA-256 ${digest}`];
}
