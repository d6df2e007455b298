import { cursorId, pageOfList } from '../../database/pages.js';
import { type ChildPageRequest, MAX_AT_HAND, type Page } from '../../database/reader.js';
import type { OpenPortal, PortalMessage } from '../portal-pass.js';

/** Rows that are read past the page: one tells whether there is a next page, the most that a page has is 100. */
const MAX_OLDER = 101;

/** A page of a client's thread, newest first. The newest messages are at hand; older ones are read when a page reaches them. */
export async function pageOfMessages(
  { messages, messagesBefore }: OpenPortal,
  request: ChildPageRequest,
): Promise<Page<PortalMessage>> {
  const atHand = messages ?? [];
  const page = pageOfList('Message', atHand, request);
  if (page.pageInfo.hasNextPage || atHand.length < MAX_AT_HAND) return page;
  const oldest = page.nodes.at(-1)?.id ?? cursorId('Message', request) ?? atHand[0]?.id;
  const older = oldest ? await messagesBefore(oldest, MAX_OLDER) : [];
  return pageOfList('Message', [...page.nodes, ...older], request);
}
