import { useEffect, useRef } from 'react';

/**
 * Makes the browser's Back close a sheet: while it is open, the history has an entry of its own at the same address.
 * Closing the sheet in another way takes that entry away, unless the sheet is left for another page. Forward finds an entry at
 * the same address and opens nothing.
 */
export function useBackCloses(onClose: () => void): void {
  const latest = useRef(onClose);
  latest.current = onClose;
  useEffect(() => {
    const sheet = crypto.getRandomValues(new Uint32Array(1))[0];
    const isAtSheet = () => history.state?.sheet === sheet;
    const closeWhenLeft = () => {
      if (!isAtSheet()) latest.current();
    };
    history.pushState({ sheet }, '');
    window.addEventListener('popstate', closeWhenLeft);
    return () => {
      window.removeEventListener('popstate', closeWhenLeft);
      if (isAtSheet()) history.back();
    };
  }, []);
}
