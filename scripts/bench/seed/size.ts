/** Size of the data, from which the seed computes everything else. */
export interface Size {
  businesses: number;
  jobsEach: number;
  /** Multiple of the items on the big job of each business. */
  items: number;
}

/** The base size times this number of businesses. */
export function sizeOf({ scale, items }: { scale: number; items: number }): Size {
  return { businesses: 200 * scale, jobsEach: 250, items };
}

/** Every tenth job of a business is published, beginning with the first. */
export function isPublished(number: number): boolean {
  return number % 10 === 1;
}

/** The published job that `items` makes bigger: the last one of each business. */
export function bigNumber({ jobsEach }: Size): number {
  return 10 * Math.floor((jobsEach - 1) / 10) + 1;
}
