import { usePortalPage } from '../portal-context';
import { Fold } from '../sections/fold';
import { Section } from '../sections/section';
import { useTexts } from '../texts';
import { BeforeAfter, comparisonOf } from './before-after';
import { byDay, type DayOfPhotos } from './by-day';
import { Lightbox } from './lightbox';
import type { Photo } from './photo';
import { PhotoList } from './photo-list';
import { useOpenPhoto } from './use-open-photo';

/** Photos beyond which the days before are folded. */
const PHOTOS_SHOWN = 12;

/** Thumbnails: before and after the work side by side, the others by day; each opens its photo in the lightbox. */
export function Photos({ photos }: { photos: Photo[] }) {
  const { strings, pageStrings } = useTexts();
  const { timeZone, livePortal } = usePortalPage();
  const [openId, open] = useOpenPhoto(livePortal !== null);
  const { compared, rest } = comparisonOf(photos.filter(({ thumbnailUrl }) => thumbnailUrl));
  const days = byDay(rest, timeZone);
  const sides = compared ? [...compared.before, ...compared.after] : [];
  const shown = [...sides, ...days.flatMap((day) => day.photos)];
  if (shown.length === 0) return null;
  const isOpen = shown.some(({ id }) => id === openId);
  return (
    <Section name="photos" title={strings.photos}>
      {compared && <BeforeAfter compared={compared} all={shown} onOpen={open} />}
      <Fold
        items={days}
        shown={daysShown(days)}
        isStrict
        more={pageStrings.more.photos}
        keyOf={({ time }) => time}
        list={(items) => <div className="days">{items}</div>}
        item={(day, folded) => (
          <Day
            day={day}
            folded={folded}
            all={shown}
            hasTitle={days.length > 1 || compared !== null}
            onOpen={open}
          />
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
      <PhotoList photos={day.photos} all={all} onOpen={onOpen} />
    </div>
  );
}
