import { Badge } from '../../design/badge';
import { ConfirmButton } from '../../design/confirm-dialog';
import {
  type LinkStateFragment,
  type PublicationHistoryQuery,
  ResendShareDocument,
  RevokePortalLinkDocument,
} from '../../gen/operations';
import { ErrorMessage } from '../app/error-message';
import { EmptyState } from '../app/query-boundary';
import { useMutationWithPrompt } from '../app/use-mutation-with-prompt';
import { questionStrings } from '../jobs/question-strings';
import { useViewer } from '../session/viewer';
import { strings } from '../strings';

type Job = NonNullable<PublicationHistoryQuery['job']>;

/** Portal links of a job with their states, and a button that sends a new one. */
export function Links({ job, refetch }: { job: Job; refetch: () => void }) {
  const send = useMutationWithPrompt(ResendShareDocument);
  const links = job.portalLinks ?? [];
  const sendAgain = async () => {
    const { data } = await send.run({ jobId: job.id });
    if (data) refetch();
  };
  return (
    <section className="stack">
      <h2>{strings.sharing.links}</h2>
      <LinkList links={links} refetch={refetch} />
      {job.publication && (
        <div className="row">
          <ConfirmButton
            {...questionStrings.sendLink}
            consequence={questionStrings.sendLink.consequence(job.client?.email ?? null)}
            label={strings.sharing.sendAgain}
            variant="plain"
            isBusy={send.isBusy}
            onConfirm={sendAgain}
          />
          <p className="muted small">{strings.sharing.sendAgainHint}</p>
          {send.lastData && (
            <p className="small" role="status">
              {strings.sharing.sentTo(send.lastData.resendShare.deliveries?.[0]?.to ?? '')}
            </p>
          )}
        </div>
      )}
      <ErrorMessage error={send.error} />
    </section>
  );
}

/** Portal links, newest first, each with its state and a button that revokes it. */
export function LinkList({ links, refetch }: { links: LinkStateFragment[]; refetch: () => void }) {
  if (links.length === 0) return <EmptyState>{strings.sharing.noLinks}</EmptyState>;
  return (
    <ul className="list">
      {[...links].reverse().map((link) => (
        <LinkRow key={link.id} link={link} refetch={refetch} />
      ))}
    </ul>
  );
}

function LinkRow({ link, refetch }: { link: LinkStateFragment; refetch: () => void }) {
  const { formats } = useViewer();
  const revoke = useMutationWithPrompt(RevokePortalLinkDocument);
  const state = stateOf(link);
  const { lastViewedAt } = link;
  const revokeLink = async () => {
    const { data } = await revoke.run({ id: link.id });
    if (data) refetch();
  };
  return (
    <li className="list-row">
      <div>
        <p>{link.sentTo}</p>
        <p className="muted small">
          {strings.sharing.sentAt(formats.dateTime(link.createdAt))} ·{' '}
          {lastViewedAt
            ? strings.sharing.openedAt(formats.dateTime(lastViewedAt))
            : strings.sharing.neverOpened}
        </p>
        <ErrorMessage error={revoke.error} />
      </div>
      <Badge tone={state === 'active' ? 'good' : 'wrong'}>
        {strings.sharing.linkStates[state]}
      </Badge>
      {state === 'active' && (
        <ConfirmButton
          {...strings.sharing.revokeLink}
          label={strings.sharing.revoke}
          isBusy={revoke.isBusy}
          onConfirm={revokeLink}
        />
      )}
    </li>
  );
}

function stateOf({ revokedAt, expiresAt }: LinkStateFragment): 'active' | 'revoked' | 'expired' {
  if (revokedAt) return 'revoked';
  return new Date(expiresAt) < new Date() ? 'expired' : 'active';
}
