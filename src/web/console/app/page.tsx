import { AccountPage } from '../account/account-page';
import { CalendarPage } from '../calendar/calendar-page';
import { MyDay } from '../calendar/my-day';
import { ClientPage } from '../clients/client-page';
import { Clients } from '../clients/clients';
import { Board } from '../jobs/board';
import { JobPage } from '../jobs/job-page';
import { NewJob } from '../jobs/new-job';
import { MessagesPage } from '../messages/messages-page';
import { Enquiries } from '../sales/enquiries/enquiries';
import { EnquiryPage } from '../sales/enquiries/enquiry-page';
import { InvoicePage } from '../sales/invoices/invoice-page';
import { Invoices } from '../sales/invoices/invoices';
import { NewInvoicePage } from '../sales/invoices/new-invoice';
import { NewQuote } from '../sales/quotes/new-quote';
import { QuotePage } from '../sales/quotes/quote-page';
import { Quotes } from '../sales/quotes/quotes';
import { useViewer } from '../session/viewer';
import SettingsPage from '../settings/settings-page';
import { FirstSteps } from '../setup/first-steps';
import { PromptsPage } from '../sharing/prompts-page';
import StaffPage from '../staff/staff-page';
import { strings } from '../strings';
import { TodayPage } from '../today/today-page';
import { EmptyState } from './query-boundary';
import { firstSection, useRoute } from './router';

/** Page of the current route. A forbidden route reads like an unknown one. */
export function Page() {
  const { may } = useViewer();
  const [section = firstSection(may), id, tab] = useRoute();
  if (section === 'first-steps' && may('SWITCH_PORTAL')) return <FirstSteps />;
  if (section === 'jobs' && id?.startsWith('new') && may('WRITE_JOBS'))
    return <NewJob clientId={id.split('new-for-')[1] ?? null} />;
  if (section === 'jobs' && id) return <JobPage key={id} id={id} tab={tab ?? 'details'} />;
  if (section === 'jobs') return <Board />;
  if (section === 'today' && may('WRITE_SALES')) return <TodayPage />;
  if (section === 'calendar' && may('WORK_ON_JOBS')) return <CalendarPage />;
  if (section === 'my-day' && may('WORK_ON_JOBS')) return <MyDay />;
  if (section === 'account') return <AccountPage />;
  if (section === 'messages' && may('MESSAGE_CLIENTS')) return <MessagesPage />;
  if (section === 'prompts' && may('SHARE')) return <PromptsPage />;
  if (section === 'staff' && may('MANAGE_STAFF')) return <StaffPage />;
  if (section === 'settings' && (may('SWITCH_PORTAL') || may('MANAGE_PAYMENT_TERMS')))
    return <SettingsPage />;
  if (section === 'invoices' && id === 'new' && may('WRITE_INVOICES')) return <NewInvoicePage />;
  if (section === 'invoices' && may('READ_INVOICES'))
    return id ? <InvoicePage key={id} id={id} /> : <Invoices />;
  if (section === 'enquiries' && may('ANSWER_ENQUIRIES'))
    return id ? <EnquiryPage key={id} id={id} /> : <Enquiries />;
  if (['quotes', 'clients'].includes(section) && may('WRITE_SALES'))
    return <SalesPage section={section} id={id} />;
  return <EmptyState>{strings.notFound}</EmptyState>;
}

function SalesPage({ section, id }: { section: string; id?: string }) {
  if (section === 'clients') return id ? <ClientPage key={id} id={id} /> : <Clients />;
  if (id?.startsWith('new')) return <NewQuote jobId={id.split('new-for-')[1] ?? null} />;
  return id ? <QuotePage key={id} id={id} /> : <Quotes />;
}
