import { useEffect, useState } from 'react';

interface PhotoState {
  /** ID of the photo that this entry of the browser's history shows. */
  photo?: string;
}

/**
 * The photo that is open, and how to open another or none. With `hasHistory` an open photo is an entry of the browser's
 * history, so that Back closes it and a reload shows it again.
 */
export function useOpenPhoto(hasHistory: boolean): [string | null, (id: string | null) => void] {
  const [openId, setOpenId] = useState(() => (hasHistory ? photoInHistory() : null));
  useEffect(() => {
    if (!hasHistory) return;
    const moved = () => setOpenId(photoInHistory());
    window.addEventListener('popstate', moved);
    return () => window.removeEventListener('popstate', moved);
  }, [hasHistory]);
  const open = (id: string | null) => {
    if (!hasHistory) return setOpenId(id);
    if (id === null) {
      // Back, as the browser's own button: the entry of the photo goes, and `popstate` closes it.
      if (photoInHistory() !== null) return history.back();
    } else if (openId === null) history.pushState({ photo: id } satisfies PhotoState, '');
    else history.replaceState({ photo: id } satisfies PhotoState, '');
    setOpenId(id);
  };
  return [openId, open];
}

function photoInHistory(): string | null {
  return (history.state as PhotoState | null)?.photo ?? null;
}
