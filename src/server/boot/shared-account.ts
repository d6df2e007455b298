import type { Config } from '../../config/config.js';
import type { Statements } from '../../database/postgres/statements.js';

/** Says so if the payments of several businesses go to one Stripe account. */
export async function warnOfSharedAccount(
  { stripe }: Config,
  db: Statements,
  say: (line: string) => void,
): Promise<void> {
  if (!stripe || stripe.connect) return;
  const [row] = await db.rows<{ count: number }>(
    'select count(*)::int as count from (select from businesses limit 2) b',
    [],
  );
  if ((row?.count ?? 0) > 1)
    say(
      'Online payments of all businesses go to the Stripe account of STRIPE_API_KEY; with several businesses set STRIPE_CONNECT=true.',
    );
}
