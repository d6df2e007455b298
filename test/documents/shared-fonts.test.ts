import type { PrintedDocument } from '../../src/documents/printed-document.js';
import { typeset } from '../../src/documents/typeset.js';

const TITLES = [
  'Fix the waffle iron',
  'Ремонт',
  'Επισκευή',
  'إصلاح الصنبور',
  'תיקון הברז',
  '蛇口の修理',
  '수도 수리',
];

const titled = (title: string): PrintedDocument => ({
  paper: 'A4',
  accent: '#0b6e69',
  frozenAtMs: Date.UTC(2026, 2, 31),
  kind: 'Quote',
  logo: null,
  issuer: { name: 'Bright Spark', details: ['1 High Street'] },
  recipient: { label: 'For', lines: ['Kim Client'] },
  facts: [{ label: 'Valid until', value: '31 March 2026' }],
  title,
  banner: null,
  columns: {
    description: 'What',
    quantity: 'Quantity',
    unitPrice: 'Price',
    tax: 'Tax',
    net: 'Net',
  },
  groups: [],
  totals: [{ label: 'Total', value: '$110.00', isStrong: true }],
  sections: [],
  footer: ['Bright Spark'],
});

async function filesOf(titles: string[]): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const title of titles) files.set(title, await typeset(titled(title)));
  return files;
}

it('a client who opens a document again gets the same file, whatever was typeset in between', async () => {
  const first = await filesOf(TITLES);
  const again = await filesOf(TITLES.toReversed());
  for (const title of TITLES) expect(again.get(title)).toEqual(first.get(title));
});
