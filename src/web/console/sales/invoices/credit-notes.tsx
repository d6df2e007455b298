import { Notice } from '../../../design/notice';
import { RouterLink } from '../../app/router';
import { useViewer } from '../../session/viewer';
import type { InvoiceOnPage } from './invoice-on-page';
import { invoiceStrings } from './invoice-strings';

/** Credit notes of an invoice, and what is to be paid back because of them. */
export function CreditNotes({ invoice }: { invoice: InvoiceOnPage }) {
  const { formats } = useViewer();
  const notes = invoice.creditNotes?.filter(({ status }) => status !== 'VOID') ?? [];
  if (notes.length === 0) return null;
  return (
    <section>
      <h2>{invoiceStrings.creditNotes}</h2>
      {invoice.refundDueCents > 0 && (
        <Notice tone="warn">
          {invoiceStrings.refundDue(formats.money(invoice.refundDueCents))}
        </Notice>
      )}
      <ul className="list">
        {notes.map((note) => (
          <li className="list-row" key={note.id}>
            <div>
              <RouterLink to={['invoices', note.id]}>
                {invoiceStrings.named('CREDIT_NOTE', note.number, note.title)}
              </RouterLink>
              {note.creditReason && <p className="muted small">{note.creditReason}</p>}
            </div>
            <strong className="amount">{formats.money(note.totalCents)}</strong>
          </li>
        ))}
      </ul>
    </section>
  );
}
