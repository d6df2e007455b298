import { useEffect } from 'react';

/** Makes the page installable under the name of the business, once it is shown; see `design/install/installable.ts`. */
export function useInstallable(name: string, token: string): void {
  useEffect(() => {
    const installable = import('../../design/install/installable').then(({ makeInstallable }) =>
      makeInstallable({
        name,
        startUrl: `${location.origin}/portal#${token}`,
        scope: `${location.origin}/portal`,
      }),
    );
    // Without it the page is as good: a slow line may lose this file.
    const undo = installable.catch(() => () => undefined);
    return () => void undo.then((run) => run());
  }, [name, token]);
}
