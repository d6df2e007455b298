import { firstCharacter } from '../design/cut-text';
import type { AllOfPortalFragment } from '../gen/operations';
import { usePicture } from './photo-bytes';
import { usePortalPage } from './portal-context';
import { words } from './words';

/** Whose page it is, and how to reach them. */
export function Brand({ business }: { business: AllOfPortalFragment['business'] }) {
  const { name, phone, logoUrl } = business;
  const logo = usePicture(logoUrl, usePortalPage().token);
  return (
    <header className="brand">
      {logo && logo !== 'FAILED' ? (
        <img className="logo" src={logo.url} alt="" />
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
    .map((part) => firstCharacter(part).toUpperCase())
    .join('');
}
