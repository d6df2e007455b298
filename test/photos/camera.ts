import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** A text that must never leave with a picture. */
export const SECRETS = [
  'Exif',
  'Secret Camera',
  'ns.adobe.com/xap',
  'Secret Place',
  '-33.8',
  'ICC_PROFILE',
];

/** A landscape taken by a camera held upright: red on the left as stored, so red on top as seen. */
export function cameraPicture(): Promise<Buffer> {
  return halves()
    .jpeg()
    .withIccProfile('p3')
    .withExif({
      IFD0: { Make: 'Secret Camera', Orientation: '6' },
      IFD3: {
        GPSLatitudeRef: 'S',
        GPSLatitude: '33/1 52/1 10/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '151/1 12/1 30/1',
      },
    })
    .withXmp(XMP)
    .withMetadata({ orientation: 6 })
    .toBuffer();
}

/** A plain picture in one of the formats that are taken. */
export function plainPicture(format: 'jpeg' | 'png' | 'webp' = 'jpeg'): Promise<Buffer> {
  return halves().toFormat(format).toBuffer();
}

/** A small file that unfolds into more pixels than anybody's camera has: 400 million, all black. */
export function bomb(): Buffer {
  const side = 20_000;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header[8] = 1;
  const rows = deflateSync(Buffer.alloc(side * (1 + side / 8)), { level: 9 });
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const around = Buffer.alloc(8);
  around.writeUInt32BE(data.length, 0);
  around.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([around.subarray(0, 4), body, around.subarray(4)]);
}

function halves() {
  const create = { width: 2400, height: 1200, channels: 3, background: 'blue' } as const;
  const red = { create: { ...create, width: 1200, background: 'red' } };
  return sharp({ create }).composite([{ input: red, left: 0, top: 0 }]);
}

const XMP = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="-33.8" xmlns:dc="http://purl.org/dc/elements/1.1/" dc:source="Secret Place"/>
</rdf:RDF></x:xmpmeta>`;
