import { Ctx, Resolver } from 'type-graphql';
import type { Context } from '../../domain/common/context.js';
import { mailedTokenBound, portalCodeBound } from '../../domain/common/text.js';
import { visitorOnly } from '../../visibility/audience.js';
import { ArgFor } from '../../visibility/declare/arguments.js';
import { MutationFor } from '../../visibility/declare/operations.js';
import { openByCode } from './open-by-code.js';
import { queueNewLink } from './send-new-link.js';

/** Operations of a client whose link does not open. */
@Resolver()
export class DeadLinksResolver {
  @MutationFor(
    visitorOnly,
    'Token of the portal link with the short code that its mail shows. NOT_FOUND for every code that opens nothing.',
    () => String,
    { withoutKey: 'SIGN_IN' },
  )
  openPortalLink(
    @ArgFor(visitorOnly, 'code', 'Short code of the mail, as typed.', () => String, {
      bound: portalCodeBound,
    })
    code: string,
    @Ctx() context: Context,
  ): Promise<string> {
    return openByCode(context, code);
  }

  @MutationFor(
    visitorOnly,
    'Mails a new portal link to the address on file, if the given one has expired; at most one a day. The answer is always true.',
    () => Boolean,
    { withoutKey: 'MAILED_LINK' },
  )
  async requestPortalLink(
    @ArgFor(visitorOnly, 'token', 'Token of the link that does not open.', () => String, {
      bound: mailedTokenBound,
    })
    token: string,
    @Ctx() { change, limits, address }: Context,
  ): Promise<boolean> {
    await limits.deadLinks.addRequest(address);
    await change(async (unit) => {
      await queueNewLink(unit, token);
      return {};
    });
    return true;
  }
}
