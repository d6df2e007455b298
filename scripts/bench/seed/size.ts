/** How much there is to read: everything else of the seed follows from it. */
export interface Size {
  businesses: number;
  jobsEach: number;
  /** How many times as many items the big job of each business has. */
  items: number;
}

/** What the issue asks for, so many times as many businesses. */
export function sizeOf({ scale, items }: { scale: number; items: number }): Size {
  return { businesses: 200 * scale, jobsEach: 250, items };
}

/** Every tenth job of a business is published, the first one first. */
export function isPublished(number: number): boolean {
  return number % 10 === 1;
}

/** The published job that `items` makes bigger: the last one of each business. */
export function bigNumber({ jobsEach }: Size): number {
  return 10 * Math.floor((jobsEach - 1) / 10) + 1;
}
