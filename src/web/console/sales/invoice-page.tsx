import { Button } from '../../design/button';
import { Notice } from '../../design/notice';
import {
  OneInvoiceDocument,
  type OneInvoiceQuery,
  SendOutInvoiceDocument,
  TakeBackInvoiceDocument,
} from '../../gen/operations';
import { Asked, Nothing } from '../app/asked';
import { WhenJobChanges } from '../app/news';
import { Problem } from '../app/problem';
import { Go } from '../app/route';
import { useChange } from '../app/use-change';
import { useViewer } from '../app/viewer';
import { words } from '../words';
import { PaymentForm } from './payment-form';
import { Payments } from './payments';
import { PricedLines } from './priced-lines';
import { HowItWent } from './sending';
import { InvoiceStatusBadge } from './status-badge';

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
            <Payments payments={invoice.payments ?? []} />
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
        <InvoiceStatusBadge invoice={invoice} />
      </div>
      <p className="soft">
        {words.owed(inWords.money(invoice.owedCents))}
        {dueOn && `, ${words.dueBy(inWords.date(dueOn))}`}
      </p>
      {job && <Go to={['jobs', job.id]}>{words.jobNamed(job.number, job.title)}</Go>}
      <HowItWent {...invoice} />
    </header>
  );
}

function Actions({ invoice }: { invoice: Invoice }) {
  const send = useChange(SendOutInvoiceDocument);
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
          {isDraft && (
            <Button
              isBusy={send.isBusy}
              onClick={() => send.run({ id: invoice.id, handedOver: true })}
            >
              {words.handedOver}
            </Button>
          )}
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
        <PaymentForm invoiceId={invoice.id} owedCents={invoice.owedCents} />
      )}
    </>
  );
}
