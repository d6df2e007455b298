import { randomBytes } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { BusinessSlug } from '../slug/business-slug.entity.js';

const MAX_LENGTH = 60;
/** As many businesses of one name are numbered; the slugs of later ones end at random. */
const MAX_NUMBER = 20;

/** URL name for a business that no other has or had: "Bright Spark & Söhne" is bright-spark-sohne, or bright-spark-sohne-2. */
export async function freeSlug(em: EntityManager, name: string): Promise<string> {
  const base = slugOf(name);
  const numbered = Array.from({ length: MAX_NUMBER - 1 }, (_, at) => `${base}-${at + 2}`);
  const wanted = [base, ...numbered];
  const found = await em.find(BusinessSlug, { slug: { $in: wanted } }, { refresh: true });
  const taken = new Set(found.map(({ slug }) => slug));
  return wanted.find((slug) => !taken.has(slug)) ?? `${base}-${randomBytes(4).toString('hex')}`;
}

/** A name without Latin letters or digits becomes "business". */
function slugOf(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const slug = plain
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MAX_LENGTH)
    .replace(/^-+|-+$/g, '');
  return slug || 'business';
}
