import { v7 } from 'uuid';
import type { Place } from './places.js';

/** Connects the business to a Stripe account, where the server has one for each business. */
export async function takesCards({ world, businessId }: Place): Promise<void> {
  await world.sql(
    `insert into stripe_accounts (business_id, account_id, charges_enabled, details_submitted, reserved_at)
     values ($1, $2, true, true, now()) on conflict do nothing`,
    [businessId, `acct_${businessId}`],
  );
  await world.sql('update businesses set card_account_ready = true where id = $1', [businessId]);
}

/** An online payment of 100 cents of an invoice, as it is after Stripe has confirmed it; returns its id. */
export async function aCardPayment(
  { world, businessId }: Place,
  invoiceId: string,
): Promise<string> {
  const [id, checkoutId] = [v7(), v7()];
  await world.sql(
    `insert into card_checkouts (id, business_id, invoice_id, client_id, attempt, amount_cents, currency, title, status,
       session_id, payment_intent_id, received_cents, reserved_at, expires_at, settled_at)
     select $1::uuid, $2, id, client_id, 1, 100, 'AUD', 'Invoice', 'PAID', 'cs_' || $1::uuid, 'pi_' || $1::uuid, 100, now(), now(), now()
     from invoices where id = $3`,
    [checkoutId, businessId, invoiceId],
  );
  await world.sql(
    `insert into payments (id, business_id, invoice_id, amount_cents, received_on, method, recorded_at, checkout_id)
     values ($1, $2, $3, 100, current_date, 'CARD_ONLINE', now(), $4)`,
    [id, businessId, invoiceId, checkoutId],
  );
  await world.sql(
    "update invoices set paid_cents = 100, owed_cents = total_cents - 100, status = 'PARTLY_PAID' where id = $1",
    [invoiceId],
  );
  return id;
}
