import { useEffect, useState } from 'react';
import { words } from '../words';
import { session } from './session';

/** A picture whose bytes are fetched with the token: it never stands in an address. */
export function Picture({ path, alt }: { path: string | null; alt: string }) {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (!path) return;
    let isOpen = true;
    let made: string | null = null;
    const headers = { authorization: `Bearer ${session.read()}` };
    fetch(path, { headers })
      .then((answer) => (answer.ok ? answer.blob() : null))
      .then(
        (blob) => {
          if (!blob || !isOpen) return;
          made = URL.createObjectURL(blob);
          setAddress(made);
        },
        () => undefined,
      );
    return () => {
      isOpen = false;
      if (made) URL.revokeObjectURL(made);
    };
  }, [path]);
  if (address) return <img className="picture" src={address} alt={alt} />;
  return (
    <span className="picture none" role="img" aria-label={alt}>
      {path ? '' : words.noPicture}
    </span>
  );
}
