import { ConfigError } from './config-error.js';

/** Storage of photos and their maximum size. */
export interface PhotoConfig {
  maxMegabytes: number;
  /** Unset: photos are stored in `dataFolder`. */
  s3?: {
    bucket: string;
    region: string;
    endpoint?: string;
    pathStyle: boolean;
    /** Unset: the AWS SDK's default credential chain. */
    key?: { id: string; secret: string };
  };
}

type PhotoSettings = Record<
  | 'PHOTO_S3_BUCKET'
  | 'PHOTO_S3_REGION'
  | 'PHOTO_S3_ENDPOINT'
  | 'PHOTO_S3_ACCESS_KEY_ID'
  | 'PHOTO_S3_SECRET_ACCESS_KEY',
  string
> & { PHOTO_MAX_MB: number; PHOTO_S3_PATH_STYLE: boolean };

/**
 * Returns the settings of photos.
 *
 * @throws ConfigError when a bucket's settings are incomplete.
 */
export function photosOf(settings: PhotoSettings): PhotoConfig {
  const maxMegabytes = settings.PHOTO_MAX_MB;
  const id = settings.PHOTO_S3_ACCESS_KEY_ID;
  const secret = settings.PHOTO_S3_SECRET_ACCESS_KEY;
  if (!settings.PHOTO_S3_BUCKET) {
    if (id || secret || settings.PHOTO_S3_ENDPOINT)
      throw new ConfigError(
        'PHOTO_S3_BUCKET is missing; name the bucket, or take the other PHOTO_S3 settings out.',
      );
    return { maxMegabytes };
  }
  if (Boolean(id) !== Boolean(secret))
    throw new ConfigError(
      `${id ? 'PHOTO_S3_SECRET_ACCESS_KEY' : 'PHOTO_S3_ACCESS_KEY_ID'} is missing; set both halves of the key, or neither.`,
    );
  const s3 = {
    bucket: settings.PHOTO_S3_BUCKET,
    region: settings.PHOTO_S3_REGION,
    endpoint: settings.PHOTO_S3_ENDPOINT || undefined,
    pathStyle: settings.PHOTO_S3_PATH_STYLE,
    key: id ? { id, secret } : undefined,
  };
  return { maxMegabytes, s3 };
}
