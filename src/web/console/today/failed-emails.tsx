import { Button } from '../../design/button';
import { DismissFailedEmailDocument, ResendEmailDocument } from '../../gen/operations';
import { ErrorMessage } from '../app/error-message';
import { RouterLink } from '../app/router';
import { useMutationWithPrompt } from '../app/use-mutation-with-prompt';
import { useViewer } from '../session/viewer';
import { strings } from '../strings';
import { type AttentionItem, useToday } from './today-context';
import { todayStrings } from './today-strings';

/** A mail that failed: sent again here, or taken off the list. */
export function FailedEmail({ failedEmail }: AttentionItem) {
  const { formats } = useViewer();
  const { refresh } = useToday();
  const send = useMutationWithPrompt(ResendEmailDocument);
  const dismiss = useMutationWithPrompt(DismissFailedEmailDocument);
  if (!failedEmail) return null;
  const { id, kind, to, failure, createdAt, job } = failedEmail;
  const deal = async ({ run }: typeof send | typeof dismiss) => {
    const { data } = await run({ id });
    // The row with the button goes.
    if (data) document.getElementById('main')?.focus();
    // Also after an error: somebody else may have dealt with it.
    refresh();
  };
  return (
    <li className="list-row">
      <div>
        <p>
          {kind && strings.emailKinds[kind]} {todayStrings.to} <bdi>{to}</bdi>
        </p>
        <p className="muted small">
          {job && (
            <>
              <RouterLink to={['jobs', job.id]}>
                <bdi>{strings.jobNamed(job.number, job.title)}</bdi>
              </RouterLink>
              {' · '}
            </>
          )}
          {createdAt && `${formats.dateTime(createdAt)} · `}
          {failure}
        </p>
        <ErrorMessage error={send.error ?? dismiss.error} />
      </div>
      <div className="row">
        <Button isBusy={send.isBusy} onClick={() => deal(send)}>
          {todayStrings.sendAgain}
        </Button>
        <Button variant="quiet" isBusy={dismiss.isBusy} onClick={() => deal(dismiss)}>
          {todayStrings.dismiss}
        </Button>
      </div>
    </li>
  );
}
