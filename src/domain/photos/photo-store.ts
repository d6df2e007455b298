import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';
import type { Config } from '../../config.js';
import { PHOTO_SIZES, type PhotoSize } from './photo-sizes.js';
import { MADE_TYPE, type Picture } from './picture.js';

/** Whose bytes, under which id: a photo's, or before that its upload's, which is the same id. */
export interface PhotoName {
  businessId: string;
  id: string;
}

/**
 * Where the bytes of photos are kept: a folder, or a bucket. A key follows from the business and the
 * photo's id, so nobody has to look it up, and one business's key never names another's bytes.
 */
export class PhotoStore {
  readonly #disk: Disk;

  private constructor(disk: Disk) {
    this.#disk = disk;
  }

  static async open(config: Pick<Config, 'dataFolder' | 'photos'>): Promise<PhotoStore> {
    return new PhotoStore(new Disk(await driverFor(config)));
  }

  async keep(name: PhotoName, picture: Picture): Promise<void> {
    for (const size of PHOTO_SIZES) {
      const contentType = size === 'original' ? picture.originalType : MADE_TYPE;
      const content = picture[size];
      if (typeof content === 'string')
        await this.#disk.copyFromFs(content, keyOf(name, size), { contentType });
      else await this.#disk.put(keyOf(name, size), content, { contentType });
    }
  }

  /** How many bytes there are, or null when there are none. */
  async lengthOf(name: PhotoName, size: PhotoSize): Promise<number | null> {
    try {
      return (await this.#disk.getMetaData(keyOf(name, size))).contentLength;
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  read(name: PhotoName, size: PhotoSize): Promise<Readable> {
    return this.#disk.getStream(keyOf(name, size));
  }

  /** Takes every size away; what is not there is gone already. */
  async remove(name: PhotoName): Promise<void> {
    for (const size of PHOTO_SIZES) await this.#disk.delete(keyOf(name, size));
  }
}

function keyOf({ businessId, id }: PhotoName, size: PhotoSize): string {
  return `${businessId}/${id}-${size}`;
}

async function driverFor({ dataFolder, photos: { s3 } }: Pick<Config, 'dataFolder' | 'photos'>) {
  if (!s3) return new FSDriver({ location: join(dataFolder, 'photos'), visibility: 'private' });
  // The bucket's client is large; only who keeps photos in a bucket waits for it.
  const { S3Driver } = await import('flydrive/drivers/s3');
  return new S3Driver({
    bucket: s3.bucket,
    region: s3.region,
    endpoint: s3.endpoint,
    forcePathStyle: s3.pathStyle,
    credentials: s3.key && { accessKeyId: s3.key.id, secretAccessKey: s3.key.secret },
    visibility: 'private',
    // Services like S3 differ in these; a bucket is private without being told for each object.
    supportsACL: false,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
}

function isMissing(error: unknown): boolean {
  const { code, name } = ((error as { cause?: unknown }).cause ?? {}) as {
    code?: string;
    name?: string;
  };
  return code === 'ENOENT' || name === 'NotFound' || name === 'NoSuchKey';
}
