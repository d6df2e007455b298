import { useRef, useState } from 'react';
import { v4 } from 'uuid';
import { Field } from '../../../design/field';
import { SelectField } from '../../../design/select-field';
import { CreateInvoiceDocument } from '../../../gen/operations';
import { Form, type FormValues } from '../../app/form';
import { goTo } from '../../app/router';
import { useMutationWithPrompt } from '../../app/use-mutation-with-prompt';
import { ClientPicker } from '../../clients/client-picker';
import { DAY_BOUNDS } from '../../filters/date-bounds';
import { strings } from '../../strings';
import { LineEditor, useLines } from '../quotes/line-editor';
import { lineInputs } from './invoice-lines';
import type { JobToInvoice } from './invoice-on-page';
import { invoiceStrings } from './invoice-strings';
import { partOfQuote, QuotePart } from './quote-part';

/** Page: an invoice for a client without a job, which is made along with it. */
export function NewInvoicePage() {
  return (
    <div className="stack">
      <h1>{strings.newInvoice}</h1>
      <div className="card narrow">
        <NewInvoice job={null} />
      </div>
    </div>
  );
}

/** Form for an invoice: of a quote of the job or of lines by hand. It shows only the fields that it uses. */
export function NewInvoice({ job }: { job: JobToInvoice | null }) {
  const create = useMutationWithPrompt(CreateInvoiceDocument);
  const quotes = job?.quotes?.filter(({ status }) => ['SENT', 'ACCEPTED'].includes(status)) ?? [];
  const [quoteId, setQuoteId] = useState(quotes[0]?.id ?? '');
  const { lines, setLines } = useLines('new-invoice');
  const idempotencyKey = useRef(v4());
  const quote = quotes.find(({ id }) => id === quoteId);
  const source = (values: FormValues) =>
    quote ? { quoteId, ...partOfQuote(values) } : { lines: lineInputs(lines) };
  return (
    <Form
      draft="new-invoice"
      {...create}
      submit={strings.createInvoice}
      onSubmit={async (values) => {
        const { data } = await create.run({
          input: {
            ...(job ? { jobId: job.id } : { clientId: values.optional('clientId') }),
            ...source(values),
            title: values.optional('title'),
            dueOn: values.optional('dueOn'),
          },
          key: idempotencyKey.current,
        });
        // A refused request made nothing, so its key can be used for the next try.
        if (data) {
          idempotencyKey.current = v4();
          goTo('invoices', data.createInvoice.invoice.id);
        }
        return { data };
      }}
    >
      {!job && <ClientPicker />}
      {quotes.length > 0 && (
        <SelectField
          label={strings.linesFrom}
          value={quoteId}
          onChange={(event) => setQuoteId(event.target.value)}
          options={[
            ...quotes.map(({ id, number, title }) => ({
              value: id,
              text: strings.quoteNamed(number, title),
            })),
            { value: '', text: invoiceStrings.ownLines },
          ]}
        />
      )}
      <Field label={strings.invoiceTitle} name="title" maxLength={200} />
      {quote ? (
        <QuotePart key={quote.id} quote={quote} />
      ) : (
        <LineEditor lines={lines} setLines={setLines} />
      )}
      <Field label={strings.dueOn} name="dueOn" type="date" {...DAY_BOUNDS} />
    </Form>
  );
}
