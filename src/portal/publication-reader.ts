import type { ChildPageRequest, Page, Reader } from '../database/reader.js';
import type { RecordClass, Row } from '../database/rows.js';
import { Business } from '../domain/business/business.entity.js';
import { Client } from '../domain/clients/client.entity.js';
import { Job } from '../domain/jobs/job.entity.js';
import { Message } from '../domain/messages/message.entity.js';
import type { ClientView } from '../sharing/client-view.js';
import { allShareables } from '../sharing/shareable.js';
import type { Json } from '../visibility/projection.js';
import { pageOfMessages } from './messages/page-of-messages.js';
import type { OpenPortal } from './portal-pass.js';

/**
 * What a client reads through: one publication and the public face of its business, already in hand.
 * It holds no connection, so nothing that was not published can be reached through it.
 */
export class PublicationReader implements Reader {
  constructor(private readonly portal: OpenPortal | null) {}

  async find<E>(record: RecordClass<E>, id: string | null | undefined): Promise<Row<E> | null> {
    const { portal } = this;
    if (!portal || !id) return null;
    return (this.#own(portal, record, id.toLowerCase()) ??
      publishedItem(portal, record, id)) as Row<E> | null;
  }

  #own(portal: OpenPortal, record: RecordClass, id: string): object | null {
    if (record === Job && id === portal.jobId) {
      // Messages are no part of what was published; they come as they stand now.
      const { view, messages, version } = portal;
      return { ...view, messages, version };
    }
    if (record === Business && id === portal.businessId) return portal.business;
    return record === Client && id === portal.clientId ? { id, name: portal.clientName } : null;
  }

  async children(): Promise<never[]> {
    return [];
  }

  async page(): Promise<Page<never>> {
    return NO_PAGE;
  }

  /** Lists of a publication are at hand and need no reader; of the messages older ones may be left to read. */
  async childPage<E>(
    record: RecordClass<E>,
    _belongsTo: string,
    parentId: string,
    request: ChildPageRequest,
  ): Promise<Page<Row<E>>> {
    const { portal } = this;
    if ((record as RecordClass) !== Message || !portal?.messages || parentId !== portal.jobId)
      return NO_PAGE;
    return (await pageOfMessages(portal, request)) as never;
  }

  async lookup(): Promise<null> {
    return null;
  }
}

const NO_PAGE: Page<never> = {
  nodes: [],
  edges: [],
  pageInfo: { hasNextPage: false, endCursor: null },
};

/** One item of the publication, such as a quote that the client has just answered. */
function publishedItem({ view }: OpenPortal, record: RecordClass, id: string): Json {
  const noun = allShareables().find((each) => each.record === record);
  const items = (noun ? view[noun.field] : null) as ClientView[] | null;
  return items?.find((each) => each.id === id.toLowerCase()) ?? null;
}
