import { Badge, type Tone } from '../design/badge';
import { Button } from '../design/button';
import type { JobOfPortalFragment, JobStatus } from '../gen/operations';
import { usePortalPage } from './portal-context';
import { isOpen } from './quote-state';
import { words } from './words';

const TONES: Record<JobStatus, Tone> = {
  NEW: 'plain',
  SCHEDULED: 'accent',
  IN_PROGRESS: 'accent',
  ON_HOLD: 'warn',
  COMPLETED: 'good',
  CANCELLED: 'wrong',
};

/** Which job it is, how far it is, and whether it waits for its reader. */
export function Hero({ job, clientName }: { job: JobOfPortalFragment; clientName: string }) {
  const { number, title, status, siteAddress, description, progress } = job;
  return (
    <section className="hero card" aria-labelledby="job-title">
      <p className="head soft small">
        <span>{words.job(number)}</span> <span>{words.preparedFor(clientName)}</span>
      </p>
      <div className="row">
        <h1 id="job-title">{title}</h1>
        {status && <Badge tone={TONES[status]}>{words.jobStatus[status]}</Badge>}
      </div>
      {description && <p className="text">{description}</p>}
      {siteAddress && (
        <p className="soft">
          <span className="unseen">{words.where}: </span>
          {siteAddress}
        </p>
      )}
      {progress && progress.total > 0 && <Progress {...progress} />}
      <WaitingQuotes quotes={job.quotes ?? []} />
    </section>
  );
}

function Progress({ done, total }: { done: number; total: number }) {
  const label = words.progress(done, total);
  return (
    <div className="progress">
      <progress value={done} max={total} aria-label={label} />
      <span className="small soft" aria-hidden="true">
        {label}
      </span>
    </div>
  );
}

function WaitingQuotes({ quotes }: { quotes: NonNullable<JobOfPortalFragment['quotes']> }) {
  const { timeZone } = usePortalPage();
  const waiting = quotes.filter((quote) => quote.status === 'SENT' && isOpen(quote, timeZone));
  const [first] = waiting;
  if (!first) return null;
  // No link: the fragment of the address is the token's.
  const go = ({ currentTarget }: { currentTarget: Element }) => {
    const page = currentTarget.getRootNode() as Document | ShadowRoot;
    const place = page.getElementById(`quote-${first.id}`);
    place?.scrollIntoView({ block: 'start' });
    place?.focus({ preventScroll: true });
  };
  return (
    <div className="waiting">
      <p>{waiting.length === 1 ? words.waitingQuote : words.waitingQuotes(waiting.length)}</p>
      <Button look="primary" onClick={go}>
        {words.showQuote}
      </Button>
    </div>
  );
}
