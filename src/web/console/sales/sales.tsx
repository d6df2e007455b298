import { ClientPage, Clients } from './clients';
import { Enquiries } from './enquiries';
import { EnquiryPage } from './enquiry-page';
import { InvoicePage } from './invoice-page';
import { Invoices } from './invoices';
import { NewQuote } from './new-quote';
import { QuotePage } from './quote-page';
import { Quotes } from './quotes';

/** From the first question to the last payment. */
export default function Sales({ room, id }: { room: string; id?: string }) {
  if (room === 'enquiries') return id ? <EnquiryPage key={id} id={id} /> : <Enquiries />;
  if (room === 'invoices') return id ? <InvoicePage key={id} id={id} /> : <Invoices />;
  if (room === 'clients') return id ? <ClientPage key={id} id={id} /> : <Clients />;
  if (id?.startsWith('new')) return <NewQuote jobId={id.split('new-for-')[1] ?? null} />;
  return id ? <QuotePage key={id} id={id} /> : <Quotes />;
}
