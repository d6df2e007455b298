import type { EmailServices } from '../../email/outbox/email-kinds.js';

/** What a mail speaks of, by the ID that the client's page has; without one the link opens the page at its top. */
export type LinkTarget =
  | { quote: string }
  | { invoice: string }
  | { section: 'visits' | 'messages' | 'photos' | 'notes' };

/**
 * URL of a portal link in a mail, such as `/portal#<token>/quote/<id>`. What follows the token is read by the page only
 * (`web/portal/page/target.ts`); a target that is not on the page is ignored.
 */
export function linkUrl(
  { publicUrl, portalToken }: Pick<EmailServices, 'publicUrl' | 'portalToken'>,
  linkId: string,
  target?: LinkTarget,
): string {
  return `${publicUrl}/portal#${portalToken(linkId)}${target ? tailOf(target) : ''}`;
}

function tailOf(target: LinkTarget): string {
  if ('section' in target) return `/${target.section}`;
  return 'quote' in target ? `/quote/${target.quote}` : `/invoice/${target.invoice}`;
}
