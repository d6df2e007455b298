import { type Bound, Bounded, OutOfBound } from '../../../visibility/bounds.js';

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const MIN_LENGTH = 3;
const MAX_LENGTH = 60;
/** Text may be this many times longer before its spaces are removed. */
const MAX_GROWTH = 4;

/** Slug: small letters, digits and single hyphens between them, 3 to 60 characters. */
const slug: Bound = {
  says: `From ${MIN_LENGTH} to ${MAX_LENGTH} characters: small letters, digits and hyphens between them.`,
  read(value) {
    const raw = value as string;
    const text = raw.length > MAX_GROWTH * MAX_LENGTH ? '' : raw.trim().toLowerCase();
    if (text.length >= MIN_LENGTH && text.length <= MAX_LENGTH && SLUG.test(text)) return text;
    throw new OutOfBound(
      `Use ${MIN_LENGTH} to ${MAX_LENGTH} letters, digits and hyphens, such as bright-spark.`,
    );
  },
};

export const Slug = (): PropertyDecorator => Bounded(slug);

/** Whether a text can be a slug, of today or of an earlier version. Other text must not reach the database. */
export function isSlug(text: string): boolean {
  return /^[a-z0-9][a-z0-9-]{0,99}$/.test(text);
}
