import { CompiledQuery } from 'kysely';
import { defineEmail } from '../../../email/outbox/email-kinds.js';
import { may } from '../../../visibility/capabilities.js';
import type { StaffRole } from '../../staff/staff-member.entity.js';
import type { WebhookDisabledReason } from './endpoint-status.js';

/** Email kind: notice to staff that a webhook endpoint was switched off. */
export const WEBHOOK_DISABLED = 'WEBHOOK_DISABLED';

interface Row {
  role: StaffRole;
  url: string;
  businessName: string;
  businessEmail: string | null;
}

const SENTENCES: Record<Exclude<WebhookDisabledReason, 'BY_STAFF'>, string> = {
  REGISTRAR_LOST_ACCESS:
    'The person who registered it has left or may no longer manage webhooks. If it is still needed, switch it on: it then works for you.',
  FAILING: 'Every attempt to reach it failed for three days.',
  GONE: 'It answered that it is gone for good (410).',
  TOO_MANY_WAITING: 'It could not keep up: more than 10,000 events were waiting for it.',
};

defineEmail(WEBHOOK_DISABLED, async (db, { data }, { publicUrl }) => {
  const { endpointId, staffId, reason } = data as Record<string, string>;
  const { rows } = await db.executeQuery<Row>(CompiledQuery.raw(QUERY, [endpointId, staffId]));
  const [row] = rows;
  if (!row || !may(row.role, 'SWITCH_PORTAL'))
    return { cancel: 'The endpoint is on again or gone, or its recipient may not manage it.' };
  const { host } = new URL(row.url);
  return {
    subject: `Webhooks to ${host} were switched off`,
    fromName: row.businessName,
    replyTo: row.businessEmail ?? undefined,
    heading: `Webhooks to ${host} were switched off`,
    paragraphs: [
      SENTENCES[reason as keyof typeof SENTENCES],
      'Changes are not sent there any more. Once it is on again, the program behind it has to catch up on what it missed.',
    ],
    button: { label: 'Open the webhooks', url: `${publicUrl}/console#/settings` },
    footer: `You get this mail because you look after the settings of ${row.businessName}.`,
  };
});

const QUERY = `
  select s.role, e.url, b.name as "businessName", b.email as "businessEmail"
  from webhook_endpoints e
  join businesses b on b.id = e.business_id
  join staff_members s on s.id = $2::uuid and s.business_id = e.business_id and s.removed_at is null
  where e.id = $1::uuid and e.status = 'DISABLED'`;
