import { Badge } from '../../design/badge';
import { SelectField } from '../../design/select-field';
import { Written } from '../../design/text/written';
import {
  JobHeadDocument,
  type JobHeadQuery,
  type JobStatus,
  SetJobStatusDocument,
} from '../../gen/operations';
import { ErrorMessage } from '../app/error-message';
import { JobChangesProvider } from '../app/job-changes';
import { EmptyState, QueryBoundary } from '../app/query-boundary';
import { RouterLink } from '../app/router';
import { useMutationWithPrompt } from '../app/use-mutation-with-prompt';
import { LinkStrip } from '../phone/link-strip';
import { useViewer } from '../session/viewer';
import { OutdatedSchedule } from '../sharing/outdated-schedule';
import { PortalOff } from '../sharing/portal-off';
import { strings } from '../strings';
import { JobTab, useTabs } from './job-tabs';
import { WithClientProvider } from './with-client';

type Job = NonNullable<JobHeadQuery['job']>;

/** Job page: title, status, waiting prompt and tabs. */
export function JobPage({ id, tab }: { id: string; tab: string }) {
  return (
    <JobChangesProvider id={id}>
      <WithClientProvider jobId={id}>
        <QueryBoundary query={JobHeadDocument} variables={{ id }}>
          {({ job }) =>
            job ? <JobView job={job} tab={tab} /> : <EmptyState>{strings.notFound}</EmptyState>
          }
        </QueryBoundary>
      </WithClientProvider>
    </JobChangesProvider>
  );
}

function JobView({ job, tab }: { job: Job; tab: string }) {
  const { may } = useViewer();
  const tabs = useTabs();
  return (
    <>
      <header className="job-head">
        <p className="muted">
          {strings.jobNumber(job.number)}
          {job.client && (
            <>
              {' · '}
              <Written>{job.client.name}</Written>
            </>
          )}
        </p>
        <div className="row spread">
          <h1 dir="auto">{job.title}</h1>
          {may('SET_JOB_STATUS') ? (
            <StatusPicker job={job} />
          ) : (
            job.status && <Badge>{strings.statuses[job.status]}</Badge>
          )}
        </div>
        <OutdatedSchedule since={job.clientScheduleOutdatedSince} />
        <PortalOff />
      </header>
      <LinkStrip className="tabs" label={strings.jobTabs} current={tab}>
        {tabs.map((name) => (
          <RouterLink
            key={name}
            to={['jobs', job.id, name]}
            aria-current={name === tab ? 'page' : undefined}
          >
            {strings.tab[name]}
            {name === 'messages' && Boolean(job.unreadMessages) && (
              <span className="count">{job.unreadMessages}</span>
            )}
          </RouterLink>
        ))}
      </LinkStrip>
      <JobTab id={job.id} name={tab} />
    </>
  );
}

function StatusPicker({ job }: { job: Job }) {
  const { run, error } = useMutationWithPrompt(SetJobStatusDocument);
  return (
    <div className="status-picker">
      <SelectField
        label={strings.status}
        isLabelHidden
        value={job.status ?? ''}
        options={Object.entries(strings.statuses).map(([value, text]) => ({ value, text }))}
        onChange={(event) => run({ jobId: job.id, status: event.target.value as JobStatus })}
      />
      <ErrorMessage error={error} />
    </div>
  );
}
