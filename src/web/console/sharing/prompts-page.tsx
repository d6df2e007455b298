import { Badge } from '../../design/badge';
import { Nothing } from '../app/asked';
import { Go } from '../app/route';
import { useViewer } from '../app/viewer';
import { words } from '../words';
import { ReviewButton } from './review-button';
import { useWaitingPrompts, type WaitingPrompt } from './waiting-prompts';

/** What waits for somebody to review it. */
export function PromptsPage() {
  const waiting = useWaitingPrompts();
  return (
    <>
      <h1>{words.room.prompts}</h1>
      <p className="soft">{words.sharing.waitingAbout}</p>
      {waiting.length === 0 ? (
        <Nothing>{words.sharing.noneWaits}</Nothing>
      ) : (
        <ul className="list">
          {waiting.map((prompt) => (
            <Waiting key={prompt.id} prompt={prompt} />
          ))}
        </ul>
      )}
    </>
  );
}

function Waiting({ prompt }: { prompt: WaitingPrompt }) {
  const { inWords } = useViewer();
  const { job, raisedBy, raisedAt, items } = prompt;
  const fresh = items.filter(({ change }) => change !== 'UNCHANGED').length;
  return (
    <li className="line">
      <div>
        <Go to={['jobs', job.id]}>
          <strong>{words.jobNamed(job.number, job.title)}</strong>
        </Go>
        <p className="soft small">
          {job.client?.name} ·{' '}
          {raisedAt && words.sharing.since(raisedBy?.name ?? null, inWords.moment(raisedAt))}
        </p>
      </div>
      <Badge tone="accent">{words.sharing.freshItems(fresh)}</Badge>
      <ReviewButton jobId={job.id} />
    </li>
  );
}
