import { useEffect } from 'react';
import { Button } from '../design/button';
import { Dialog } from '../design/dialog';
import { usePicture } from './photo-bytes';
import { nameOf, type Photo } from './photos';
import { usePortalPage } from './portal-context';
import { words } from './words';

interface LightboxParts {
  photos: Photo[];
  openId: string;
  onOpen: (id: string) => void;
  onClose: () => void;
}

/** One photo large, with the others to the left and right of it, by buttons or arrow keys. */
export function Lightbox({ photos, openId, onOpen, onClose }: LightboxParts) {
  const { token } = usePortalPage();
  const at = photos.findIndex(({ id }) => id === openId);
  const photo = photos[at] as Photo;
  const picture = usePicture(photo.displayUrl ?? photo.thumbnailUrl, token);
  const go = (steps: number) => {
    const next = photos[at + steps];
    if (next) onOpen(next.id);
  };
  useEffect(() => {
    const onKeyDown = ({ key }: KeyboardEvent) => {
      if (key === 'ArrowLeft') go(-1);
      if (key === 'ArrowRight') go(1);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  });
  return (
    <Dialog title={nameOf(photo, at, photos.length)} className="lightbox" onClose={onClose}>
      <div>
        <div className="frame">
          {picture === 'FAILED' && <p>{words.photoFailed}</p>}
          {picture !== 'FAILED' && picture && (
            <img
              src={picture.url}
              alt={nameOf(photo, at, photos.length)}
              width={photo.width ?? 4}
              height={photo.height ?? 3}
            />
          )}
        </div>
        <div className="row spread">
          {photos.length > 1 && (
            <>
              <Button aria-label={words.previous} disabled={at === 0} onClick={() => go(-1)}>
                ←
              </Button>
              <span className="small" role="status">
                {words.place(at + 1, photos.length)}
              </span>
              <Button
                aria-label={words.next}
                disabled={at === photos.length - 1}
                onClick={() => go(1)}
              >
                →
              </Button>
            </>
          )}
          <Button look="primary" onClick={onClose}>
            {words.close}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
