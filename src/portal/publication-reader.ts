import type { Page, Reader } from '../database/reader.js';
import type { RecordClass, Row } from '../database/rows.js';
import { Business } from '../domain/business/business.entity.js';
import { Client } from '../domain/clients/client.entity.js';
import { Job } from '../domain/jobs/job.entity.js';
import { Photo } from '../domain/photos/photo.entity.js';
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
    const own: [RecordClass, string, object][] = [
      // Messages are no part of what was published; they come as they stand now.
      [Job, portal.jobId, { ...portal.view, messages: portal.messages }],
      [Business, portal.businessId, portal.business],
      [Client, portal.clientId, { id: portal.clientId, name: portal.clientName }],
      ...((portal.view.photos ?? []) as unknown as Row<Photo>[]).map(
        (photo): [RecordClass, string, object] => [Photo, photo.id, photo],
      ),
    ];
    const found = own.find(([each, ownId]) => each === record && ownId === id.toLowerCase());
    return (found?.[2] ?? null) as Row<E> | null;
  }

  async children(): Promise<never[]> {
    return [];
  }

  async page(): Promise<Page<never>> {
    return {
      nodes: [],
      edges: [],
      pageInfo: { hasNextPage: false, endCursor: null },
    };
  }

  async lookup(): Promise<null> {
    return null;
  }
}
