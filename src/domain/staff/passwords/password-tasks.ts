import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import type { TaskList } from 'graphile-worker';
import { hashOfToken } from '../../../database/tokens.js';
import { changeInOneUnit, type Unit } from '../../../database/unit-of-work/unit-of-work.js';
import { queueEmail } from '../../../email/outbox/outbox.js';
import { SIGNS_IN, StaffMember } from '../staff-member.entity.js';
import { PASSWORD_RESET } from './reset-mail.js';
import { issueStaffLink } from './staff-link.entity.js';

const TASK = 'send_password_reset';

/**
 * Queues the look-up of an address, in the running transaction. Whether anybody signs in with the address is asked by
 * the task, so the request does the same work for every address.
 */
export async function queuePasswordReset({ em }: Unit, email: string): Promise<void> {
  await em.execute('select graphile_worker.add_job(?, ?::json, job_key => ?)', [
    TASK,
    JSON.stringify({ email }),
    `${TASK}:${hashOfToken(email)}`,
  ]);
}

/** Tasks of the job queue for passwords. */
export function passwordTasks(em: EntityManager, clock: () => Date, secret: string): TaskList {
  return {
    [TASK]: async (payload) => {
      const { email } = payload as { email: string };
      await changeInOneUnit(em, null, clock, (unit) => sendReset(unit, secret, email));
    },
  };
}

async function sendReset(unit: Unit, secret: string, email: string): Promise<void> {
  const member = await unit.em.findOne(
    StaffMember,
    { email, ...SIGNS_IN },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  if (!member) return;
  const link = await issueStaffLink(unit, secret, member, { purpose: PASSWORD_RESET, email });
  await queueEmail(unit.em, {
    businessId: member.businessId,
    kind: PASSWORD_RESET,
    recipient: email,
    data: { linkOfStaffId: link.id, staffMemberId: member.id },
    jobKey: `${PASSWORD_RESET}:${member.id}`,
    now: unit.now,
  });
}
