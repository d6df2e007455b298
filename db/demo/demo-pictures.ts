import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Picture, readPicture } from '../../src/domain/photos/decoding/picture.js';

type DemoPicture = Picture & { original: Buffer };

/** Pictures of the demo, drawn as SVG and processed like uploads. */
export async function demoPictures(): Promise<{ house: DemoPicture; switchboard: DemoPicture }> {
  return { house: await drawn(HOUSE), switchboard: await drawn(switchboard()) };
}

async function drawn(shapes: string): Promise<DemoPicture> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="1200" viewBox="0 0 400 300">${shapes}</svg>`;
  const { default: sharp } = await import('sharp');
  const original = await sharp(Buffer.from(svg)).jpeg().toBuffer();
  const folder = await mkdtemp(join(tmpdir(), 'jobglass-demo-'));
  try {
    const file = join(folder, 'drawing');
    await writeFile(file, original);
    return { ...(await readPicture('demo', file)), original };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const HOUSE = `
  <rect width="400" height="300" fill="#bfe3f5"/>
  <circle cx="335" cy="60" r="28" fill="#ffd35c"/>
  <rect y="220" width="400" height="80" fill="#8cc474"/>
  <rect x="110" y="130" width="180" height="110" fill="#f6e7cf"/>
  <path d="M95 135 L200 60 L305 135 Z" fill="#c8553d"/>
  <rect x="182" y="175" width="36" height="65" fill="#5f7c8a"/>
  <rect x="128" y="155" width="36" height="34" fill="#8fd0e8" stroke="#fff" stroke-width="4"/>
  <rect x="236" y="155" width="36" height="34" fill="#8fd0e8" stroke="#fff" stroke-width="4"/>
  <path d="M40 240 q-22 -50 8 -80 q30 30 8 80 Z" fill="#4f9456"/>
  <path d="M340 245 q-22 -50 8 -80 q30 30 8 80 Z" fill="#4f9456"/>`;

/** Two rows of breakers, one of them off. */
function switchboard(): string {
  const breakers = [0, 1].flatMap((row) =>
    Array.from({ length: 8 }, (_, at) => breaker(98 + at * 26, 95 + row * 80, row + at === 5)),
  );
  return `
  <rect width="400" height="300" fill="#d9c7ae"/>
  <rect x="70" y="30" width="260" height="240" rx="8" fill="#eef1f3" stroke="#9aa7b0" stroke-width="4"/>
  <rect x="88" y="46" width="224" height="24" rx="4" fill="#2f6690"/>
  ${breakers.join('')}
  <circle cx="200" cy="252" r="6" fill="#5aa469"/>`;
}

function breaker(x: number, y: number, isOff: boolean): string {
  const lever = isOff
    ? `<rect x="${x + 6}" y="${y + 30}" width="10" height="18" fill="#c8553d"/>`
    : `<rect x="${x + 6}" y="${y + 12}" width="10" height="18" fill="#3d4f5c"/>`;
  return `<rect x="${x}" y="${y}" width="22" height="58" rx="3" fill="#fff" stroke="#b8c2c9" stroke-width="2"/>${lever}`;
}
