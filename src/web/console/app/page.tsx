import { Board } from '../jobs/board';
import { JobPage } from '../jobs/job-page';
import { NewJob } from '../jobs/new-job';
import Sales from '../sales/sales';
import SettingsPage from '../settings/settings-page';
import { PromptsPage } from '../sharing/prompts-page';
import StaffPage from '../staff/staff-page';
import { words } from '../words';
import { Nothing } from './asked';
import { useRoute } from './route';
import { useViewer } from './viewer';

/** The page that the address names; an address that is not for this person reads like one that is not there. */
export function Page() {
  const { may } = useViewer();
  const [room = 'jobs', id, tab] = useRoute();
  if (room === 'jobs' && id === 'new' && may('WRITE_JOBS')) return <NewJob />;
  if (room === 'jobs' && id) return <JobPage key={id} id={id} tab={tab ?? 'details'} />;
  if (room === 'jobs') return <Board />;
  if (room === 'prompts' && may('SHARE')) return <PromptsPage />;
  if (room === 'staff' && may('MANAGE_STAFF')) return <StaffPage />;
  if (room === 'settings' && may('SWITCH_PORTAL')) return <SettingsPage />;
  if (room === 'invoices' && may('READ_INVOICES')) return <Sales room={room} id={id} />;
  if (['enquiries', 'quotes', 'clients'].includes(room) && may('WRITE_SALES'))
    return <Sales room={room} id={id} />;
  return <Nothing>{words.noSuchPage}</Nothing>;
}
