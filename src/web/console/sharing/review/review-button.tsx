import { Button } from '../../../design/button';
import { ErrorMessage } from '../../app/error-message';
import { strings } from '../../strings';
import { useOpenReview } from './use-open-review';

/** Opens the review of a job's waiting prompt. */
export function ReviewButton({ jobId }: { jobId: string }) {
  const { open, isBusy, error, isGone } = useOpenReview(jobId);
  return (
    <>
      <Button variant="primary" isBusy={isBusy} onClick={open}>
        {strings.sharing.review}
      </Button>
      <ErrorMessage error={error} />
      {isGone && <p role="status">{strings.sharing.nothingLeft}</p>}
    </>
  );
}
