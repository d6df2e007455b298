import { useEffect, useState } from 'react';
import { sessionHeaders } from '../session/session';
import { strings } from '../strings';

/** Image fetched with the headers of the session, which an `img` cannot send. */
export function AuthedImage({ path, alt }: { path: string | null; alt: string }) {
  const [objectUrl, setObjectUrl] = useState<string | null>(null);
  useEffect(() => {
    if (!path) return;
    let isMounted = true;
    let url: string | null = null;
    fetch(path, { headers: sessionHeaders() })
      .then((response) => (response.ok ? response.blob() : null))
      .then(
        (blob) => {
          if (!blob || !isMounted) return;
          url = URL.createObjectURL(blob);
          setObjectUrl(url);
        },
        () => undefined,
      );
    return () => {
      isMounted = false;
      if (url) URL.revokeObjectURL(url);
    };
  }, [path]);
  if (objectUrl) return <img className="image" src={objectUrl} alt={alt} />;
  return (
    <span className="image missing" role="img" aria-label={alt}>
      {path ? '' : strings.imageMissing}
    </span>
  );
}
