import { use, useState } from 'react';
import { Button } from '../../../design/button';
import { Field } from '../../../design/field';
import { LiveNotice, Notice } from '../../../design/notice';
import { Written } from '../../../design/text/written';
import { ErrorMessage } from '../../app/error-message';
import { Form } from '../../app/form';
import { PhotoQueueContext } from './photo-queue-provider';
import { photoStrings } from './photo-strings';
import type { QueuedPhoto } from './use-photo-queue';

/** Form that uploads several pictures, and adds each to the job. Those that failed can be tried again. */
export function AddPhotos({ jobId }: { jobId: string }) {
  const { add, retry, leaveOut, ...queue } = use(PhotoQueueContext);
  const photos = queue.photos.filter((each) => each.jobId === jobId);
  const [files, setFiles] = useState<File[]>([]);
  return (
    <div className="card stack">
      <Form
        draft={null}
        isBusy={false}
        error={null}
        submit={photoStrings.add}
        onSubmit={async (values) => {
          add(jobId, files, values.optional('caption'));
          return { data: files };
        }}
      >
        <Field
          label={photoStrings.pictures}
          type="file"
          accept="image/*"
          multiple
          required
          onChange={(event) => setFiles([...(event.target.files ?? [])])}
        />
        <Field label={photoStrings.captionOfAll} name="caption" maxLength={500} dir="auto" />
      </Form>
      {photos.length > 0 && <Queue {...{ photos, retry, leaveOut }} />}
    </div>
  );
}

interface QueueProps {
  photos: QueuedPhoto[];
  retry: (failed: QueuedPhoto[]) => void;
  leaveOut: (key: string) => void;
}

function Queue({ photos, retry, leaveOut }: QueueProps) {
  const unfinished = photos.filter(({ state }) => state !== 'ADDED');
  const failed = photos.filter(({ state }) => state === 'FAILED');
  const summary = photoStrings.summary(
    photos.length - unfinished.length,
    photos.length,
    failed.length,
  );
  return (
    <>
      <p>{summary}</p>
      {/* One sentence when nothing is on its way any longer, not one for each photo. */}
      <LiveNotice>{failed.length === unfinished.length ? summary : ''}</LiveNotice>
      {failed.length > 1 && failed.length === unfinished.length && (
        <Button onClick={() => retry(failed)}>{photoStrings.tryAgain}</Button>
      )}
      {unfinished.length > 0 && (
        <ul className="list" aria-label={photoStrings.onTheWay}>
          {unfinished.map((photo) => (
            <li className="list-row upload" key={photo.key}>
              <Written>{photo.file.name}</Written>
              {photo.state === 'FAILED' ? (
                <Failed photo={photo} retry={() => retry([photo])} leaveOut={leaveOut} />
              ) : (
                <Progress photo={photo} />
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Progress({ photo: { state, progress, file } }: { photo: QueuedPhoto }) {
  if (state === 'WAITING') return <span className="muted small">{photoStrings.waiting}</span>;
  return (
    <>
      <progress value={progress} aria-label={photoStrings.progressOf(file.name)} />
      <span className="muted small">
        {state === 'SAVING' ? photoStrings.saving : `${Math.round(progress * 100)} %`}
      </span>
    </>
  );
}

interface FailedProps {
  photo: QueuedPhoto;
  retry: () => void;
  leaveOut: (key: string) => void;
}

function Failed({ photo: { key, file, problem, error }, retry, leaveOut }: FailedProps) {
  return (
    <>
      {problem && <Notice tone="wrong">{problem}</Notice>}
      <ErrorMessage error={error} />
      <Button aria-label={photoStrings.tryAgainNamed(file.name)} onClick={retry}>
        {photoStrings.tryAgain}
      </Button>
      <Button aria-label={photoStrings.leaveOutNamed(file.name)} onClick={() => leaveOut(key)}>
        {photoStrings.leaveOut}
      </Button>
    </>
  );
}
