import { useState } from 'react';
import { Button } from '../../../design/button';
import { ConfirmButton } from '../../../design/confirm-dialog';
import { Notice } from '../../../design/notice';
import { Written } from '../../../design/text/written';
import { InvoiceDetailsDocument, VoidInvoiceDocument } from '../../../gen/operations';
import { ErrorMessage } from '../../app/error-message';
import { RefetchOnJobChange } from '../../app/job-changes';
import { EmptyState, QueryBoundary } from '../../app/query-boundary';
import { RouterLink } from '../../app/router';
import { useMutationWithPrompt } from '../../app/use-mutation-with-prompt';
import { questionStrings } from '../../jobs/question-strings';
import { InvoiceReminders } from '../../reminders/reminder-history';
import { useViewer } from '../../session/viewer';
import { InvoiceAccess } from '../../sharing/document-access';
import { strings } from '../../strings';
import { DeliveryStatus } from '../delivery-status';
import { DocumentDownload } from '../document-download';
import { PricedLines } from '../priced-lines';
import { InvoiceStatusBadge } from '../status-badge';
import { CreditInvoice } from './credit-invoice';
import { CreditNotes } from './credit-notes';
import { EditInvoice } from './edit-invoice';
import { addressOf, type InvoiceOnPage } from './invoice-on-page';
import { invoiceStrings } from './invoice-strings';
import { OnlinePayments } from './payments/online-payments';
import { PaymentForm } from './payments/payment-form';
import { Payments } from './payments/payments';
import { Revision } from './revision';
import { SendInvoice } from './send-invoice';

/** One invoice: lines, payments and actions. */
export function InvoicePage({ id }: { id: string }) {
  const { may } = useViewer();
  return (
    <QueryBoundary query={InvoiceDetailsDocument} variables={{ id }}>
      {({ invoice }, refetch) =>
        invoice ? (
          <div className="stack narrow">
            {invoice.job && <RefetchOnJobChange id={invoice.job.id} refetch={refetch} />}
            <Head invoice={invoice} />
            {invoice.hiddenReason && <Notice tone="warn">{invoice.hiddenReason}</Notice>}
            <Revision invoice={invoice} />
            <PricedLines document={invoice} />
            <CreditNotes invoice={invoice} />
            <Payments
              payments={invoice.payments ?? []}
              refundDueCents={invoice.refundDueCents}
              email={addressOf(invoice)}
            />
            <OnlinePayments checkouts={invoice.checkouts ?? []} />
            <DocumentDownload label={strings.downloadPdf} path={invoice.documentUrl} />
            <DocumentDownload label={strings.downloadReceipt} path={invoice.receiptUrl} />
            {may('WRITE_INVOICES') && <Actions invoice={invoice} />}
            {invoice.status !== 'DRAFT' && <InvoiceReminders id={invoice.id} />}
            {invoice.status !== 'DRAFT' && (
              <InvoiceAccess key={`${invoice.status} ${invoice.delivery?.id}`} id={invoice.id} />
            )}
          </div>
        ) : (
          <EmptyState>{strings.notFound}</EmptyState>
        )
      }
    </QueryBoundary>
  );
}

function Head({ invoice }: { invoice: InvoiceOnPage }) {
  const { formats } = useViewer();
  const { job, client, dueOn, kind, creditedInvoice, creditReason } = invoice;
  return (
    <header>
      <p className="muted">
        <Written>{client?.name}</Written>
      </p>
      <div className="row spread">
        <h1>{invoiceStrings.named(kind, invoice.number, invoice.title)}</h1>
        <InvoiceStatusBadge invoice={invoice} />
      </div>
      {creditedInvoice ? (
        <p className="muted">
          <RouterLink to={['invoices', creditedInvoice.id]}>
            {invoiceStrings.creditOf(creditedInvoice.number)}
          </RouterLink>
          {creditReason && ` · ${invoiceStrings.reason(creditReason)}`}
        </p>
      ) : (
        <p className="muted">
          {strings.owed(formats.money(invoice.owedCents))}
          {dueOn && `, ${strings.dueBy(formats.date(dueOn))}`}
          {invoice.version > 1 && ` · ${invoiceStrings.version(invoice.version)}`}
        </p>
      )}
      {job && (
        <RouterLink to={['jobs', job.id]}>{strings.jobNamed(job.number, job.title)}</RouterLink>
      )}
      <DeliveryStatus {...invoice} />
    </header>
  );
}

function Actions({ invoice }: { invoice: InvoiceOnPage }) {
  const voidInvoice = useMutationWithPrompt(VoidInvoiceDocument);
  const [isEditing, setEditing] = useState(false);
  const { status, kind, totalCents, paidCents, creditedCents, owedCents } = invoice;
  if (status === 'VOID') return null;
  if (isEditing) return <EditInvoice invoice={invoice} onDone={() => setEditing(false)} />;
  const isCreditNote = kind === 'CREDIT_NOTE';
  const isSettled = status === 'PAID' && totalCents > 0;
  const isEditable = !isCreditNote && !isSettled && creditedCents === 0;
  const isCreditable = !isCreditNote && status !== 'DRAFT' && creditedCents < totalCents;
  return (
    <>
      {!isSettled && <SendInvoice invoice={invoice} />}
      <ErrorMessage error={voidInvoice.error} />
      <div className="row">
        {isEditable && <Button onClick={() => setEditing(true)}>{invoiceStrings.edit}</Button>}
        {(isCreditNote || (paidCents === 0 && creditedCents === 0)) && (
          <ConfirmButton
            {...questionStrings.voidInvoice}
            label={strings.voidInvoice}
            isBusy={voidInvoice.isBusy}
            onConfirm={() => voidInvoice.run({ id: invoice.id })}
          />
        )}
      </div>
      {status !== 'DRAFT' && owedCents > 0 && (
        <PaymentForm invoiceId={invoice.id} owedCents={owedCents} />
      )}
      {isCreditable && !invoice.revision && <CreditInvoice invoice={invoice} />}
    </>
  );
}
