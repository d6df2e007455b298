import type { MikroORM } from '@mikro-orm/postgresql';
import { PORTAL_ROLE } from '../database/portal-role.js';
import { columnNamed, columnsOf, type RecordClass } from '../database/rows.js';
import { Business } from '../domain/business/business.entity.js';
import { Client } from '../domain/clients/client.entity.js';
import { Job } from '../domain/jobs/job.entity.js';
import { Message } from '../domain/messages/message.entity.js';
import { Publication } from '../sharing/publication.entity.js';
import type { Policy } from '../visibility/policy.js';
import { PortalLink } from './portal-link.entity.js';

/** The tables that a client's request may touch, and the columns that it needs to find its rows. */
const READS: { record: RecordClass; keys: string[]; face?: true }[] = [
  {
    record: PortalLink,
    keys: ['id', 'businessId', 'jobId', 'clientId', 'tokenHash', 'expiresAt', 'revokedAt'],
  },
  { record: Publication, keys: ['jobId', 'clientId', 'version', 'view'] },
  { record: Business, keys: ['id', 'clientPortalEnabled'], face: true },
  { record: Client, keys: ['id'], face: true },
  { record: Job, keys: ['id', 'clientId', 'clientMessagesEnabled'] },
  { record: Message, keys: ['jobId', 'clientId'], face: true },
];

/**
 * The statements that give the portal's role its columns and take every other right away. Which
 * columns of a business or client show their face follows from the visibility table.
 */
export function portalGrants(orm: MikroORM, policy: Policy): string[] {
  return [
    `revoke all on all tables in schema public from ${PORTAL_ROLE}`,
    `grant usage on schema public to ${PORTAL_ROLE}`,
    ...READS.map((read) => {
      const meta = orm.getMetadata().get(read.record);
      return `grant select (${columns(orm, policy, read).join(', ')}) on ${meta.tableName} to ${PORTAL_ROLE}`;
    }),
  ];
}

function columns(
  orm: MikroORM,
  policy: Policy,
  { record, keys, face }: (typeof READS)[number],
): string[] {
  const meta = orm.getMetadata().get(record);
  const shown = columnsOf(meta).filter(({ name }) => policy.allows('CLIENT', meta.className, name));
  return [
    ...new Set([
      ...keys.map((key) => columnNamed(meta, key)),
      ...(face ? shown : []).map(({ column }) => column),
    ]),
  ];
}
