/** What the link in a mail speaks of. */
export interface Target {
  section: TargetSection;
  /** ID of the quote or invoice; null for a section. */
  id: string | null;
}

const SECTIONS = ['quote', 'invoice', 'visits', 'messages', 'photos', 'notes'] as const;
type TargetSection = (typeof SECTIONS)[number];

/** Not anchored: mail programs leave a full stop, a bracket or a query behind a link. */
const LINK = /(jgp_[\w-]{43})(?:\/([a-z]+)(?:\/([\w-]{1,64}))?)?/;

/** Reads a fragment such as `<token>/quote/<id>`. A tail that names nothing known has no target. */
export function portalTarget(hash: string): { token: string; target: Target | null } {
  const [, token = hash.replace(/^#/, ''), section, id = null] = LINK.exec(hash) ?? [];
  const known = SECTIONS.find((each) => each === section);
  const hasId = known === 'quote' || known === 'invoice';
  if (!known || (hasId && !id)) return { token, target: null };
  return { token, target: { section: known, id: hasId ? id : null } };
}

/** ID of the element that a target is. */
export function elementIdOf({ section, id }: Target): string {
  return id ? `${section}-${id}` : sectionId(section);
}

/** ID of the element of a section of the page. */
export function sectionId(section: string): string {
  return `section-${section}`;
}
