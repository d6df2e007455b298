import { createContext, type ReactNode } from 'react';
import { Notice } from '../../../design/notice';
import { RouterLink, useRoute } from '../../app/router';
import { photoStrings } from './photo-strings';
import { usePhotoQueue } from './use-photo-queue';

type PhotoQueue = Pick<ReturnType<typeof usePhotoQueue>, 'photos' | 'add' | 'retry' | 'leaveOut'>;

/** Pictures on their way to jobs. They go on, and can fail, while somebody looks at another page. */
export const PhotoQueueContext = createContext<PhotoQueue>({
  photos: [],
  add: async () => undefined,
  retry: async () => undefined,
  leaveOut: () => undefined,
});

export function PhotoQueueProvider({ children }: { children: ReactNode }) {
  const queue = usePhotoQueue();
  return (
    <PhotoQueueContext value={queue}>
      <FailedElsewhere photos={queue.photos} />
      {children}
    </PhotoQueueContext>
  );
}

/** Says on other pages which jobs have photos that failed. */
function FailedElsewhere({ photos }: Pick<PhotoQueue, 'photos'>) {
  const [section, id, tab] = useRoute();
  const failed = photos.filter(({ state, jobId }) => {
    const isSeen = section === 'jobs' && id === jobId && tab === 'photos';
    return state === 'FAILED' && !isSeen;
  });
  return [...new Set(failed.map(({ jobId }) => jobId))].map((jobId) => (
    <Notice key={jobId} tone="wrong">
      {photoStrings.failedElsewhere(failed.filter((each) => each.jobId === jobId).length)}{' '}
      <RouterLink to={['jobs', jobId, 'photos']}>{photoStrings.openPhotos}</RouterLink>
    </Notice>
  ));
}
