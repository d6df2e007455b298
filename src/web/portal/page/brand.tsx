import { firstCharacter } from '../../design/text/cut-text';
import type { PortalContentFragment } from '../../gen/portal-operations';
import { useAuthedImage } from '../photos/authed-image';
import { usePortalPage } from '../portal-context';
import { useTexts } from '../texts';

/** Logo or initials, name and phone number of the business. */
export function Brand({ business }: { business: PortalContentFragment['business'] }) {
  const { strings } = useTexts();
  const { name, phoneUri, logoUrl } = business;
  const logo = useAuthedImage(logoUrl, usePortalPage().imageHeaders);
  return (
    <header className="brand">
      {logo && logo !== 'FAILED' ? (
        <img className="logo" src={logo.url} alt="" />
      ) : (
        <span className="logo initials" aria-hidden="true">
          {initials(name)}
        </span>
      )}
      <p className="name">
        <bdi>{name}</bdi>
      </p>
      {phoneUri && (
        <a className="button phone" href={phoneUri}>
          <span className="visually-hidden">{strings.call('')}</span>
          <bdi dir="ltr">
            {isReadIn(business) ? business.phoneNational : business.phoneInternational}
          </bdi>
        </a>
      )}
    </header>
  );
}

/** Whether the device is set to the country of the business, or to its time zone. */
function isReadIn({ country, timeZone }: PortalContentFragment['business']): boolean {
  const region = regionOf(navigator.language);
  return region === country || Intl.DateTimeFormat().resolvedOptions().timeZone === timeZone;
}

/** Country of a language tag, if it has one. Some browsers report tags that are none, such as `en-US@posix`. */
function regionOf(language: string): string | undefined {
  try {
    return new Intl.Locale(language).region;
  } catch {
    return undefined;
  }
}

function initials(name: string): string {
  const parts = name.split(/\s+/).filter(Boolean);
  return parts
    .slice(0, 2)
    .map((part) => firstCharacter(part).toUpperCase())
    .join('');
}
