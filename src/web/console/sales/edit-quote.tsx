import { Field } from '../../design/field';
import { ChangeQuoteDocument } from '../../gen/operations';
import { Form } from '../app/form';
import { useChange } from '../app/use-change';
import { words } from '../words';
import { LineEditor, useLines } from './line-editor';
import type { OpenedQuote } from './quote-page';

/** Changes a quote; one that was sent becomes a new draft version. */
export function EditQuote({ quote, onDone }: { quote: OpenedQuote; onDone: () => void }) {
  const change = useChange(ChangeQuoteDocument);
  const { lines, setLines, inputs } = useLines(quote.lines);
  return (
    <Form
      {...change}
      className="card"
      submit={words.save}
      onCancel={onDone}
      onSubmit={async (typed) => {
        const { data } = await change.run({
          input: {
            id: quote.id,
            title: typed.text('title'),
            validUntil: typed.maybe('validUntil'),
            lines: inputs,
          },
        });
        if (data) onDone();
        return { data };
      }}
    >
      {quote.status !== 'DRAFT' && <p className="soft">{words.becomesDraft}</p>}
      <Field label={words.quoteTitle} name="title" defaultValue={quote.title} required />
      <LineEditor lines={lines} setLines={setLines} />
      <Field
        label={words.lastDay}
        name="validUntil"
        type="date"
        defaultValue={quote.validUntil ?? ''}
      />
    </Form>
  );
}
