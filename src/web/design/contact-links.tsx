import { Written } from './text/written';

interface ContactLinksProps {
  name?: string | null;
  /** Number in E.164 form, to call. */
  phone?: string | null;
  /** The same as people of the business's country write it. */
  phoneText?: string | null;
  email?: string | null;
  address?: string | null;
}

/** How somebody is reached: a touch calls, writes a mail, or shows the address on a map. */
export function ContactLinks({ name, phone, phoneText, email, address }: ContactLinksProps) {
  if (!(name || phone || email || address)) return null;
  return (
    <span className="contact">
      {name && <Written>{name}</Written>}
      {phone && (
        <a href={`tel:${phone}`}>
          <bdi dir="ltr">{phoneText ?? phone}</bdi>
        </a>
      )}
      {email && (
        <a href={`mailto:${encodeURIComponent(email).replace('%40', '@')}`}>
          <bdi dir="ltr">{email}</bdi>
        </a>
      )}
      {address && (
        <a href={mapOf(address)} target="_blank" rel="noreferrer">
          <Written>{address}</Written>
        </a>
      )}
    </span>
  );
}

/** A phone offers its own map program for this address. */
const mapOf = (address: string) =>
  `https://www.google.com/maps/search/?api=1&query=${encodeURIComponent(address)}`;
