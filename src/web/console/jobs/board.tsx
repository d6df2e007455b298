import { Badge } from '../../design/badge';
import { Written } from '../../design/text/written';
import { JobBoardDocument, type JobBoardQuery, type JobStatus } from '../../gen/operations';
import { PaginatedList } from '../app/paginated-list';
import { EmptyState } from '../app/query-boundary';
import { RouterLink } from '../app/router';
import { useSearch, useStatus } from '../filters/list-filters';
import { SearchFilter } from '../filters/search-filter';
import { StatusFilter } from '../filters/status-filter';
import { useViewer } from '../session/viewer';
import { OutdatedSchedule } from '../sharing/outdated-schedule';
import { useWaitingPrompts } from '../sharing/waiting-prompts';
import { strings } from '../strings';

type Job = JobBoardQuery['jobs']['nodes'][number];
const STATUSES = Object.keys(strings.statuses) as JobStatus[];

/** Board of the jobs that this staff member may see, in one column per status. */
export function Board() {
  const { may } = useViewer();
  const search = useSearch();
  const status = useStatus(strings.statuses);
  const variables = { search, statuses: status && [status] };
  return (
    <>
      <div className="row spread">
        <h1>{strings.sections.jobs}</h1>
        {may('WRITE_JOBS') && (
          <RouterLink to={['jobs', 'new']} className="button primary">
            {strings.newJob}
          </RouterLink>
        )}
      </div>
      <search className="filters">
        <SearchFilter label={strings.searchJobs} />
        <StatusFilter labels={strings.statuses} />
      </search>
      <PaginatedList query={JobBoardDocument} variables={variables} connection={({ jobs }) => jobs}>
        {(jobs, hasMore) => (
          <Columns {...{ jobs, hasMore }} isFiltered={Boolean(search || status)} />
        )}
      </PaginatedList>
    </>
  );
}

interface ColumnsProps {
  jobs: Job[];
  hasMore: boolean;
  isFiltered: boolean;
}

function Columns({ jobs, hasMore, isFiltered }: ColumnsProps) {
  if (jobs.length === 0)
    return <EmptyState>{isFiltered ? strings.noMatchingJobs : strings.noJobs}</EmptyState>;
  return (
    <div className="board">
      {STATUSES.map((status) => {
        const jobsInColumn = jobs.filter((job) => job.status === status);
        return jobsInColumn.length === 0 ? null : (
          <section key={status} aria-labelledby={`column-${status}`}>
            <h2 id={`column-${status}`}>
              {strings.statuses[status]}{' '}
              <span className="muted">
                {jobsInColumn.length}
                {hasMore && '+'}
              </span>
            </h2>
            <ul>
              {jobsInColumn.map((job) => (
                <JobCard key={job.id} job={job} />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

function JobCard({ job }: { job: Job }) {
  const { formats } = useViewer();
  const needsReview = useWaitingPrompts().some((prompt) => prompt.job.id === job.id);
  const visit = nextVisit(job);
  return (
    <li className="card job-card">
      <RouterLink to={['jobs', job.id]} className="card-link" dir="auto">
        {job.title}
      </RouterLink>
      <p className="muted small">
        {strings.jobNumber(job.number)}
        {job.client && (
          <>
            {' · '}
            <Written>{job.client.name}</Written>
          </>
        )}
      </p>
      {visit && <p className="small">{formats.dateTime(visit)}</p>}
      {job.progress && job.progress.total > 0 && (
        <p className="muted small">{strings.todosDone(job.progress.done, job.progress.total)}</p>
      )}
      <OutdatedSchedule since={job.clientScheduleOutdatedSince} />
      {needsReview && <Badge tone="accent">{strings.sharing.needsReview}</Badge>}
    </li>
  );
}

/** Start of the next visit, or else of the last one. */
function nextVisit({ visits }: Job): string | undefined {
  const times = visits
    .filter(({ cancelledAt }) => !cancelledAt)
    .map(({ startsAt }) => startsAt)
    .sort();
  const now = new Date().toISOString();
  return times.find((time) => new Date(time).toISOString() > now) ?? times.at(-1);
}
