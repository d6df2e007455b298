import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import { withFieldsAtOnce } from '../publish/auto-published-fields.js';
import { type ClientView, keyOf } from '../state/client-view.js';
import type { ChangeState } from '../state/share-state.js';
import { type WrittenFields, withWrittenFields } from '../state/written-fields.js';
import { pageNoun } from './own-page-kind.js';
import { type PageToPublish, publishPage } from './publish-page.js';

/** A page that was published before, with its row as it is now. */
interface PublishedPage extends PageToPublish {
  page: NonNullable<PageToPublish['page']>;
  content: ClientView;
  refusal: string | null;
}

/**
 * Publishes what has changed on the page of a quote or invoice, without a review: its sending was the review, and the
 * client must not be asked for what it has paid or answered. Returns the newest publication.
 */
export function updatePage(unit: Unit, published: PublishedPage, written: WrittenFields) {
  const isClient = unit.actor?.kind === 'CLIENT';
  const view = viewAfter(published, written, isClient);
  return publishPage(unit, published, view, isClient ? 'CLIENT_ACTED' : 'PUBLISHED_AT_ONCE');
}

/** Updates the pages of the quotes and invoices of a job that is not shared. Returns whether it published any. */
export function updatePagesOfJob(unit: Unit, state: ChangeState, written: WrittenFields): boolean {
  const { businessId, candidates, client, ownPages } = state;
  if (!client || ownPages.length === 0) return false;
  const updated = ownPages.map((page) => {
    const key = keyOf(page.kind, page.id);
    const candidate = candidates.find((each) => each.key === key);
    if (!candidate) return page;
    const { refusal } = candidate;
    const content = candidate.content as ClientView;
    const published = { ...page, businessId, clientId: client.id, page, content, refusal };
    return updatePage(unit, published, written);
  });
  if (updated.every((page, at) => page === ownPages[at])) return false;
  state.ownPages = updated;
  return true;
}

/**
 * A void invoice is withdrawn until it is sent again. A quote that is a draft again stays as it was sent; a new version
 * of it that is no draft was accepted in person.
 */
function viewAfter(
  { kind, id, page, content, refusal }: PublishedPage,
  written: WrittenFields,
  isClient: boolean,
): ClientView | null {
  const { autoPublish, ownPage } = pageNoun(kind);
  if (!page.view) return null;
  if (refusal !== null) return autoPublish ? null : page.view;
  if (ownPage?.publishes === 'FIELDS_AT_ONCE') return withFieldsAtOnce(kind, page.view, content);
  if (!isClient && page.view.version !== content.version) return content;
  return withWrittenFields(keyOf(kind, id), page.view, content, written);
}
