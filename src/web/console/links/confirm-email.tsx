import { Button } from '../../design/button';
import { Notice } from '../../design/notice';
import { ConfirmEmailChangeDocument } from '../../gen/operations';
import { ErrorMessage } from '../app/error-message';
import { useMutationWithPrompt } from '../app/use-mutation-with-prompt';
import { strings } from '../strings';
import { LinkPage, tokenOfAddress } from './link-page';

/** /confirm-email#<token>. Asks for a click: programs that fetch the links of mails must not use this one up. */
export function ConfirmEmailPage() {
  const token = tokenOfAddress();
  return (
    <LinkPage title={strings.people.confirmEmail.title} token={token}>
      <Confirm token={token} />
      <p>
        <a href="/console">{strings.people.forgot.back}</a>
      </p>
    </LinkPage>
  );
}

function Confirm({ token }: { token: string }) {
  const confirm = useMutationWithPrompt(ConfirmEmailChangeDocument);
  if (confirm.lastData) return <Notice tone="good">{strings.people.confirmEmail.done}</Notice>;
  return (
    <>
      <p>{strings.people.confirmEmail.hint}</p>
      <ErrorMessage error={confirm.error} />
      <Button variant="primary" isBusy={confirm.isBusy} onClick={() => confirm.run({ token })}>
        {strings.people.confirmEmail.submit}
      </Button>
    </>
  );
}
