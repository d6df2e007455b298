import { type RefObject, useEffect, useState } from 'react';
import { imageQueue } from './image-queue';

/** Object URL of an image; null while it loads, FAILED when the request failed. */
export type AuthedImage = { url: string } | 'FAILED' | null;

/** NOW: at once; LATER: in its turn, after what is on the screen. */
export type Urgency = 'NOW' | 'LATER';

/** Time after which an image that did not arrive is given up. */
const TIMEOUT_MS = 60_000;

/**
 * Fetches an image with headers, so that no URL contains it. Revokes the object URL on unmount. An image that was LATER
 * and becomes NOW does not wait for its turn; one that failed is tried again when the connection is back.
 */
export function useAuthedImage(
  path: string | null,
  headers: Record<string, string>,
  urgency: Urgency = 'NOW',
): AuthedImage {
  const [image, setImage] = useState<AuthedImage>(null);
  const attempt = useAttempt(image === 'FAILED');
  const isLoaded = image !== null && image !== 'FAILED';
  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` is there to try again; the effect does not read it.
  useEffect(() => {
    if (!path || isLoaded) return;
    const abort = new AbortController();
    const load = () =>
      fetchImage(path, headers, abort).then(
        (blob) => setImage({ url: URL.createObjectURL(blob) }),
        () => {
          if (!abort.signal.aborted || abort.signal.reason === TIMED_OUT) setImage('FAILED');
        },
      );
    const takeBack = urgency === 'NOW' ? void load() : imageQueue.add(load);
    return () => {
      abort.abort();
      takeBack?.();
    };
  }, [path, headers, urgency, isLoaded, attempt]);
  useForgotten(image, path, setImage);
  return image;
}

/** Rises when the connection is back after a failure. */
function useAttempt(hasFailed: boolean): number {
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (!hasFailed) return;
    const again = () => setAttempt((count) => count + 1);
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, [hasFailed]);
  return attempt;
}

/** Releases the picture when another one is asked for, and at the end. */
function useForgotten(
  image: AuthedImage,
  path: string | null,
  setImage: (image: AuthedImage) => void,
): void {
  const url = image && image !== 'FAILED' ? image.url : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another path is another picture.
  useEffect(() => {
    if (!url) return;
    return () => {
      URL.revokeObjectURL(url);
      setImage(null);
    };
  }, [url, path, setImage]);
}

const TIMED_OUT = 'The image did not arrive in time.';

async function fetchImage(
  path: string,
  headers: Record<string, string>,
  abort: AbortController,
): Promise<Blob> {
  const timer = setTimeout(() => abort.abort(TIMED_OUT), TIMEOUT_MS);
  try {
    const response = await fetch(path, {
      headers,
      cache: 'no-store',
      // In the console's preview the cookie of the session is needed; a link has its token.
      credentials: 'authorization' in headers ? 'omit' : 'same-origin',
      signal: abort.signal,
    });
    if (!response.ok) throw new Error(`The image request failed with status ${response.status}.`);
    const blob = await response.blob();
    abort.signal.throwIfAborted();
    return blob;
  } finally {
    clearTimeout(timer);
  }
}

/** Whether an element has been near the viewport; stays true. For lazy loading. */
export function useInView(ref: RefObject<Element | null>): boolean {
  const [isInView, setInView] = useState(false);
  useEffect(() => {
    if (!ref.current) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting) return;
        setInView(true);
        observer.disconnect();
      },
      { rootMargin: '400px' },
    );
    observer.observe(ref.current);
    return () => observer.disconnect();
  }, [ref]);
  return isInView;
}
