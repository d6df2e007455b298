import { Button } from '../../../design/button';
import { Notice } from '../../../design/notice';
import { DiscardInvoiceChangesDocument } from '../../../gen/operations';
import { ErrorMessage } from '../../app/error-message';
import { useMutationWithPrompt } from '../../app/use-mutation-with-prompt';
import { useViewer } from '../../session/viewer';
import type { InvoiceOnPage } from './invoice-on-page';
import { invoiceStrings } from './invoice-strings';

/** Says that a sent invoice has changes that its client does not have yet. */
export function Revision({ invoice }: { invoice: InvoiceOnPage }) {
  const { formats, may } = useViewer();
  const discard = useMutationWithPrompt(DiscardInvoiceChangesDocument);
  if (!invoice.revision) return null;
  return (
    <Notice tone="warn">
      <p>{invoiceStrings.revisionHint(formats.money(invoice.revision.totalCents ?? 0))}</p>
      <ErrorMessage error={discard.error} />
      {may('WRITE_INVOICES') && (
        <Button isBusy={discard.isBusy} onClick={() => discard.run({ id: invoice.id })}>
          {invoiceStrings.discard}
        </Button>
      )}
    </Notice>
  );
}
