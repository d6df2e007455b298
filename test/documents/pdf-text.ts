import { inflateSync } from 'node:zlib';

/**
 * The words on the pages of a PDF as this product writes them (fonts with a map to Unicode, compressed streams), in the
 * order in which they were drawn, with a space between pieces.
 */
export function textOf(bytes: Uint8Array): string {
  const objects = objectsIn(bytes);
  const fonts = new Map<string, string[]>();
  for (const { head } of objects.values()) {
    for (const [, name, id] of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const map = objects.get(id as string)?.head.match(/\/ToUnicode (\d+) 0 R/)?.[1];
      if (map) fonts.set(name as string, charactersIn(objects.get(map)?.stream ?? ''));
    }
  }
  const pages = [...objects.values()].filter(({ stream }) => / Tf\n/.test(stream));
  return pages.map(({ stream }) => wordsOn(stream, fonts)).join(' ');
}

interface PdfObject {
  head: string;
  /** Uncompressed. */
  stream: string;
}

function objectsIn(bytes: Uint8Array): Map<string, PdfObject> {
  const file = Buffer.from(bytes).toString('latin1');
  const objects = new Map<string, PdfObject>();
  for (const [, id, body] of file.matchAll(/\n(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [head = '', rest] = (body as string).split(/\nstream\n/, 2);
    const data = rest?.replace(/\nendstream$/, '') ?? '';
    const isText = data && head.includes('/FlateDecode') && !head.includes('/Length1');
    objects.set(id as string, { head, stream: isText ? inflated(data) : '' });
  }
  return objects;
}

function inflated(data: string): string {
  return inflateSync(Buffer.from(data, 'latin1')).toString('latin1');
}

/** The text of each glyph of a font. */
function charactersIn(map: string): string[] {
  const ranges = [...map.matchAll(/<[0-9a-f]+> <[0-9a-f]+> \[(.*?)\]/g)];
  return ranges.flatMap(([, entries]) =>
    [...(entries as string).matchAll(/<([0-9a-f ]*)>/g)].map(([, codes]) =>
      String.fromCharCode(...(codes as string).split(' ').map((code) => Number.parseInt(code, 16))),
    ),
  );
}

function wordsOn(stream: string, fonts: Map<string, string[]>): string {
  const words: string[] = [];
  let font: string[] = [];
  for (const [, name, glyphs] of stream.matchAll(/\/(F\d+) [\d.]+ Tf|\[(.*?)\] TJ/g)) {
    if (name) font = fonts.get(name) ?? [];
    const codes = [...(glyphs ?? '').matchAll(/<([0-9a-f]+)>/g)].map(([, hex]) => hex).join('');
    const text = (codes.match(/.{4}/g) ?? []).map((code) => font[Number.parseInt(code, 16)]);
    if (glyphs) words.push(text.join(''));
  }
  return words.join(' ').replace(/\s+/g, ' ');
}
