import { useState } from 'react';
import type { AllOfPortalFragment } from '../gen/operations';
import { words } from './words';

/** Whose page it is, and how to reach them. */
export function Brand({ business }: { business: AllOfPortalFragment['business'] }) {
  const { name, phone, logoUrl } = business;
  const [isBroken, setBroken] = useState(false);
  return (
    <header className="brand">
      {logoUrl && !isBroken ? (
        <img className="logo" src={logoUrl} alt="" onError={() => setBroken(true)} />
      ) : (
        <span className="logo initials" aria-hidden="true">
          {initials(name)}
        </span>
      )}
      <p className="name">{name}</p>
      {phone && (
        <a className="button phone" href={`tel:${phone.replace(/[^\d+]/g, '')}`}>
          <span className="unseen">{words.call('')}</span>
          {phone}
        </a>
      )}
    </header>
  );
}

function initials(name: string): string {
  const parts = name.split(/\s+/).filter(Boolean);
  return parts
    .slice(0, 2)
    .map((part) => part[0]?.toUpperCase())
    .join('');
}
