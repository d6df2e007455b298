import type { Lookup } from '../../database/reader/reader.js';
import { waitingFor } from '../../domain/attention/attention.resolver.js';
import type { StaffContext } from '../../domain/common/context.js';
import { may } from '../../visibility/capabilities.js';
import type { StaffPrincipal } from '../../visibility/principal.js';
import type { LiveContext } from './live-context.js';
import type { SubscriptionQueue } from './subscription-queue.js';

type StaffLiveContext = LiveContext<StaffPrincipal>;

/** In place of the ids of jobs, which do not matter here. */
const SOMETHING = 'attention';
const REST_MS = 1_000;

/** Subscribes to what waits for one person. It is compared here, so that no change of anything else is told. */
export function followAttention({
  principal,
  live,
}: StaffLiveContext): SubscriptionQueue<StaffLiveContext> {
  let known: string | undefined;
  return live.follow<StaffLiveContext>({
    principal,
    readsEverything: true,
    sendsFirst: true,
    restMs: REST_MS,
    jobId: null,
    concerns: ({ changesAttention }) => (changesAttention ? [SOMETHING] : []),
    updates: async (context) => {
      const now = await everythingWaiting(context);
      if (now === known) return [];
      known = now;
      return [{ root: {}, isNew: true }];
    },
  });
}

/** All that waits for this person, as a text to compare. */
async function everythingWaiting(context: StaffLiveContext & StaffContext): Promise<string> {
  const { audience, businessId } = context.principal;
  const items = await waitingFor(context);
  const others = await context.reader.lookup(OTHERS, businessId);
  const { enquiries, prompts, ...counts } = others ?? {};
  return JSON.stringify([
    items,
    counts,
    may(audience, 'ANSWER_ENQUIRIES') && enquiries,
    may(audience, 'SHARE') && prompts,
  ]);
}

interface Others {
  unread: number;
  owedCents: string;
  enquiries: string[];
  prompts: string[];
}

/** Besides the items: how much of each there is, and what the page shows next to them. */
const OTHERS: Lookup<Others> = {
  sql: `
    select b.id,
      (select count(*) from messages m where m.business_id = b.id and m.sender = 'CLIENT' and m.read_at is null) as unread,
      (select sum(i.owed_cents) from invoices i
        where i.business_id = b.id and i.status in ('SENT', 'PARTLY_PAID') and i.owed_cents > 0
          and i.due_on < current_date) as "owedCents",
      (select json_agg(e.id order by e.id) from enquiries e where e.business_id = b.id and e.status = 'NEW') as enquiries,
      (select json_agg(p.id || ' ' || p.revision order by p.id) from share_prompts p
        where p.business_id = b.id and p.ready and b.client_portal_enabled) as prompts
    from businesses b
    where b.id = $1 and b.id = any($2)`,
  answer: (row) => row as unknown as Others,
};
