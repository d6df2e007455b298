import { Badge } from '../../design/badge';
import { Written } from '../../design/text/written';
import { EmptyState } from '../app/query-boundary';
import { RouterLink } from '../app/router';
import { useViewer } from '../session/viewer';
import { strings } from '../strings';
import { PortalOff } from './portal-off';
import { changeCountOf } from './review/change-count';
import { ReviewButton } from './review/review-button';
import { useWaitingPrompts, type WaitingPrompt } from './waiting-prompts';

/** List of the prompts that wait for a review. */
export function PromptsPage() {
  const waiting = useWaitingPrompts();
  return (
    <>
      <h1>{strings.sections.prompts}</h1>
      <p className="muted">{strings.sharing.promptsHint}</p>
      <PortalOff />
      {waiting.length === 0 ? (
        <EmptyState>{strings.sharing.noPrompts}</EmptyState>
      ) : (
        <ul className="list">
          {waiting.map((prompt) => (
            <PromptRow key={prompt.id} prompt={prompt} />
          ))}
        </ul>
      )}
    </>
  );
}

function PromptRow({ prompt }: { prompt: WaitingPrompt }) {
  const { formats } = useViewer();
  const { job, raisedBy, raisedAt } = prompt;
  return (
    <li className="list-row">
      <div>
        <RouterLink to={['jobs', job.id]}>
          <strong>{strings.jobNamed(job.number, job.title)}</strong>
        </RouterLink>
        <p className="muted small">
          <Written>{job.client?.name}</Written> ·{' '}
          {raisedAt && strings.sharing.raised(raisedBy?.name ?? null, formats.dateTime(raisedAt))}
        </p>
      </div>
      <Badge tone="accent">{strings.sharing.changeCount(changeCountOf(prompt))}</Badge>
      <ReviewButton jobId={job.id} />
    </li>
  );
}
