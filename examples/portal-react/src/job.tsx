import type { Business, Job, Photo } from './portal';
import { dayOf, inWords, timesOf } from './words';

/** Title, status, visits, to-dos and notes of a job, as far as they were shared. */
export function JobDetails({ job, business }: { job: Job; business: Business }) {
  return (
    <>
      <section className="hero">
        <h1>{job.title}</h1>
        {job.status && <span className="status">{inWords(job.status)}</span>}
        {job.siteAddress && <p>{job.siteAddress}</p>}
        {job.description && <p>{job.description}</p>}
      </section>
      {job.visits.length > 0 && (
        <section>
          <h2>Visits</h2>
          <ul>
            {job.visits.map((visit) => (
              <li key={visit.id}>
                <strong>{timesOf(visit.startsAt, visit.endsAt, business)}</strong>
                {visit.movedFrom && <small>Moved from {dayOf(visit.movedFrom, business)}</small>}
              </li>
            ))}
          </ul>
        </section>
      )}
      {job.todos.length > 0 && (
        <section>
          <h2>To-dos</h2>
          <ul>
            {job.todos.map(({ id, title, done }) => (
              <li key={id}>
                <span>
                  {title} <small>{done ? 'Done' : 'To do'}</small>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {job.notes.length > 0 && (
        <section>
          <h2>Notes</h2>
          <ul>
            {job.notes.map(({ id, body, createdAt }) => (
              <li key={id}>
                <span>{body}</span>
                <small>{dayOf(createdAt, business)}</small>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** Photos by their signed addresses: a picture cannot send the token. */
export function Photos({ photos }: { photos: Photo[] }) {
  if (photos.length === 0) return null;
  return (
    <section>
      <h2>Photos</h2>
      <div className="photos">
        {photos.map(({ id, caption, signedThumbnailUrl, signedDisplayUrl }) => (
          <a key={id} href={signedDisplayUrl ?? undefined} target="_blank" rel="noreferrer">
            {signedThumbnailUrl && <img src={signedThumbnailUrl} alt={caption ? '' : 'Photo'} />}
            {caption && <small>{caption}</small>}
          </a>
        ))}
      </div>
    </section>
  );
}
