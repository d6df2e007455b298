import { useRef, useState } from 'react';
import { Card } from '../design/card';
import type { JobOfPortalFragment } from '../gen/operations';
import { Lightbox } from './lightbox';
import { usePicture, useSeen } from './photo-bytes';
import { usePortalPage } from './portal-context';
import { words } from './words';

export type Photo = JobOfPortalFragment['photos'][number];

/** Pictures of the work, small; each opens large. */
export function Photos({ photos }: { photos: Photo[] }) {
  const [openId, open] = useState<string | null>(null);
  const shown = photos.filter(({ thumbnailUrl }) => thumbnailUrl);
  if (shown.length === 0) return null;
  const isOpen = shown.some(({ id }) => id === openId);
  return (
    <Card title={words.photos}>
      <ul className="photos">
        {shown.map((photo, at) => (
          <li key={photo.id}>
            <Thumbnail
              photo={photo}
              name={nameOf(photo, at, shown.length)}
              onOpen={() => open(photo.id)}
            />
          </li>
        ))}
      </ul>
      {isOpen && openId && (
        <Lightbox photos={shown} openId={openId} onOpen={open} onClose={() => open(null)} />
      )}
    </Card>
  );
}

/** Its caption, or its place among the others. */
export function nameOf({ caption }: Photo, at: number, total: number): string {
  return caption || words.photo(at + 1, total);
}

interface ThumbnailParts {
  photo: Photo;
  name: string;
  onOpen: () => void;
}

function Thumbnail({ photo, name, onOpen }: ThumbnailParts) {
  const { token } = usePortalPage();
  const place = useRef<HTMLButtonElement>(null);
  const picture = usePicture(photo.thumbnailUrl, token, useSeen(place));
  return (
    <button ref={place} type="button" className="thumbnail" onClick={onOpen}>
      <span className="frame">
        {picture === 'FAILED' && <span className="soft small">{words.photoFailed}</span>}
        {picture !== 'FAILED' && picture && (
          <img src={picture.url} alt={name} width={photo.width ?? 4} height={photo.height ?? 3} />
        )}
      </span>
      {photo.caption ? (
        <span className="small" aria-hidden={picture !== 'FAILED' && picture !== null}>
          {photo.caption}
        </span>
      ) : (
        !picture && <span className="unseen">{name}</span>
      )}
    </button>
  );
}
