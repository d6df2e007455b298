import { LockMode } from '@mikro-orm/postgresql';
import {
  changeInOneUnit,
  takeTurn,
  type Unit,
} from '../../../database/unit-of-work/unit-of-work.js';
import { conflict } from '../../../visibility/refusals.js';
import { Business } from '../../business/business.entity.js';
import { staffOf } from '../../jobs/lock-job.js';
import type { CardPaymentServices } from '../card-payments.js';
import { refusalCode, unreachable } from '../stripe/stripe-failures.js';
import { recordAccountState } from './record-account.js';
import { StripeAccount } from './stripe-account.entity.js';

export interface AccountToCreate {
  id: string;
  attempt: number;
  country: string;
  email: string | null;
  accountId: string | null;
}

/** Reserves the account of the actor's business, so that it is created once. */
export async function reserveAccount(unit: Unit): Promise<AccountToCreate> {
  const { businessId } = staffOf(unit);
  takeTurn(unit, 'business', businessId);
  const business = await unit.em.findOneOrFail(Business, businessId, {
    lockMode: LockMode.PESSIMISTIC_WRITE,
    refresh: true,
  });
  const account =
    (await unit.em.findOne(StripeAccount, businessId as never)) ??
    unit.em.create(StripeAccount, { businessId, reservedAt: unit.now }, { partial: true });
  const { id, country, email } = business;
  return { id, country, email, attempt: account.attempt, accountId: account.accountId };
}

/** Creates the account at Stripe if there is none, and returns the address at which the business completes it. */
export async function openOnboarding(
  services: CardPaymentServices,
  reserved: AccountToCreate,
): Promise<string> {
  const { em, clock, stripe } = services;
  return fromStripe(async () => {
    if (reserved.accountId) return stripe.accountLink(reserved.accountId);
    const created = await stripe.createAccount(reserved);
    // Of two calls at once the first one's account is kept.
    const { result: kept } = await changeInOneUnit(em, null, clock, async (unit) => {
      const account = await unit.em.findOneOrFail(StripeAccount, reserved.id as never, {
        lockMode: LockMode.PESSIMISTIC_WRITE,
      });
      account.accountId ??= created;
      return account.accountId;
    });
    return stripe.accountLink(kept);
  });
}

/** Asks Stripe for the state of the account and records it. */
export async function refreshAccount(
  { em, clock, stripe }: CardPaymentServices,
  businessId: string,
): Promise<void> {
  const account = await em.fork().findOne(StripeAccount, businessId as never);
  const accountId = account?.accountId;
  if (!accountId) return;
  // Compared with the times of events, which are those of Stripe.
  const askedAt = Math.floor(Date.now() / 1000);
  const state = await fromStripe(() => stripe.accountState(accountId));
  await changeInOneUnit(em, null, clock, (unit) =>
    recordAccountState(unit, accountId, state, askedAt),
  );
}

async function fromStripe<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (!refusalCode(error)) throw unreachable(error);
    const sentence =
      'Stripe refused this; check country and email address of the business, then try again.';
    throw Object.assign(conflict(sentence), { cause: error });
  }
}
