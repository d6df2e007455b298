import { Field } from '../../../design/field';
import { type QuoteDetailsQuery, SendQuoteAgainDocument } from '../../../gen/operations';
import { Form } from '../../app/form';
import { useMutationWithPrompt } from '../../app/use-mutation-with-prompt';
import { DAY_BOUNDS } from '../../filters/date-bounds';
import { questionStrings } from '../../jobs/question-strings';
import { useViewer } from '../../session/viewer';
import { strings } from '../../strings';
import { lastValidDay } from './last-valid-day';

interface SendAgainProps {
  quote: NonNullable<QuoteDetailsQuery['quote']>;
  onDone: () => void;
}

/** Form that sends a quote again, unchanged but for its last day. */
export function SendAgain({ quote, onDone }: SendAgainProps) {
  const { business } = useViewer();
  const send = useMutationWithPrompt(SendQuoteAgainDocument);
  const asked = questionStrings.sendQuote;
  const consequence = asked.consequence(quote.client?.email ?? null);
  return (
    <Form
      draft="send-again"
      {...send}
      className="card"
      submit={strings.confirmSendAgain}
      onCancel={onDone}
      ask={(values) =>
        values.isChecked('handedOver') ? questionStrings.handOver : { ...asked, consequence }
      }
      onSubmit={async (values) => {
        const { data } = await send.run({
          id: quote.id,
          validUntil: values.optional('validUntil'),
          handedOver: values.isChecked('handedOver'),
        });
        if (data) onDone();
        return { data };
      }}
    >
      <p className="muted">{strings.sendAgainHint}</p>
      <Field
        label={strings.lastDay}
        name="validUntil"
        type="date"
        {...DAY_BOUNDS}
        defaultValue={lastValidDay(business)}
      />
      <label className="checkbox">
        <input type="checkbox" name="handedOver" /> {strings.markHandedOver}
      </label>
    </Form>
  );
}
