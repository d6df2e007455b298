import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { changeInOneUnit, type Unit } from '../../../database/unit-of-work/unit-of-work.js';
import { queueEmail } from '../../../email/outbox/outbox.js';
import { may, rolesWith } from '../../../visibility/capabilities.js';
import { SIGNS_IN, StaffMember, type StaffRole } from '../../staff/staff-member.entity.js';
import { cancelWaiting } from '../sending/statements.js';
import { WEBHOOK_DISABLED } from './disabled-mail.js';
import type { WebhookDisabledReason } from './endpoint-status.js';
import { WebhookEndpoint } from './webhook-endpoint.entity.js';

/** Switches an endpoint off without anybody of the staff, and tells its registrar by mail, or the owners. */
export async function disableEndpoint(
  { em, clock }: { em: EntityManager; clock: () => Date },
  id: string,
  reason: Exclude<WebhookDisabledReason, 'BY_STAFF'>,
): Promise<void> {
  await changeInOneUnit(em, null, clock, async (unit) => {
    const endpoint = await unit.em.findOne(
      WebhookEndpoint,
      { id, status: 'ENABLED' },
      { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
    );
    if (!endpoint) return;
    endpoint.disable(reason, unit.now);
    await cancelWaiting(unit, id);
    const { businessId } = endpoint;
    for (const { id: staffId, email } of await recipientsOf(unit, endpoint))
      await queueEmail(unit.em, {
        businessId,
        kind: WEBHOOK_DISABLED,
        recipient: email,
        data: { endpointId: id, staffId, reason },
        now: unit.now,
      });
  });
}

async function recipientsOf(
  { em }: Unit,
  { businessId, registeredBy }: WebhookEndpoint,
): Promise<StaffMember[]> {
  const registrar = await em.findOne(StaffMember, { id: registeredBy.id, businessId, ...SIGNS_IN });
  if (registrar && may(registrar.role, 'SWITCH_PORTAL')) return [registrar];
  const owners = rolesWith('MANAGE_SECURITY') as StaffRole[];
  return em.find(StaffMember, { businessId, role: { $in: owners }, ...SIGNS_IN });
}
