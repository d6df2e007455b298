import readExif from 'exif-reader';

/** What a camera says of when it took a picture. Without an offset its time is that of the place where it was. */
export interface TimeTaken {
  /** Such as 2026-03-31T09:30:00. */
  local: string;
  /** Such as +10:00. */
  offset: string | null;
}

const OFFSET = /^[+-](?:0\d|1[0-4]):[0-5]\d$/;
const EARLIEST_YEAR = 1990;
const LATEST_YEAR = 2200;

/** Reads the time from the metadata of a picture; null if it has none, or one that makes no sense. */
export function timeTaken(exif: Buffer | undefined): TimeTaken | null {
  if (!exif) return null;
  const { Photo, Image } = tagsOf(exif);
  const time: unknown = Photo?.DateTimeOriginal ?? Photo?.DateTimeDigitized ?? Image?.DateTime;
  if (!(time instanceof Date) || Number.isNaN(time.getTime())) return null;
  const year = time.getUTCFullYear();
  if (year < EARLIEST_YEAR || year > LATEST_YEAR) return null;
  const offset: unknown = Photo?.OffsetTimeOriginal ?? Photo?.OffsetTime;
  const isKnown = typeof offset === 'string' && OFFSET.test(offset);
  return { local: time.toISOString().slice(0, 19), offset: isKnown ? offset : null };
}

/** A picture with damaged metadata is still a picture: it has no time. */
function tagsOf(exif: Buffer): ReturnType<typeof readExif> | Record<'Photo' | 'Image', undefined> {
  try {
    return readExif(exif);
  } catch {
    return { Photo: undefined, Image: undefined };
  }
}
