/** Maximum number of photos of an enquiry. */
export const MAX_ENQUIRY_PHOTOS = 5;
/** Maximum size of each as it is sent; what is kept is much smaller. */
export const MAX_ENQUIRY_PHOTO_MEGABYTES = 10;

/** Sizes of a photo of an enquiry that are served. */
export const ENQUIRY_PHOTO_SIZES = ['thumbnail', 'display'] as const;
export type EnquiryPhotoSize = (typeof ENQUIRY_PHOTO_SIZES)[number];

/** URL path of a size. The token is sent in the Authorization header, never in the URL. */
export function enquiryPhotoPath(id: string, size: EnquiryPhotoSize): string {
  return `/enquiry-photos/${id}/${size}`;
}
