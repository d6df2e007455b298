import { isSameContent } from '../../shareable/shareable.js';
import type { OwnPageKind } from '../pages/own-page-kind.js';
import type { PageState } from '../pages/page-state.js';
import { promptStatus } from '../prompt/prompt-status.js';
import type { SharingContext } from '../sharing-context.js';
import { broken, type Check, ok } from './check.js';
import { clientChecks, type DeliveryInput } from './client-checks.js';
import { resultOf } from './client-visibility.js';
import { pageDelivery } from './delivery.js';
import type { ClientVisibility } from './visibility-step.js';

interface DocumentDiagnosis extends DeliveryInput {
  state: PageState;
}

/** Result for a quote or invoice, and the job that shows it instead of a page of its own once that is shared. */
interface DocumentVisibility {
  jobId: string | null;
  isJobShared: boolean;
  /** Whether it has a page of its own. */
  hasPage: boolean;
  result: ClientVisibility;
}

/** Whether the client of a quote or invoice can see it on a page of its own, and why. Null if there is none with this ID. */
export async function documentVisibility(
  { reader, sharing, principal, now }: SharingContext,
  { kind, id }: { kind: OwnPageKind; id: string },
): Promise<DocumentVisibility | null> {
  const [state, delivery] = await Promise.all([
    reader.lookup(sharing.pageLookups[kind], id),
    reader.lookup(pageDelivery[kind], id),
  ]);
  if (!state || !delivery) return null;
  const { isJobShared, jobId, page } = state;
  const job = jobId ? await reader.lookup(sharing.stateLookup, jobId) : null;
  const sharePromptStatus = job ? promptStatus(job, principal.audience) : 'NOTHING_TO_SHARE';
  return {
    jobId,
    isJobShared,
    hasPage: page !== null,
    result: { ...resultOf(CHECKS, { state, delivery, now }), sharePromptStatus },
  };
}

const PAGE_CHECKS: Check<DocumentDiagnosis>[] = [
  {
    step: 'PORTAL_ON',
    blocksView: true,
    check: ({ state }) =>
      state.portalEnabled
        ? ok('The Client Portal is on.')
        : broken(
            'The Client Portal is off, so no client sees anything.',
            'Switch it on in Business Settings → Site; links that were not cut off work again.',
          ),
  },
  {
    step: 'CLIENT_ATTACHED',
    blocksView: true,
    check: ({ state: { clientId, jobClientId } }) => {
      if (!clientId && !jobClientId) return broken('It has no client.', 'Choose a client.');
      if (clientId && jobClientId && clientId !== jobClientId)
        return broken(
          'It was made for another client than its job has now.',
          'Make a new one for the client of the job.',
        );
      return ok('It has a client.');
    },
  },
  {
    step: 'CLIENT_EMAIL',
    check: ({ state }) =>
      state.clientEmail
        ? ok(`Mails go to ${state.clientEmail}.`)
        : broken(
            'The client has no email address, so no link can be sent.',
            "Add the client's email address, then send it.",
          ),
  },
  {
    step: 'SHARED',
    blocksView: true,
    check: ({ state: { page, refusal } }) => {
      if (page?.view) return ok('It was sent, and has a page of its own.');
      if (page) return broken('It was withdrawn.', 'Make a new one, and send that.');
      return broken(
        refusal ?? 'It was not sent while the Client Portal was on.',
        'Send it: the client gets a link by mail.',
      );
    },
  },
  {
    step: 'UP_TO_DATE',
    check: ({ state: { content, page, refusal } }) =>
      refusal === null && isSameContent(page?.view ?? null, content)
        ? ok('The client sees it as it is now.')
        : broken('The client sees an older version of it.', 'Send it again.'),
  },
];

const CHECKS: Check<DocumentDiagnosis>[] = [...PAGE_CHECKS, ...clientChecks('send it again')];
