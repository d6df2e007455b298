import { useRef } from 'react';
import { NewMark } from '../news/new-mark';
import { usePortalPage } from '../portal-context';
import { useTexts } from '../texts';
import { useAuthedImage, useInView } from './authed-image';
import { type Photo, usePhotoName } from './photo';

interface PhotoListProps {
  photos: Photo[];
  /** All photos of the page, by which one without a caption is numbered. */
  all: Photo[];
  onOpen: (id: string) => void;
}

/** Thumbnails of photos. */
export function PhotoList({ photos, all, onOpen }: PhotoListProps) {
  const photoName = usePhotoName();
  return (
    <ul className="photos">
      {photos.map((photo) => (
        <li key={photo.id}>
          <Thumbnail
            photo={photo}
            name={photoName(photo, all.indexOf(photo), all.length)}
            onOpen={() => onOpen(photo.id)}
          />
        </li>
      ))}
    </ul>
  );
}

interface ThumbnailProps {
  photo: Photo;
  name: string;
  onOpen: () => void;
}

function Thumbnail({ photo, name, onOpen }: ThumbnailProps) {
  const { strings } = useTexts();
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
        <span className="small" aria-hidden={image !== 'FAILED' && image !== null}>
          <bdi>{photo.caption}</bdi>
        </span>
      ) : (
        !image && <span className="visually-hidden">{name}</span>
      )}
      <NewMark section="photos" id={photo.id} />
    </button>
  );
}
