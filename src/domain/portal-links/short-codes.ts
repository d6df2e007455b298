import { CompiledQuery } from 'kysely';
import type { AnyTables } from '../../database/sql/any-tables.js';
import { hashOfToken, portalCode } from '../../database/tokens.js';
import { buttonsOf, type EmailTemplate } from '../../email/templates/email-template.js';

interface Server {
  publicUrl: string;
  secret: string;
}

/**
 * Adds its short code to each portal link of a mail, whatever the kind of the mail. A link without a stored code gets
 * none: it was made by an earlier version.
 */
export async function withShortCodes(
  db: AnyTables,
  template: EmailTemplate,
  { publicUrl, secret }: Server,
): Promise<EmailTemplate> {
  const hashes = new Map<string, string>();
  for (const { url } of buttonsOf(template)) {
    const [, token] = LINK.exec(url) ?? [];
    if (token) hashes.set(url, hashOfToken(token));
  }
  if (hashes.size === 0) return template;
  const { rows } = await db.executeQuery<{ id: string; hash: string }>(
    CompiledQuery.raw(LINKS_WITH_CODE, [[...hashes.values()]]),
  );
  const codes = new Map(rows.map(({ id, hash }) => [hash, portalCode(secret, id)]));
  const withCode = <B extends { url: string }>(button: B) => {
    const code = codes.get(hashes.get(button.url) ?? '');
    return code ? { ...button, code: { address: `${publicUrl}/portal`, code } } : button;
  };
  const { button, moreButtons } = template;
  return {
    ...template,
    ...(button && { button: withCode(button) }),
    ...(moreButtons && { moreButtons: moreButtons.map(withCode) }),
  };
}

const LINK = /\/portal#(jgp_[\w-]{43})/;
const LINKS_WITH_CODE =
  'select id, token_hash as hash from portal_links where token_hash = any($1) and code_hash is not null';
