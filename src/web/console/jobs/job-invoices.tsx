import { Field } from '../../design/field';
import { SelectField } from '../../design/select-field';
import {
  JobInvoicesDocument,
  type JobInvoicesQuery,
  MakeInvoiceDocument,
} from '../../gen/operations';
import { Asked, Nothing } from '../app/asked';
import { Form } from '../app/form';
import { Go, goTo } from '../app/route';
import { useChange } from '../app/use-change';
import { useViewer } from '../app/viewer';
import { InvoiceStatusBadge } from '../sales/status-badge';
import { words } from '../words';
import type { TabParts } from './job-tabs';

type Job = NonNullable<JobInvoicesQuery['job']>;

/** What the client is asked to pay for this job. */
export function JobInvoices({ id }: TabParts) {
  const { may, inWords } = useViewer();
  return (
    <Asked query={JobInvoicesDocument} variables={{ id }}>
      {({ job }) => (
        <div className="stack">
          {job?.invoices?.length === 0 && <Nothing>{words.noInvoices}</Nothing>}
          <ul className="list">
            {job?.invoices?.map((invoice) => (
              <li className="line" key={invoice.id}>
                <div>
                  <Go to={['invoices', invoice.id]}>
                    {words.invoiceNamed(invoice.number, invoice.title)}
                  </Go>
                  {invoice.hiddenReason && <p className="soft small">{invoice.hiddenReason}</p>}
                </div>
                <InvoiceStatusBadge invoice={invoice} />
                <strong>{inWords.money(invoice.totalCents)}</strong>
              </li>
            ))}
          </ul>
          {may('WRITE_INVOICES') && job && <NewInvoice job={job} />}
        </div>
      )}
    </Asked>
  );
}

function NewInvoice({ job }: { job: Job }) {
  const make = useChange(MakeInvoiceDocument);
  const quotes = job.quotes?.filter(({ status }) => ['SENT', 'ACCEPTED'].includes(status)) ?? [];
  const fromQuotes = quotes.map(({ id, number, title }) => ({
    value: id,
    text: words.quoteNamed(number, title),
  }));
  return (
    <div className="card">
      <h2>{words.newInvoice}</h2>
      <Form
        {...make}
        submit={words.createInvoice}
        onSubmit={async (typed) => {
          const quoteId = typed.maybe('quoteId');
          const line = {
            description: typed.text('title'),
            quantity: 1,
            unitPriceCents: typed.cents('price'),
          };
          const { data } = await make.run({
            input: {
              jobId: job.id,
              quoteId,
              title: typed.maybe('title'),
              dueOn: typed.maybe('dueOn'),
              lines: quoteId ? null : [line],
            },
          });
          if (data) goTo('invoices', data.createInvoice.invoice.id);
          return { data };
        }}
      >
        <SelectField
          label={words.linesFrom}
          name="quoteId"
          options={[...fromQuotes, { value: '', text: words.oneLine }]}
        />
        <Field label={words.invoiceTitle} name="title" />
        <Field label={words.priceOfLine} name="price" type="number" min="0" step="0.01" />
        <Field label={words.dueOn} name="dueOn" type="date" />
      </Form>
    </div>
  );
}
