import { type ChildPageRequest, MAX_AT_HAND, type Page } from '../../database/reader/reader.js';
import { cursorId, pageOfList } from '../../database/sql/page-of.js';
import { invalid } from '../../visibility/refusals.js';
import type { PortalMessage, PortalSession } from '../session/portal-session.js';

/** Rows of the largest page (100), and one more that shows whether there is a next page. */
const MAX_OLDER_ROWS = 101;

/** A page of a client's thread, newest first. The newest messages are in the session; older ones are read on demand. */
export async function pageOfMessages(
  { messages, messagesBefore }: PortalSession,
  request: ChildPageRequest,
): Promise<Page<PortalMessage>> {
  const loaded = messages ?? [];
  if (loaded.length >= MAX_AT_HAND && (request.last || request.before))
    throw invalid(
      request.last ? 'last' : 'before',
      'Read this long thread by `first` and `after`.',
    );
  const page = pageOfList('Message', loaded, request);
  if (page.pageInfo.hasNextPage || loaded.length < MAX_AT_HAND) return page;
  const oldest = page.nodes.at(-1)?.id ?? cursorId('Message', request) ?? loaded[0]?.id;
  const older = oldest ? await messagesBefore(oldest, MAX_OLDER_ROWS) : [];
  return pageOfList('Message', [...page.nodes, ...older], request);
}
