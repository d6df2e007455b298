import { invalid } from '../../../visibility/refusals.js';
import type { Context } from '../../common/context.js';
import { networkOf } from '../../enquiries/public-form/sender.js';
import { hashPassword } from '../../staff/sessions/passwords.js';
import { startSession } from '../../staff/sessions/start-session.js';
import { createBusiness } from './create-business.js';
import type { SetUpBusinessInput } from './setup.inputs.js';
import type { SetupLink } from './setup-link.entity.js';
import { deadLink, usableLink, useLink } from './usable-link.js';

/**
 * Creates the business and its owner with a set-up link, and signs the owner in. Throws VALIDATION_FAILED for a link
 * that does not work, and RATE_LIMITED after many of those.
 */
export async function setUpBusiness(context: Context, input: SetUpBusinessInput) {
  const { change, address, limits } = context;
  // Of the link only what is needed: a payload's entities are read again, and a visitor reads none.
  const { link } = await change(async (unit) => ({
    link: plain(await usableLink(unit, input.setupToken)),
  }));
  if (!link) {
    await limits.setups.addWrongLink(address);
    throw deadLink();
  }
  checkOwner(link, input);
  // Hashed outside the transaction, so that no connection is held meanwhile.
  const passwordHash = await hashPassword(networkOf(address), input.password);
  return change(async (unit) => {
    checkOwner(await useLink(unit, input.setupToken), input);
    const { owner } = await createBusiness(unit, input, passwordHash);
    return startSession(unit, context, owner);
  });
}

function plain(link: SetupLink | null): Pick<SetupLink, 'email'> | null {
  return link && { email: link.email };
}

/** A link that was mailed proves its address, and no other. */
function checkOwner({ email }: Pick<SetupLink, 'email'>, { ownerEmail }: SetUpBusinessInput): void {
  if (email !== null && email !== ownerEmail)
    throw invalid('input.ownerEmail', 'Use the address that this link was mailed to.');
}
