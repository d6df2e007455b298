import { useRef } from 'react';
import { NewMark } from '../news/new-mark';
import { pageStrings } from '../page-strings';
import { usePortalPage } from '../portal-context';
import { Fold } from '../sections/fold';
import { Section } from '../sections/section';
import { strings } from '../strings';
import { useAuthedImage, useInView } from './authed-image';
import { byDay, type DayOfPhotos } from './by-day';
import { Lightbox } from './lightbox';
import { type Photo, photoName } from './photo';
import { useOpenPhoto } from './use-open-photo';

/** Photos beyond which the days before are folded. */
const PHOTOS_SHOWN = 12;

/** Thumbnails by day; each opens its photo in the lightbox. */
export function Photos({ photos }: { photos: Photo[] }) {
  const { timeZone, livePortal } = usePortalPage();
  const [openId, open] = useOpenPhoto(livePortal !== null);
  const days = byDay(
    photos.filter(({ thumbnailUrl }) => thumbnailUrl),
    timeZone,
  );
  const shown = days.flatMap((day) => day.photos);
  if (shown.length === 0) return null;
  const isOpen = shown.some(({ id }) => id === openId);
  return (
    <Section name="photos" title={strings.photos}>
      <Fold
        items={days}
        shown={daysShown(days)}
        isStrict
        more={pageStrings.more.photos}
        keyOf={({ time }) => time}
        list={(items) => <div className="days">{items}</div>}
        item={(day, folded) => (
          <Day day={day} folded={folded} all={shown} hasTitle={days.length > 1} onOpen={open} />
        )}
      />
      {isOpen && openId && (
        <Lightbox photos={shown} openId={openId} onOpen={open} onClose={() => open(null)} />
      )}
    </Section>
  );
}

/** Number of days that are shown: as many as have about a screen of photos, and at least one. */
function daysShown(days: DayOfPhotos[]): number {
  let photos = 0;
  const first = days.findIndex((day) => {
    photos += day.photos.length;
    return photos >= PHOTOS_SHOWN;
  });
  return first < 0 ? days.length : first + 1;
}

interface DayProps {
  day: DayOfPhotos;
  folded: string;
  /** All photos of the page, by which one without a caption is numbered. */
  all: Photo[];
  hasTitle: boolean;
  onOpen: (id: string) => void;
}

function Day({ day, folded, all, hasTitle, onOpen }: DayProps) {
  const { formats } = usePortalPage();
  return (
    <div className={`day ${folded}`}>
      {hasTitle && <h3>{formats.day(day.time)}</h3>}
      <ul className="photos">
        {day.photos.map((photo) => (
          <li key={photo.id}>
            <Thumbnail
              photo={photo}
              name={photoName(photo, all.indexOf(photo), all.length)}
              onOpen={() => onOpen(photo.id)}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

interface ThumbnailProps {
  photo: Photo;
  name: string;
  onOpen: () => void;
}

function Thumbnail({ photo, name, onOpen }: ThumbnailProps) {
  const { imageHeaders } = usePortalPage();
  const ref = useRef<HTMLButtonElement>(null);
  const image = useAuthedImage(photo.thumbnailUrl, imageHeaders, useInView(ref) ? 'NOW' : 'LATER');
  return (
    <button
      ref={ref}
      type="button"
      className="thumbnail"
      data-state={image === 'FAILED' ? 'failed' : undefined}
      onClick={onOpen}
    >
      <span className="frame">
        {image === 'FAILED' && <span className="muted small">{strings.photoFailed}</span>}
        {image !== 'FAILED' && image && (
          <img src={image.url} alt={name} width={photo.width ?? 4} height={photo.height ?? 3} />
        )}
      </span>
      {photo.caption ? (
        <span className="small" dir="auto" aria-hidden={image !== 'FAILED' && image !== null}>
          {photo.caption}
        </span>
      ) : (
        !image && <span className="visually-hidden">{name}</span>
      )}
      <NewMark section="photos" id={photo.id} />
    </button>
  );
}
