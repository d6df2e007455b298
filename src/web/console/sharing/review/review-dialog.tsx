import { useState } from 'react';
import { Button } from '../../../design/button';
import { Dialog } from '../../../design/dialog';
import { TextField } from '../../../design/field';
import { Notice } from '../../../design/notice';
import type { PromptToReviewFragment } from '../../../gen/operations';
import { errorCode } from '../../app/api';
import { ErrorMessage } from '../../app/error-message';
import { RouterLink } from '../../app/router';
import { strings } from '../../strings';
import { PortalOffNotice } from '../portal-off';
import { Difference } from './difference/difference';
import { ItemChecklist } from './item-checklist';
import { Preview } from './preview';
import { reviewStrings } from './review-strings';
import { useBackCloses } from './use-back-closes';
import { type Review, useReview } from './use-review';

interface ReviewProps {
  raised: PromptToReviewFragment;
  onClose: (toast: string) => void;
}

/**
 * Review of a share prompt: choose items, preview, then send, dismiss or leave it for later, by its button, ×, Escape or the
 * browser's Back. `onClose` takes the text of a toast.
 */
export default function ReviewDialog({ raised, onClose }: ReviewProps) {
  const review = useReview(raised, onClose);
  const later = () => onClose('');
  useBackCloses(later);
  const [isPreviewing, setPreviewing] = useState(false);
  const { prompt } = review;
  const { client, title, number } = prompt.job;
  const name = client?.name ?? strings.sharing.theClient;
  return (
    <Dialog
      title={strings.sharing.title(name)}
      className={`review ${isPreviewing ? 'previewing' : ''}`}
      onClose={later}
    >
      <Button
        variant="quiet"
        className="close-sheet"
        aria-label={reviewStrings.close}
        onClick={later}
      >
        ×
      </Button>
      <p className="muted">{strings.sharing.jobChanged(number, title)}</p>
      {review.isStale && <Notice tone="warn">{strings.problems.byCode.PROMPT_STALE}</Notice>}
      {errorCode(review.error ?? undefined) === 'PORTAL_DISABLED' ? (
        <PortalOffNotice tone="wrong" />
      ) : (
        <ErrorMessage error={review.error} />
      )}
      {client && !client.email && (
        <Notice tone="warn">
          {strings.problems.byCode.CLIENT_EMAIL_MISSING}{' '}
          <RouterLink to={['clients', client.id]}>{strings.sharing.addEmail}</RouterLink>
        </Notice>
      )}
      <Button
        className="toggle-preview"
        aria-pressed={isPreviewing}
        onClick={() => setPreviewing(!isPreviewing)}
      >
        {isPreviewing ? strings.sharing.hidePreview : strings.sharing.showPreview}
      </Button>
      <div className="review-columns">
        <div className="review-choice stack">
          <ItemChecklist review={review} />
          <AutoPublishedDetails details={prompt.details} />
          <TextField
            label={strings.sharing.message(name)}
            value={review.message}
            maxLength={2000}
            onChange={(event) => review.setMessage(event.target.value)}
          />
          <KeepInSyncOffer review={review} />
        </div>
        <Preview
          jobId={prompt.job.id}
          client={client ?? null}
          revision={prompt.revision}
          items={review.checkedKeys}
        />
      </div>
      <footer className="review-answers">
        <Button variant="primary" isBusy={review.isBusy} onClick={review.send}>
          {strings.sharing.send}
        </Button>
        <Button isBusy={review.isBusy} onClick={review.dismiss}>
          {strings.sharing.notNow}
        </Button>
        <Button isBusy={review.isBusy} onClick={later}>
          {reviewStrings.later}
        </Button>
        <p className="muted small">
          {reviewStrings.sendHint(client?.email ?? null)} {reviewStrings.notNowHint}{' '}
          {reviewStrings.laterHint}
        </p>
      </footer>
    </Dialog>
  );
}

/** Offers that later changes need no review. */
function KeepInSyncOffer({ review }: { review: Review }) {
  return (
    <div className="checklist-item">
      <label>
        <input
          type="checkbox"
          checked={review.keepInSync}
          aria-describedby="review-keep-in-sync"
          onChange={(event) => review.setKeepInSync(event.target.checked)}
        />
        {reviewStrings.keepInSync}
      </label>
      <p className="muted small" id="review-keep-in-sync">
        {reviewStrings.keepInSyncHint}
      </p>
    </div>
  );
}

/** Changes of title, description and address, which every share publishes. */
function AutoPublishedDetails({ details }: { details: PromptToReviewFragment['details'] }) {
  if (details.length === 0) return null;
  return (
    <section className="auto-published">
      <h3>{strings.sharing.autoPublishedDetails}</h3>
      {details.map(({ field, before, after }) => (
        <div key={field}>
          <h4>{strings.jobFields[field as keyof typeof strings.jobFields] ?? field}</h4>
          <Difference label="" before={before} after={after ?? strings.sharing.removed} />
        </div>
      ))}
    </section>
  );
}
