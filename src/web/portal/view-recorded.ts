import { useEffect } from 'react';
import { RecordPortalPageViewDocument } from '../gen/operations';
import type { FollowedPortal } from './follow-portal';

const recorded = new WeakSet<FollowedPortal>();

/** Says once that a person has the page in front of them: opening it in the background is no view. */
export function useViewRecorded(followed: FollowedPortal): void {
  useEffect(() => {
    const record = () => {
      if (document.visibilityState !== 'visible' || recorded.has(followed)) return;
      recorded.add(followed);
      void followed.client.mutation(RecordPortalPageViewDocument, {}).toPromise();
    };
    record();
    document.addEventListener('visibilitychange', record);
    return () => document.removeEventListener('visibilitychange', record);
  }, [followed]);
}
