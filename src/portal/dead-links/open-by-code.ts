import { CompiledQuery } from 'kysely';
import { hashOfCode, portalToken, readCode } from '../../database/tokens.js';
import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import type { Context } from '../../domain/common/context.js';
import { notFound } from '../../visibility/refusals.js';
import { LINK_OF_CODE } from '../session/portal-session.js';

type Caller = Pick<Context, 'change' | 'config' | 'limits' | 'address'>;

/**
 * Returns the token of the link with a short code. Counted before it is looked up, since a code can be guessed.
 *
 * @throws NOT_FOUND if no link with this code opens, whatever the reason; RATE_LIMITED.
 */
export async function openByCode(
  { change, config, limits, address }: Caller,
  typed: string,
): Promise<string> {
  const code = readCode(typed);
  // No link has such a code, so nothing was guessed.
  if (!code) throw notFound();
  const { linkId } = await limits.deadLinks.counted(address, () =>
    change((unit) => linkOfCode(unit, hashOfCode(config.secret, code))),
  );
  return portalToken(config.secret, linkId);
}

async function linkOfCode({ em, now }: Unit, codeHash: string): Promise<{ linkId: string }> {
  const { rows } = await em
    .getKysely()
    .executeQuery<{ id: string }>(CompiledQuery.raw(LINK_OF_CODE, [codeHash, now.toISOString()]));
  const [link] = rows;
  if (!link) throw notFound();
  return { linkId: link.id };
}
