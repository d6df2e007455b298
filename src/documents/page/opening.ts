import type { PrintedDocument } from '../printed-document.js';
import { LEADING, type Sheet, SOFT } from './sheet.js';

const LOGO = { width: 170, height: 60 };
const GAP = 18;
/** Names and addresses keep the left edge of their block in every script. */
const BLOCK = { align: 'left' } as const;

/** The top of the first page: who sends what to whom. */
export function writeOpening(sheet: Sheet, document: PrintedDocument): void {
  writeHead(sheet, document);
  writeParties(sheet, document);
  writeTitle(sheet, document);
}

function writeHead(sheet: Sheet, { accent, issuer, kind, logo }: PrintedDocument): void {
  const half = sheet.width / 2 - GAP / 2;
  const top = sheet.y;
  const kindHeight = sheet.write(kind, sheet.left + half + GAP, top, half, {
    size: 20,
    weight: 'bold',
    colour: accent,
    align: 'right',
  });
  let leftHeight = 0;
  if (logo) {
    sheet.pdf.image(Buffer.from(logo), sheet.left, top, {
      fit: [LOGO.width, LOGO.height],
      valign: 'center',
    } as PDFKit.Mixins.ImageOption);
    leftHeight = LOGO.height + 8;
  }
  leftHeight += sheet.write(issuer.name, sheet.left, top + leftHeight, half, {
    size: logo ? 11 : 15,
    weight: 'bold',
    ...BLOCK,
  });
  for (const detail of issuer.details) {
    leftHeight += sheet.write(detail, sheet.left, top + leftHeight, half, {
      size: 9,
      weight: 'regular',
      colour: SOFT,
      ...BLOCK,
    });
  }
  sheet.y = top + Math.max(kindHeight, leftHeight) + GAP;
}

function writeParties(sheet: Sheet, { facts, recipient }: PrintedDocument): void {
  sheet.rule(sheet.y);
  const top = sheet.y + 12;
  const half = sheet.width / 2 - GAP / 2;
  let left = top;
  left += sheet.write(recipient.label, sheet.left, left, half, {
    size: 8,
    weight: 'bold',
    colour: SOFT,
  });
  recipient.lines.forEach((line, at) => {
    left += sheet.write(line, sheet.left, left, half, {
      size: 10,
      weight: at === 0 ? 'bold' : 'regular',
      ...BLOCK,
    });
  });
  let right = top;
  const x = sheet.left + half + GAP;
  for (const { label, value } of facts) {
    const labelHeight = sheet.write(label, x, right, half * 0.45, {
      size: 9,
      weight: 'regular',
      colour: SOFT,
    });
    const valueHeight = sheet.write(value, x + half * 0.45, right, half * 0.55, {
      size: 9.5,
      weight: 'bold',
      align: 'right',
    });
    right += Math.max(labelHeight, valueHeight) + 2;
  }
  sheet.y = Math.max(left, right) + GAP;
}

function writeTitle(sheet: Sheet, { accent, banner, title }: PrintedDocument): void {
  sheet.flow(title, sheet.left, sheet.width, { size: 13, weight: 'bold' });
  sheet.y += 6;
  if (!banner) return;
  const style = { size: 10, weight: 'bold', colour: accent } as const;
  const top = sheet.y + 2;
  const height = sheet.write(banner, sheet.left + 12, top + 7, sheet.width - 24, style);
  sheet.pdf
    .roundedRect(sheet.left, top, sheet.width, height + 14, 4)
    .lineWidth(1)
    .strokeColor(accent)
    .stroke();
  sheet.y = top + height + 14 + style.size * LEADING;
}
