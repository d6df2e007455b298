import { type RefObject, useEffect, useState } from 'react';

/** An address that a picture can show; null while it is on its way, FAILED when it does not come. */
export type Picture = { url: string } | 'FAILED' | null;

/**
 * A picture's bytes, fetched with the token in the header so that no address ever carries it, and
 * let go together with the photo that they belong to.
 */
export function usePicture(path: string | null, token: string, isWanted = true): Picture {
  const [picture, setPicture] = useState<Picture>(null);
  useEffect(() => {
    if (!path || !isWanted) return;
    const over = new AbortController();
    let url: string | undefined;
    fetchPicture(path, token, over.signal).then(
      (blob) => {
        url = URL.createObjectURL(blob);
        setPicture({ url });
      },
      () => over.signal.aborted || setPicture('FAILED'),
    );
    return () => {
      over.abort();
      if (url) URL.revokeObjectURL(url);
      setPicture(null);
    };
  }, [path, token, isWanted]);
  return picture;
}

async function fetchPicture(path: string, token: string, signal: AbortSignal): Promise<Blob> {
  const answer = await fetch(path, {
    headers: { authorization: `Bearer ${token}` },
    cache: 'no-store',
    credentials: 'omit',
    signal,
  });
  if (!answer.ok) throw new Error(`The picture was answered with ${answer.status}.`);
  const blob = await answer.blob();
  signal.throwIfAborted();
  return blob;
}

/** Whether an element has come near what is looked at. */
export function useSeen(place: RefObject<Element | null>): boolean {
  const [isSeen, setSeen] = useState(false);
  useEffect(() => {
    if (!place.current) return;
    const watch = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting) return;
        setSeen(true);
        watch.disconnect();
      },
      { rootMargin: '400px' },
    );
    watch.observe(place.current);
    return () => watch.disconnect();
  }, [place]);
  return isSeen;
}
