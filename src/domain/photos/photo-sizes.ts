/** The sizes of a photo's bytes. What a client may ever get carries nothing but the picture. */
export const PHOTO_SIZES = ['thumbnail', 'display', 'original'] as const;
export type PhotoSize = (typeof PHOTO_SIZES)[number];

/** Most pixels along the longer side. */
export const MOST_PIXELS = { thumbnail: 400, display: 1600 } as const;

/** The field of a photo that says where a size is; who sees the field gets the bytes. */
export function urlField<S extends PhotoSize>(size: S): `${S}Url` {
  return `${size}Url`;
}

/** Where a size is served. No token ever stands in it: it is asked for with one in its header. */
export function photoPath(id: string, size: PhotoSize): string {
  return `/photos/${id}/${size}`;
}
