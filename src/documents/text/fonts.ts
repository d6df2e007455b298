import { createRequire } from 'node:module';
import { type Font as FontFile, openSync } from 'fontkit';

/** Weights that every family has. */
export type Weight = 'regular' | 'bold';

/** A font file with its name in the PDF. */
export interface Font {
  name: string;
  /** Read once and shared by all documents; PDFKit takes it instead of a path. */
  file: FontFile;
  /** Whether it draws this code point. */
  has(point: number): boolean;
}

const { resolve } = createRequire(import.meta.url);
/** Package and name of each family, and the characters it is used for; default: all that it has. */
const FAMILIES: [string, string, RegExp?][] = [
  // Latin, Greek, Cyrillic; then the scripts that it lacks. The first that has a character draws it.
  ['noto-sans', 'NotoSans'],
  ['noto-sans-arabic', 'NotoSansArabic'],
  ['noto-sans-hebrew', 'NotoSansHebrew'],
  // Kana and kanji.
  ['biz-udpgothic', 'BIZUDPGothic'],
  // Nothing else of it: fontkit cannot read its space.
  ['nanum-gothic', 'NanumGothic', /^\p{Script=Hangul}$/u],
];
const FOLDERS = { regular: '400Regular', bold: '700Bold' } as const;

const loaded = new Map<Weight, Font[]>();

/** The fonts of a weight, in the order in which they are tried; read once. */
export function fontsOf(weight: Weight): Font[] {
  let fonts = loaded.get(weight);
  if (!fonts) {
    fonts = FAMILIES.map((family) => load(family, FOLDERS[weight]));
    loaded.set(weight, fonts);
  }
  return fonts;
}

function load([family, name, only]: (typeof FAMILIES)[number], folder: string): Font {
  const path = resolve(`@expo-google-fonts/${family}/${folder}/${name}_${folder}.ttf`);
  // Only collections (.ttc) give something other than a font.
  const file = openSync(path) as FontFile;
  const has = (point: number) =>
    file.hasGlyphForCodePoint(point) && (only?.test(String.fromCodePoint(point)) ?? true);
  return { name: `${name}-${folder}`, file, has };
}
