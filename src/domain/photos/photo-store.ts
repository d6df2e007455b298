import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';
import type { Config } from '../../config/config.js';
import { MADE_TYPE, type Picture } from './decoding/picture.js';
import { PHOTO_SIZES, type PhotoSize } from './photo-sizes.js';

/** Identifies stored bytes: the ID of a photo, which is also the ID of its upload. */
export interface PhotoName {
  businessId: string;
  id: string;
}

/**
 * Storage of the bytes of photos: a folder or an S3 bucket. Keys are computed from the IDs of the business and the
 * photo, so no lookup is needed and businesses cannot share a key.
 */
export class PhotoStore {
  readonly #disk: Disk;

  private constructor(disk: Disk) {
    this.#disk = disk;
  }

  static async open(config: Pick<Config, 'dataFolder' | 'photos'>): Promise<PhotoStore> {
    return new PhotoStore(new Disk(await driverFor(config)));
  }

  /** Stores every size of a picture. */
  async keep(name: PhotoName, picture: Picture): Promise<void> {
    for (const size of PHOTO_SIZES) {
      const contentType = size === 'original' ? picture.originalType : MADE_TYPE;
      const content = picture[size];
      if (typeof content === 'string')
        await this.#disk.copyFromFs(content, keyOf(name, size), { contentType });
      else await this.#disk.put(keyOf(name, size), content, { contentType });
    }
  }

  /** Number of bytes of a size; null when it is not stored. */
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

  /** Removes every size; missing ones are ignored. */
  async remove(name: PhotoName): Promise<void> {
    for (const size of PHOTO_SIZES) await this.#disk.delete(keyOf(name, size));
  }
}

function keyOf({ businessId, id }: PhotoName, size: PhotoSize): string {
  return `${businessId}/${id}-${size}`;
}

async function driverFor({ dataFolder, photos: { s3 } }: Pick<Config, 'dataFolder' | 'photos'>) {
  if (!s3) return new FSDriver({ location: join(dataFolder, 'photos'), visibility: 'private' });
  // Imported on demand: the S3 client is large.
  const { S3Driver } = await import('flydrive/drivers/s3');
  return new S3Driver({
    bucket: s3.bucket,
    region: s3.region,
    endpoint: s3.endpoint,
    forcePathStyle: s3.pathStyle,
    credentials: s3.key && { accessKeyId: s3.key.id, secretAccessKey: s3.key.secret },
    visibility: 'private',
    // S3-compatible services differ in these; a bucket is private without an ACL for each object.
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
