/** Stored sizes of a photo. Sizes visible to clients contain no metadata. */
export const PHOTO_SIZES = ['thumbnail', 'display', 'original'] as const;
export type PhotoSize = (typeof PHOTO_SIZES)[number];

/** Maximum length of the longer side, in pixels. */
export const MAX_SIDE_PIXELS = { thumbnail: 400, display: 1600 } as const;

/** Field of a photo with the URL of a size. Its audiences apply to the bytes. */
export function urlField<S extends PhotoSize>(size: S): `${S}Url` {
  return `${size}Url`;
}

/** URL path of a size. The token is sent in the Authorization header, never in the URL. */
export function photoPath(id: string, size: PhotoSize): string {
  return `/photos/${id}/${size}`;
}
