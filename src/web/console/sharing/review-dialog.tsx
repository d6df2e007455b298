import { useState } from 'react';
import { Button } from '../../design/button';
import { Dialog } from '../../design/dialog';
import { TextField } from '../../design/field';
import { Notice } from '../../design/notice';
import type { PromptToReviewFragment } from '../../gen/operations';
import { Problem } from '../app/problem';
import { Go } from '../app/route';
import { words } from '../words';
import { Choice } from './choice';
import { DetailsThatGo } from './details-that-go';
import { Preview } from './preview';
import { useReview } from './use-review';

interface ReviewParts {
  raised: PromptToReviewFragment;
  onClose: (told: string) => void;
}

/** You changed things the client could see: review and send, or not now. */
export default function ReviewDialog({ raised, onClose }: ReviewParts) {
  const review = useReview(raised, onClose);
  const [isPreviewing, setPreviewing] = useState(false);
  const { prompt } = review;
  const { client, title, number } = prompt.job;
  const name = client?.name ?? words.sharing.theClient;
  return (
    <Dialog
      title={words.sharing.title(name)}
      className={`review ${isPreviewing ? 'previewing' : ''}`}
      onClose={() => onClose('')}
    >
      <p className="soft">{words.sharing.about(number, title)}</p>
      {review.isStale && <Notice tone="warn">{words.problems.byCode.PROMPT_STALE}</Notice>}
      <Problem error={review.error} />
      {client && !client.email && (
        <Notice tone="warn">
          {words.problems.byCode.CLIENT_EMAIL_MISSING}{' '}
          <Go to={['clients', client.id]} onClick={() => onClose('')}>
            {words.sharing.addEmail}
          </Go>
        </Notice>
      )}
      <Button
        className="switch-view"
        aria-pressed={isPreviewing}
        onClick={() => setPreviewing(!isPreviewing)}
      >
        {isPreviewing ? words.sharing.backToChoice : words.sharing.showPreview}
      </Button>
      <div className="review-halves">
        <div className="review-choice stack">
          <Choice review={review} />
          <DetailsThatGo details={prompt.details} />
          <TextField
            label={words.sharing.message(name)}
            value={review.message}
            maxLength={2000}
            onChange={(event) => review.setMessage(event.target.value)}
          />
        </div>
        <Preview
          jobId={prompt.job.id}
          clientName={name}
          revision={prompt.revision}
          items={review.ticked}
        />
      </div>
      <footer className="review-answers">
        <Button look="primary" isBusy={review.isBusy} onClick={review.send}>
          {words.sharing.send}
        </Button>
        <Button isBusy={review.isBusy} onClick={review.leave}>
          {words.sharing.notNow}
        </Button>
        <p className="soft small">{words.sharing.promise(client?.email ?? null)}</p>
      </footer>
    </Dialog>
  );
}
