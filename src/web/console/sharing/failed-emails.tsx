import { useCallback, useEffect } from 'react';
import { useQuery } from 'urql';
import { Button } from '../../design/button';
import { Notice } from '../../design/notice';
import {
  DismissFailedEmailDocument,
  FailedEmailsDocument,
  type FailedEmailsQuery,
  ResendEmailDocument,
} from '../../gen/operations';
import { ErrorMessage } from '../app/error-message';
import { RouterLink } from '../app/router';
import { useMutationWithPrompt } from '../app/use-mutation-with-prompt';
import { strings } from '../strings';

type FailedEmail = FailedEmailsQuery['failedEmails']['nodes'][number];

const REFRESH_INTERVAL_MS = 60_000;

/** Failed emails, above every page, until they are resent or dismissed. */
export function FailedEmails() {
  const [{ data }, execute] = useQuery({ query: FailedEmailsDocument });
  const refresh = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute]);
  useEffect(() => {
    const timer = setInterval(refresh, REFRESH_INTERVAL_MS);
    return () => clearInterval(timer);
  }, [refresh]);
  const emails = data?.failedEmails.nodes ?? [];
  if (emails.length === 0) return null;
  const isMore = data?.failedEmails.pageInfo.hasNextPage ?? false;
  return (
    <Notice tone="warn">
      <details>
        <summary>{strings.failedEmails.title(emails.length, isMore)}</summary>
        <ul className="list">
          {emails.map((email) => (
            <FailedEmailRow key={email.id} email={email} onDone={refresh} />
          ))}
        </ul>
      </details>
    </Notice>
  );
}

function FailedEmailRow({ email, onDone }: { email: FailedEmail; onDone: () => void }) {
  const { id, kind, to, failure, job } = email;
  const send = useMutationWithPrompt(ResendEmailDocument);
  const dismiss = useMutationWithPrompt(DismissFailedEmailDocument);
  const runAndRefresh = async (mutation: typeof send | typeof dismiss) => {
    const { data } = await mutation.run({ id });
    if (data) onDone();
  };
  return (
    <li className="list-row">
      <div>
        <p>
          {kind && strings.emailKinds[kind]} {strings.failedEmails.to(to ?? '')}
        </p>
        {job && (
          <RouterLink to={['jobs', job.id]}>{strings.jobNamed(job.number, job.title)}</RouterLink>
        )}
        <p className="muted small">{failure}</p>
        <ErrorMessage error={send.error ?? dismiss.error} />
      </div>
      <Button isBusy={send.isBusy} onClick={() => runAndRefresh(send)}>
        {strings.failedEmails.sendAgain}
      </Button>
      <Button variant="quiet" isBusy={dismiss.isBusy} onClick={() => runAndRefresh(dismiss)}>
        {strings.failedEmails.dismiss}
      </Button>
    </li>
  );
}
