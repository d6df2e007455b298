import { Badge, type Tone } from '../../design/badge';
import type { JobStatus, PortalJobFragment } from '../../gen/portal-operations';
import { useTexts } from '../texts';

const TONES: Record<JobStatus, Tone> = {
  NEW: 'plain',
  SCHEDULED: 'accent',
  IN_PROGRESS: 'accent',
  ON_HOLD: 'warn',
  COMPLETED: 'good',
  CANCELLED: 'wrong',
};

/** Head of the page: job, status, place. */
export function Hero({ job, clientName }: { job: PortalJobFragment; clientName: string }) {
  const { strings } = useTexts();
  const { number, title, status, siteAddress, description } = job;
  return (
    <section className="hero card" id="section-job" aria-labelledby="job-title">
      <p className="head muted small">
        <span>{strings.job(number)}</span> <span dir="auto">{strings.preparedFor(clientName)}</span>
      </p>
      <div className="row">
        <h1 id="job-title" dir="auto">
          {title}
        </h1>
        {status && <Badge tone={TONES[status]}>{strings.jobStatus[status]}</Badge>}
      </div>
      {description && (
        <p className="text" dir="auto">
          {description}
        </p>
      )}
      {siteAddress && (
        <p className="muted">
          <span className="visually-hidden">{strings.siteAddress}: </span>
          <bdi>{siteAddress}</bdi>
        </p>
      )}
    </section>
  );
}
