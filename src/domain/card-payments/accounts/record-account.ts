import { LockMode } from '@mikro-orm/postgresql';
import { takeTurn, type Unit } from '../../../database/unit-of-work/unit-of-work.js';
import { Business } from '../../business/business.entity.js';
import type { AccountState } from '../stripe/stripe-api.js';
import { StripeAccount } from './stripe-account.entity.js';

/**
 * Records the state of a connected account; null: the business has disconnected it. A state older than the one recorded
 * is left out. Returns whether the account is known.
 */
export async function recordAccountState(
  unit: Unit,
  accountId: string,
  state: AccountState | null,
  asOfSeconds: number,
): Promise<boolean> {
  const known = await unit.em.findOne(StripeAccount, { accountId });
  if (!known) return false;
  takeTurn(unit, 'business', known.businessId);
  const business = await unit.em.findOneOrFail(Business, known.businessId, {
    lockMode: LockMode.PESSIMISTIC_WRITE,
    refresh: true,
  });
  const account = await unit.em.refresh(known);
  const asOf = new Date(asOfSeconds * 1000);
  if (!account || (account.checkedAt && account.checkedAt > asOf)) return true;
  account.checkedAt = asOf;
  account.chargesEnabled = state?.chargesEnabled ?? false;
  account.detailsSubmitted = state?.detailsSubmitted ?? false;
  if (!state) {
    account.accountId = null;
    account.attempt += 1;
  }
  if (business.cardAccountReady !== account.chargesEnabled)
    business.cardAccountReady = account.chargesEnabled;
  return true;
}
