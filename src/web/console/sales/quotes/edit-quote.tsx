import { Field, TextField } from '../../../design/field';
import { type QuoteDetailsQuery, UpdateQuoteDocument } from '../../../gen/operations';
import { Form } from '../../app/form';
import { useMutationWithPrompt } from '../../app/use-mutation-with-prompt';
import { DAY_BOUNDS } from '../../filters/date-bounds';
import { strings } from '../../strings';
import { DepositFields, useDeposit } from './deposit-fields';
import { LineEditor, useLines } from './line-editor';

type Quote = NonNullable<QuoteDetailsQuery['quote']>;

/** Form that updates a quote. Saving a sent quote creates a new draft version. */
export function EditQuote({ quote, onDone }: { quote: Quote; onDone: () => void }) {
  const update = useMutationWithPrompt(UpdateQuoteDocument);
  const { lines, setLines, inputs } = useLines('edit', quote.lines);
  const deposit = useDeposit('edit', quote);
  return (
    <Form
      draft="edit"
      {...update}
      className="card"
      submit={strings.save}
      onCancel={onDone}
      onSubmit={async (values) => {
        const { data } = await update.run({
          input: {
            id: quote.id,
            title: values.text('title'),
            validUntil: values.optional('validUntil'),
            terms: values.optional('terms'),
            lines: inputs,
            ...deposit.input,
          },
        });
        if (data) onDone();
        return { data };
      }}
    >
      {quote.status !== 'DRAFT' && <p className="muted">{strings.newDraftHint}</p>}
      <Field label={strings.quoteTitle} name="title" defaultValue={quote.title} required />
      <LineEditor lines={lines} setLines={setLines} hasOptions />
      <DepositFields {...deposit} />
      <Field
        label={strings.lastDay}
        name="validUntil"
        type="date"
        {...DAY_BOUNDS}
        defaultValue={quote.validUntil ?? ''}
      />
      <TextField
        label={strings.termsOfQuote}
        name="terms"
        defaultValue={quote.terms ?? ''}
        maxLength={20_000}
        rows={4}
      />
    </Form>
  );
}
