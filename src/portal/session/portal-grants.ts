import type { MikroORM } from '@mikro-orm/postgresql';
import { PORTAL_ROLE } from '../../database/postgres/portal-role.js';
import { columnNamed, columnsOf, type EntityClass } from '../../database/sql/rows.js';
import { Business } from '../../domain/business/business.entity.js';
import { Client } from '../../domain/clients/client.entity.js';
import { DOCUMENT_READS } from '../../domain/documents/document-reads.js';
import { Invoice } from '../../domain/invoices/invoice.entity.js';
import { Job } from '../../domain/jobs/job.entity.js';
import { Message } from '../../domain/messages/message.entity.js';
import { PortalLink } from '../../domain/portal-links/portal-link.entity.js';
import { Quote } from '../../domain/quotes/quote.entity.js';
import { PagePublication } from '../../sharing/pages/page-publication.entity.js';
import { Publication } from '../../sharing/publish/publication.entity.js';
import type { Policy } from '../../visibility/policy.js';

/** Tables that a client's request reads: the columns used in conditions, and whether fields visible to clients are added. */
const READS: { entity: EntityClass; keys: string[]; withVisibleFields?: true }[] = [
  {
    entity: PortalLink,
    keys: [
      ...['id', 'businessId', 'jobId', 'quoteId', 'invoiceId', 'clientId'],
      ...['tokenHash', 'expiresAt', 'revokedAt'],
    ],
  },
  { entity: Publication, keys: ['jobId', 'clientId', 'version', 'view'] },
  { entity: PagePublication, keys: ['quoteId', 'invoiceId', 'clientId', 'version', 'view'] },
  { entity: Quote, keys: ['id', 'jobId', 'clientId'] },
  { entity: Invoice, keys: ['id', 'jobId', 'clientId', 'quoteId', 'answerId'] },
  {
    entity: Business,
    keys: ['id', 'clientPortalEnabled', 'cardPaymentsEnabled', 'cardAccountReady'],
    withVisibleFields: true,
  },
  { entity: Client, keys: ['id'], withVisibleFields: true },
  { entity: Job, keys: ['id', 'clientId', 'clientMessagesEnabled'] },
  { entity: Message, keys: ['jobId', 'clientId'], withVisibleFields: true },
  // Of documents whose address the publication has (`domain/documents/frozen.ts`).
  ...DOCUMENT_READS,
];

/**
 * SQL statements that grant the portal's database role its columns and revoke every other right. Which columns of
 * a business, client or message are visible follows from the visibility table.
 */
export function portalGrants(orm: MikroORM, policy: Policy): string[] {
  return [
    `revoke all on all tables in schema public from ${PORTAL_ROLE}`,
    `grant usage on schema public to ${PORTAL_ROLE}`,
    ...READS.map((read) => {
      const meta = orm.getMetadata().get(read.entity);
      return `grant select (${columns(orm, policy, read).join(', ')}) on ${meta.tableName} to ${PORTAL_ROLE}`;
    }),
  ];
}

function columns(
  orm: MikroORM,
  policy: Policy,
  { entity, keys, withVisibleFields }: (typeof READS)[number],
): string[] {
  const meta = orm.getMetadata().get(entity);
  const visible = columnsOf(meta).filter(({ name }) =>
    policy.allows('CLIENT', meta.className, name),
  );
  return [
    ...new Set([
      ...keys.map((key) => columnNamed(meta, key)),
      ...(withVisibleFields ? visible : []).map(({ column }) => column),
    ]),
  ];
}
