import type { ChildPageRequest, Page, ReadById, Reader } from '../../database/reader/reader.js';
import type { EntityClass, Row } from '../../database/sql/rows.js';
import { Business } from '../../domain/business/business.entity.js';
import { Client } from '../../domain/clients/client.entity.js';
import { Job } from '../../domain/jobs/job.entity.js';
import { Message } from '../../domain/messages/message.entity.js';
import { allShareables } from '../../shareable/shareable.js';
import type { ClientView } from '../../sharing/state/client-view.js';
import type { Json } from '../../visibility/projection.js';
import { pageOfMessages } from '../messages/page-of-messages.js';
import type { PortalSession } from './portal-session.js';

/**
 * Reader of a client's request: its publication and the visible fields of its business, already loaded. It has no
 * database connection, so live rows are out of reach; only older messages are read through the session.
 */
export class PublicationReader implements Reader {
  constructor(private readonly portal: PortalSession | null) {}

  async find<E>(entity: EntityClass<E>, id: string | null | undefined): Promise<Row<E> | null> {
    const { portal } = this;
    if (!portal || !id) return null;
    return (this.#own(portal, entity, id.toLowerCase()) ??
      publishedItem(portal, entity, id)) as Row<E> | null;
  }

  async findAny(entities: readonly ReadById[], id: string) {
    for (const { entity } of entities) {
      const row = (await this.find(entity, id)) as object | null;
      if (row) return { entity, row };
    }
    return null;
  }

  #own(portal: PortalSession, entity: EntityClass, id: string): object | null {
    const { job, business, client } = portalPage(portal);
    if (entity === Job && job && id === portal.jobId) return job;
    if (entity === Business && id === portal.businessId) return business;
    if (entity === Client && id === client.id) return client;
    return (entity === Message && portal.messages?.find((message) => message.id === id)) || null;
  }

  async children(): Promise<never[]> {
    return [];
  }

  async page(): Promise<Page<never>> {
    return NO_PAGE;
  }

  /** Pages of messages. Every other list is part of the publication and does not go through the reader. */
  async childPage<E>(
    entity: EntityClass<E>,
    _belongsTo: string,
    parentId: string,
    request: ChildPageRequest,
  ): Promise<Page<Row<E>>> {
    const { portal } = this;
    if ((entity as EntityClass) !== Message || !portal?.messages || parentId !== portal.jobId)
      return NO_PAGE;
    return (await pageOfMessages(portal, request)) as never;
  }

  async sums(): Promise<null> {
    return null;
  }

  async lookup(): Promise<null> {
    return null;
  }

  /** Computed fields outside of the publication are hidden from clients. */
  async computed(): Promise<null> {
    return null;
  }

  async related(): Promise<null> {
    return null;
  }
}

/** Root value of the portal page: the job, or one quote or invoice, which is null once it was withdrawn. */
export function portalPage(portal: PortalSession) {
  const { business, clientId, client, version, jobId, quoteId } = portal;
  return {
    business,
    client: { id: clientId, ...client },
    version,
    job: jobId ? jobOf(portal) : null,
    quote: !jobId && quoteId ? portal.view : null,
    invoice: jobId ? null : quoteId ? portal.invoiceView : portal.view,
  };
}

/** Messages are not part of a publication. The view was parsed for this request, so it may be modified. */
function jobOf({ view, messages }: PortalSession) {
  return Object.assign(view as ClientView, { messages }) as ClientView &
    Pick<PortalSession, 'messages'>;
}

const NO_PAGE: Page<never> = {
  nodes: [],
  edges: [],
  pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
  totalCount: 0,
};

/** Item of the page by ID, such as a quote that the client has just answered; null if not published. */
function publishedItem(portal: PortalSession, entity: EntityClass, id: string): Json {
  const { jobId, view } = portal;
  const noun = allShareables().find(({ record }) => record === entity);
  if (!noun) return null;
  const items =
    jobId && view ? (view[noun.field] as ClientView[] | null) : ownItems(portal, noun.kind);
  return items?.find((item) => item.id === id.toLowerCase()) ?? null;
}

/** Items of a kind on the own page of a quote or invoice. */
function ownItems(
  { jobId, quoteId, view, invoiceView }: PortalSession,
  kind: string,
): ClientView[] {
  if (jobId) return [];
  const isOfPage = kind === (quoteId ? 'QUOTE' : 'INVOICE');
  const shown = isOfPage ? view : kind === 'INVOICE' ? invoiceView : null;
  return shown ? [shown] : [];
}
