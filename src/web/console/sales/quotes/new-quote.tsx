import { useState } from 'react';
import { Field, TextField } from '../../../design/field';
import { CreateQuoteDocument } from '../../../gen/operations';
import { Form } from '../../app/form';
import { goTo } from '../../app/router';
import { useMutationWithPrompt } from '../../app/use-mutation-with-prompt';
import { ClientPicker } from '../../clients/client-picker';
import { DAY_BOUNDS } from '../../filters/date-bounds';
import { useViewer } from '../../session/viewer';
import { strings } from '../../strings';
import { DepositFields, useDeposit } from './deposit-fields';
import { lastValidDay } from './last-valid-day';
import { LineEditor, useLines } from './line-editor';

/** Form for a new quote: for an existing client, a new one, or a job. */
export function NewQuote({ jobId }: { jobId: string | null }) {
  const create = useMutationWithPrompt(CreateQuoteDocument);
  const { lines, setLines, inputs } = useLines('new-quote');
  const deposit = useDeposit('new-quote');
  const { business } = useViewer();
  const [key] = useState(() => crypto.randomUUID());
  return (
    <div className="stack">
      <h1>{strings.newQuote}</h1>
      <div className="card narrow">
        <Form
          draft="new-quote"
          {...create}
          submit={strings.saveDraft}
          onCancel={() => history.back()}
          onSubmit={async (values) => {
            const input = {
              title: values.text('title'),
              validUntil: values.optional('validUntil'),
              terms: values.optional('terms'),
              lines: inputs,
              ...deposit.input,
              jobId,
              ...(!jobId && { clientId: values.optional('clientId') }),
            };
            const { data } = await create.run({ input, key });
            if (data) goTo('quotes', data.createQuote.quote.id);
            return { data };
          }}
        >
          <Field label={strings.quoteTitle} name="title" required maxLength={200} />
          {!jobId && <ClientPicker />}
          <LineEditor lines={lines} setLines={setLines} hasOptions />
          <DepositFields {...deposit} />
          <Field
            label={strings.lastDay}
            name="validUntil"
            type="date"
            {...DAY_BOUNDS}
            defaultValue={lastValidDay(business)}
          />
          <TextField
            label={strings.termsOfQuote}
            name="terms"
            defaultValue={business.quoteTerms ?? ''}
            maxLength={20_000}
            rows={4}
          />
        </Form>
      </div>
    </div>
  );
}
