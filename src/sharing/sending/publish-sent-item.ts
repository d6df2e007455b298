import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import type { Job } from '../../domain/jobs/job.entity.js';
import type { LinkSubject } from '../../domain/portal-links/issue-link.js';
import type { OwnPageKind } from '../pages/own-page-kind.js';
import { readPageState } from '../pages/page-state.js';
import { publishPage } from '../pages/publish-page.js';
import { lockPrompt } from '../prompt/lock-prompt.js';
import { offer } from '../prompt/prompt.js';
import { autoPublishNow } from '../publish/auto-publish.js';
import { publish } from '../publish/publish.js';
import { isShownUnchanged } from '../publish/shown-unchanged.js';
import type { Sharing } from '../sharing.js';
import { type ClientView, keyOf } from '../state/client-view.js';
import { type ChangeState, readChangeState } from '../state/share-state.js';

/** A quote or invoice that is sent to a client on its own. */
export interface SentItem {
  kind: OwnPageKind;
  id: string;
  businessId: string;
  client: { id: string };
  job: Job | null;
}

/**
 * Publishes an item that is sent to the client on its own, in its current state and even if an earlier review left it
 * out: the link in the email must show it. It is part of the job's page if the job is shared, and otherwise has a page
 * of its own. The portal must be on.
 *
 * @returns the subject of a link that shows it; null if no link of this client can, since the job has another client.
 */
export async function publishSentItem(
  unit: Unit,
  sharing: Sharing,
  sent: SentItem,
): Promise<LinkSubject | null> {
  const { client, job } = sent;
  if (!job?.client) return publishAlone(unit, sharing, sent);
  return job.client.id === client.id ? publishInJob(unit, sharing, sent, job.id) : null;
}

/** Of no job, or of one that has no client yet. */
async function publishAlone(
  unit: Unit,
  sharing: Sharing,
  { kind, id, businessId }: SentItem,
): Promise<LinkSubject | null> {
  // The next statement reads the tables, so pending changes must be written first.
  await unit.em.flush();
  const state = await readPageState(unit, sharing.pageLookups, kind, businessId, id);
  if (!state?.clientId || state.refusal !== null) return null;
  publishPage(unit, { ...state, clientId: state.clientId }, state.content, 'PUBLISHED_AT_ONCE');
  return subjectFor(kind, id);
}

async function publishInJob(
  unit: Unit,
  sharing: Sharing,
  sent: SentItem,
  jobId: string,
): Promise<LinkSubject | null> {
  const { businessId } = sent;
  const held = await lockPrompt(unit, businessId, jobId);
  await unit.em.flush();
  const state = await readChangeState(unit, sharing.changeStateLookup, businessId, jobId);
  if (!state) throw new Error(`Job ${jobId} is locked but was not found.`);
  held.now = offer(held.now, state.client?.id ?? null, state.offered, unit.now);
  if (!state.publication) return publishOnOwnPage(unit, state, sent);
  const key = keyOf(sent.kind, sent.id);
  if (isShownUnchanged(state, key)) return { jobId };
  const { prompt, draft } = autoPublishNow(state, held.now, [key], 'PUBLISHED_AT_ONCE');
  held.now = prompt;
  if (draft) publish(unit, sharing.project, state, draft);
  return draft?.itemKeys.includes(key) ? { jobId } : null;
}

function publishOnOwnPage(
  unit: Unit,
  { businessId, candidates, ownPages }: ChangeState,
  { kind, id, client }: SentItem,
): LinkSubject | null {
  const candidate = candidates.find(({ key }) => key === keyOf(kind, id));
  if (!candidate || candidate.refusal !== null) return null;
  const page = ownPages.find((each) => each.id === id) ?? null;
  const subject = { kind, id, businessId, clientId: client.id, page };
  publishPage(unit, subject, candidate.content as ClientView, 'PUBLISHED_AT_ONCE');
  return subjectFor(kind, id);
}

function subjectFor(kind: OwnPageKind, id: string): LinkSubject {
  return kind === 'QUOTE' ? { quoteId: id } : { invoiceId: id };
}
