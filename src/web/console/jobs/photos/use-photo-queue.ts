import { useEffect, useRef, useState } from 'react';
import type { CombinedError } from 'urql';
import { AddPhotoDocument } from '../../../gen/operations';
import { useMutationWithPrompt } from '../../app/use-mutation-with-prompt';
import { limiter } from './limiter';
import { upload } from './upload';

/** A picture on its way to the job. */
export interface QueuedPhoto {
  /** Idempotency key: trying again adds the photo once, also where only the answer was lost. */
  key: string;
  jobId: string;
  file: File;
  caption: string | null;
  state: 'WAITING' | 'UPLOADING' | 'SAVING' | 'ADDED' | 'FAILED';
  /** Part that was sent, from 0 to 1. */
  progress: number;
  /** Once it was uploaded; it is not sent again. */
  uploadId?: string;
  problem?: string;
  error?: CombinedError;
}

const MAX_UPLOADS = 3;

/** Uploads pictures, a few at the same time, and adds them to their jobs in the order in which they were chosen. */
export function usePhotoQueue() {
  const { runAll } = useMutationWithPrompt(AddPhotoDocument);
  const [photos, setPhotos] = useState<QueuedPhoto[]>([]);
  const [limited] = useState(() => limiter(MAX_UPLOADS));
  const isBusy = photos.some(({ state }) => state !== 'ADDED' && state !== 'FAILED');
  useWarningBeforeLeaving(isBusy);

  const change = (key: string, changes: Partial<QueuedPhoto>) =>
    setPhotos((all) => all.map((each) => (each.key === key ? { ...each, ...changes } : each)));

  /** Returns the upload id, or null where it failed. */
  const send = async ({ key, file, uploadId }: QueuedPhoto): Promise<string | null> => {
    if (uploadId) return uploadId;
    change(key, { state: 'UPLOADING', progress: 0 });
    const result = await upload(file, (progress) => change(key, { progress }));
    change(key, 'problem' in result ? { ...result, state: 'FAILED' } : result);
    return 'problem' in result ? null : result.uploadId;
  };

  const start = (batch: QueuedPhoto[]) =>
    runAll(
      batch.map(async (photo) => {
        const uploadId = await limited(() => send(photo));
        if (!uploadId) return null;
        const { key, jobId, caption } = photo;
        change(key, { state: 'SAVING', progress: 1 });
        return { input: { jobId, uploadId, caption }, key };
      }),
      ({ key }, { error }) => {
        if (key) change(key, error ? { error, state: 'FAILED' } : { state: 'ADDED' });
      },
    );

  return {
    photos,
    add: (jobId: string, files: File[], caption: string | null) => {
      const batch = files.map((file) => queued(jobId, file, caption));
      // What was added before is in the list of photos.
      setPhotos((all) => [...(isBusy ? all : all.filter(isUnfinished)), ...batch]);
      return start(batch);
    },
    retry: (failed: QueuedPhoto[]) => {
      for (const { key } of failed)
        change(key, { state: 'WAITING', problem: undefined, error: undefined });
      return start(failed);
    },
    leaveOut: (key: string) => setPhotos((all) => all.filter((each) => each.key !== key)),
  };
}

const isUnfinished = ({ state }: QueuedPhoto) => state !== 'ADDED';

function queued(jobId: string, file: File, caption: string | null): QueuedPhoto {
  // `crypto.randomUUID` is missing on pages without TLS.
  const key = crypto.getRandomValues(new Uint32Array(4)).join('-');
  return { key, jobId, file, caption, state: 'WAITING', progress: 0 };
}

/** The browser asks before the page is closed while pictures are on their way. */
function useWarningBeforeLeaving(isBusy: boolean) {
  const isActive = useRef(isBusy);
  isActive.current = isBusy;
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (isActive.current) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, []);
}
