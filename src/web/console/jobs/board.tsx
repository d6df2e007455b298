import { useDeferredValue, useState } from 'react';
import { Badge } from '../../design/badge';
import { Field } from '../../design/field';
import { SelectField } from '../../design/select-field';
import { JobBoardDocument, type JobBoardQuery, type JobStatus } from '../../gen/operations';
import { Nothing } from '../app/asked';
import { Paged } from '../app/paged';
import { Go } from '../app/route';
import { useViewer } from '../app/viewer';
import { useWaitingPrompts } from '../sharing/waiting-prompts';
import { words } from '../words';

type Card = JobBoardQuery['jobs']['nodes'][number];
const STATUSES = Object.keys(words.statuses) as JobStatus[];

/** All jobs that this person sees, by how far they are. */
export function Board() {
  const { may } = useViewer();
  const [search, setSearch] = useState('');
  const [status, setStatus] = useState<JobStatus | ''>('');
  const asked = useDeferredValue(search.trim());
  const variables = { search: asked || null, statuses: status ? [status] : null };
  return (
    <>
      <div className="row between">
        <h1>{words.room.jobs}</h1>
        {may('WRITE_JOBS') && (
          <Go to={['jobs', 'new']} className="button primary">
            {words.newJob}
          </Go>
        )}
      </div>
      <search className="filters">
        <Field
          label={words.searchJobs}
          type="search"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        <SelectField
          label={words.status}
          value={status}
          options={[
            { value: '', text: words.allStatuses },
            ...STATUSES.map((value) => ({ value, text: words.statuses[value] })),
          ]}
          onChange={(event) => setStatus(event.target.value as JobStatus | '')}
        />
      </search>
      <Paged query={JobBoardDocument} variables={variables} of={({ jobs }) => jobs}>
        {(jobs) => <Columns jobs={jobs} isSearch={Boolean(asked || status)} />}
      </Paged>
    </>
  );
}

function Columns({ jobs, isSearch }: { jobs: Card[]; isSearch: boolean }) {
  if (jobs.length === 0) return <Nothing>{isSearch ? words.noJobFound : words.noJobs}</Nothing>;
  return (
    <div className="board">
      {STATUSES.map((status) => {
        const those = jobs.filter((job) => job.status === status);
        return those.length === 0 ? null : (
          <section key={status} aria-labelledby={`column-${status}`}>
            <h2 id={`column-${status}`}>
              {words.statuses[status]} <span className="soft">{those.length}</span>
            </h2>
            <ul>
              {those.map((job) => (
                <JobCard key={job.id} job={job} />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

function JobCard({ job }: { job: Card }) {
  const { inWords } = useViewer();
  const isWaiting = useWaitingPrompts().some((prompt) => prompt.job.id === job.id);
  const visit = nextVisit(job);
  return (
    <li className="card job-card">
      <Go to={['jobs', job.id]} className="whole">
        {job.title}
      </Go>
      <p className="soft small">
        {words.numbered(job.number)}
        {job.client && ` · ${job.client.name}`}
      </p>
      {visit && <p className="small">{inWords.moment(visit)}</p>}
      {job.progress && job.progress.total > 0 && (
        <p className="soft small">{words.todosDone(job.progress.done, job.progress.total)}</p>
      )}
      {isWaiting && <Badge tone="accent">{words.sharing.waits}</Badge>}
    </li>
  );
}

/** The next that is to come, or else the last that was. */
function nextVisit({ visits }: Card): string | undefined {
  const times = visits
    .filter(({ cancelledAt }) => !cancelledAt)
    .map(({ startsAt }) => startsAt)
    .sort();
  const now = new Date().toISOString();
  return times.find((time) => new Date(time).toISOString() > now) ?? times.at(-1);
}
