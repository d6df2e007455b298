import { Badge } from '../../design/badge';
import { Button } from '../../design/button';
import { Field } from '../../design/field';
import { Notice } from '../../design/notice';
import {
  OneInvoiceDocument,
  type OneInvoiceQuery,
  SendOutInvoiceDocument,
  TakeBackInvoiceDocument,
  TakePaymentDocument,
} from '../../gen/operations';
import { Asked, Nothing } from '../app/asked';
import { Form } from '../app/form';
import { WhenJobChanges } from '../app/news';
import { Problem } from '../app/problem';
import { Go } from '../app/route';
import { useChange } from '../app/use-change';
import { useViewer } from '../app/viewer';
import { words } from '../words';
import { PricedLines } from './priced-lines';
import { INVOICE_TONES } from './tones';

type Invoice = NonNullable<OneInvoiceQuery['invoice']>;

/** One invoice: what is charged, what was paid, and what can be done with it. */
export function InvoicePage({ id }: { id: string }) {
  const { may } = useViewer();
  return (
    <Asked query={OneInvoiceDocument} variables={{ id }}>
      {({ invoice }, again) =>
        invoice ? (
          <div className="stack narrow">
            {invoice.job && <WhenJobChanges id={invoice.job.id} again={again} />}
            <Head invoice={invoice} />
            {invoice.hiddenReason && <Notice tone="warn">{invoice.hiddenReason}</Notice>}
            <PricedLines of={invoice} />
            <Payments invoice={invoice} />
            {may('WRITE_INVOICES') && <Actions invoice={invoice} />}
          </div>
        ) : (
          <Nothing>{words.noSuchPage}</Nothing>
        )
      }
    </Asked>
  );
}

function Head({ invoice }: { invoice: Invoice }) {
  const { inWords } = useViewer();
  const { job, client, dueOn } = invoice;
  return (
    <header>
      <p className="soft">{client?.name}</p>
      <div className="row between">
        <h1>{words.invoiceNamed(invoice.number, invoice.title)}</h1>
        <Badge tone={INVOICE_TONES[invoice.status]}>{words.invoiceStatuses[invoice.status]}</Badge>
      </div>
      <p className="soft">
        {words.owed(inWords.money(invoice.owedCents))}
        {dueOn && `, ${words.dueBy(inWords.date(dueOn))}`}
      </p>
      {job && <Go to={['jobs', job.id]}>{words.jobNamed(job.number, job.title)}</Go>}
    </header>
  );
}

function Payments({ invoice }: { invoice: Invoice }) {
  const { inWords } = useViewer();
  if (!invoice.payments?.length) return null;
  return (
    <section>
      <h2>{words.payments}</h2>
      <ul className="list">
        {invoice.payments.map(({ id, amountCents, recordedAt, recordedBy }) => (
          <li className="line" key={id}>
            <span>
              {inWords.moment(recordedAt)}
              {recordedBy && `, ${recordedBy.name}`}
            </span>
            <strong className="amount">{inWords.money(amountCents)}</strong>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Actions({ invoice }: { invoice: Invoice }) {
  const send = useChange(SendOutInvoiceDocument);
  const pay = useChange(TakePaymentDocument);
  const takeBack = useChange(TakeBackInvoiceDocument);
  const isDraft = invoice.status === 'DRAFT';
  const isOver = ['VOID', 'PAID'].includes(invoice.status);
  const mailed = send.sent?.sendInvoice.deliveries[0]?.to;
  return (
    <>
      {mailed && <Notice tone="good">{words.mailedTo(mailed)}</Notice>}
      <Problem error={send.error ?? takeBack.error} />
      {!isOver && (
        <div className="row">
          <Button
            look={isDraft ? 'primary' : 'plain'}
            isBusy={send.isBusy}
            onClick={() => send.run({ id: invoice.id })}
          >
            {isDraft ? words.sendInvoice : words.sendInvoiceAgain}
          </Button>
          {invoice.paidCents === 0 && (
            <Button
              look="danger"
              isBusy={takeBack.isBusy}
              onClick={() => takeBack.run({ id: invoice.id })}
            >
              {words.voidInvoice}
            </Button>
          )}
        </div>
      )}
      {!isDraft && invoice.owedCents > 0 && (
        <Form
          {...pay}
          className="card"
          look="plain"
          submit={words.recordPayment}
          onSubmit={(typed) =>
            pay.run({ invoiceId: invoice.id, amountCents: typed.cents('amount') })
          }
        >
          <Field
            label={words.amountPaid}
            name="amount"
            type="number"
            min="0.01"
            step="0.01"
            defaultValue={invoice.owedCents / 100}
            required
          />
        </Form>
      )}
    </>
  );
}
