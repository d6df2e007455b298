import { useState } from 'react';
import { InvoiceListDocument, type InvoiceStatus } from '../../gen/operations';
import { Nothing } from '../app/asked';
import { Paged } from '../app/paged';
import { Go } from '../app/route';
import { useViewer } from '../app/viewer';
import { words } from '../words';
import { InvoiceStatusBadge } from './status-badge';
import { StatusFilter } from './status-filter';

/** All invoices. A new one is made on its job. */
export function Invoices() {
  const { inWords } = useViewer();
  const [status, setStatus] = useState<InvoiceStatus | null>(null);
  return (
    <>
      <h1>{words.room.invoices}</h1>
      <p className="soft">{words.invoicesAbout}</p>
      <StatusFilter of={words.invoiceStatuses} chosen={status} onChoose={setStatus} />
      <Paged query={InvoiceListDocument} variables={{ status }} of={(data) => data.invoices}>
        {(invoices) => (
          <>
            {invoices.length === 0 && <Nothing>{words.noInvoices}</Nothing>}
            <ul className="list">
              {invoices.map((invoice) => (
                <li className="line" key={invoice.id}>
                  <div>
                    <Go to={['invoices', invoice.id]}>
                      {words.invoiceNamed(invoice.number, invoice.title)}
                    </Go>
                    <p className="soft small">{invoice.client?.name}</p>
                  </div>
                  <InvoiceStatusBadge invoice={invoice} />
                  <strong className="amount">{inWords.money(invoice.totalCents)}</strong>
                </li>
              ))}
            </ul>
          </>
        )}
      </Paged>
    </>
  );
}
