import { ConfirmButton } from '../../../design/confirm-dialog';
import { questionStrings } from '../../jobs/question-strings';
import { strings } from '../../strings';

interface SendDraftProps {
  /** Address of the client. */
  email: string | null;
  isBusy: boolean;
  onSend: (handedOver: boolean) => void;
}

/** Buttons that send a draft of a quote, or note that it was handed over; each asks first. */
export function SendDraft({ email, isBusy, onSend }: SendDraftProps) {
  const { sendQuote, handOver } = questionStrings;
  return (
    <>
      <ConfirmButton
        {...sendQuote}
        consequence={sendQuote.consequence(email)}
        label={strings.sendQuote}
        variant="primary"
        isBusy={isBusy}
        onConfirm={() => onSend(false)}
      />
      <ConfirmButton
        {...handOver}
        label={strings.markHandedOver}
        variant="plain"
        isBusy={isBusy}
        onConfirm={() => onSend(true)}
      />
    </>
  );
}
