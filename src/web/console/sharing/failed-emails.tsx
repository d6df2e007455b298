import { useCallback, useEffect } from 'react';
import { useQuery } from 'urql';
import { Button } from '../../design/button';
import { Notice } from '../../design/notice';
import {
  MailsThatFailedDocument,
  type MailsThatFailedQuery,
  SendMailAgainDocument,
  TakeMailOffListDocument,
} from '../../gen/operations';
import { Problem } from '../app/problem';
import { Go } from '../app/route';
import { useChange } from '../app/use-change';
import { words } from '../words';

type Mail = MailsThatFailedQuery['failedEmails']['nodes'][number];

const REFRESH_INTERVAL_MS = 60_000;

/** Mails that could not be sent, above every page, until somebody sends them again. */
export function FailedEmails() {
  const [{ data }, ask] = useQuery({ query: MailsThatFailedDocument });
  const refresh = useCallback(() => ask({ requestPolicy: 'network-only' }), [ask]);
  useEffect(() => {
    const timer = setInterval(refresh, REFRESH_INTERVAL_MS);
    return () => clearInterval(timer);
  }, [refresh]);
  const mails = data?.failedEmails.nodes ?? [];
  if (mails.length === 0) return null;
  const isMore = data?.failedEmails.pageInfo.hasNextPage ?? false;
  return (
    <Notice tone="warn">
      <details>
        <summary>{words.failedEmails.title(mails.length, isMore)}</summary>
        <ul className="list">
          {mails.map((mail) => (
            <FailedEmail key={mail.id} mail={mail} onDone={refresh} />
          ))}
        </ul>
      </details>
    </Notice>
  );
}

function FailedEmail({ mail, onDone }: { mail: Mail; onDone: () => void }) {
  const { id, kind, to, failure, job } = mail;
  const send = useChange(SendMailAgainDocument);
  const dismiss = useChange(TakeMailOffListDocument);
  const after = async (change: typeof send | typeof dismiss) => {
    const { data } = await change.run({ id });
    if (data) onDone();
  };
  return (
    <li className="line">
      <div>
        <p>
          {kind && words.emailKinds[kind]} {words.failedEmails.to(to ?? '')}
        </p>
        {job && <Go to={['jobs', job.id]}>{words.jobNamed(job.number, job.title)}</Go>}
        <p className="soft small">{failure}</p>
        <Problem error={send.error ?? dismiss.error} />
      </div>
      <Button isBusy={send.isBusy} onClick={() => after(send)}>
        {words.failedEmails.sendAgain}
      </Button>
      <Button look="quiet" isBusy={dismiss.isBusy} onClick={() => after(dismiss)}>
        {words.failedEmails.dismiss}
      </Button>
    </li>
  );
}
