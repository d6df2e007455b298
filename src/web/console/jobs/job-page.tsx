import { Badge } from '../../design/badge';
import { SelectField } from '../../design/select-field';
import {
  ChangeStatusDocument,
  JobHeadDocument,
  type JobHeadQuery,
  type JobStatus,
} from '../../gen/operations';
import { Asked, Nothing } from '../app/asked';
import { NewsOfJob } from '../app/news';
import { Problem } from '../app/problem';
import { Go } from '../app/route';
import { useChange } from '../app/use-change';
import { useViewer } from '../app/viewer';
import { ReviewButton } from '../sharing/review-button';
import { words } from '../words';
import { JobTab, useTabs } from './job-tabs';

type Head = NonNullable<JobHeadQuery['job']>;

/** One job: what it is called, how far it is, and its tabs. */
export function JobPage({ id, tab }: { id: string; tab: string }) {
  return (
    <NewsOfJob id={id}>
      <Asked query={JobHeadDocument} variables={{ id }}>
        {({ job }) =>
          job ? <Opened job={job} tab={tab} /> : <Nothing>{words.noSuchPage}</Nothing>
        }
      </Asked>
    </NewsOfJob>
  );
}

function Opened({ job, tab }: { job: Head; tab: string }) {
  const { may } = useViewer();
  const tabs = useTabs();
  return (
    <>
      <header className="job-head">
        <p className="soft">
          {words.numbered(job.number)}
          {job.client && ` · ${job.client.name}`}
        </p>
        <div className="row between">
          <h1>{job.title}</h1>
          {may('SET_JOB_STATUS') ? (
            <StatusChoice job={job} />
          ) : (
            job.status && <Badge>{words.statuses[job.status]}</Badge>
          )}
        </div>
        {job.sharePrompt && (
          <div className="notice row between">
            <p>{words.sharing.waitsOnJob}</p>
            <ReviewButton jobId={job.id} />
          </div>
        )}
      </header>
      <nav className="tabs" aria-label={words.partsOfJob}>
        {tabs.map((name) => (
          <Go
            key={name}
            to={['jobs', job.id, name]}
            aria-current={name === tab ? 'page' : undefined}
          >
            {words.tab[name]}
            {name === 'messages' && Boolean(job.unreadMessages) && (
              <span className="count">{job.unreadMessages}</span>
            )}
          </Go>
        ))}
      </nav>
      <JobTab id={job.id} name={tab} />
    </>
  );
}

function StatusChoice({ job }: { job: Head }) {
  const { run, error } = useChange(ChangeStatusDocument);
  return (
    <div className="status-choice">
      <SelectField
        label={words.status}
        isLabelUnseen
        value={job.status ?? ''}
        options={Object.entries(words.statuses).map(([value, text]) => ({ value, text }))}
        onChange={(event) => run({ jobId: job.id, status: event.target.value as JobStatus })}
      />
      <Problem error={error} />
    </div>
  );
}
