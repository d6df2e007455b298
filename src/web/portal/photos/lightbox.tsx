import { useEffect } from 'react';
import { Button } from '../../design/button';
import { Dialog } from '../../design/dialog';
import { usePortalPage } from '../portal-context';
import { useTexts } from '../texts';
import { useAuthedImage } from './authed-image';
import { type Photo, usePhotoName } from './photo';
import { isLeftToRight, useSwipe } from './use-swipe';

interface LightboxProps {
  photos: Photo[];
  openId: string;
  onOpen: (id: string) => void;
  onClose: () => void;
}

/** One photo in full size; buttons, arrow keys and swipes step through the others. */
export function Lightbox({ photos, openId, onOpen, onClose }: LightboxProps) {
  const { strings } = useTexts();
  const { imageHeaders } = usePortalPage();
  const photoName = usePhotoName();
  const index = photos.findIndex(({ id }) => id === openId);
  const photo = photos[index] as Photo;
  const image = useAuthedImage(photo.displayUrl ?? photo.thumbnailUrl, imageHeaders);
  const step = (offset: number) => {
    const next = photos[index + offset];
    if (next) onOpen(next.id);
  };
  const swipe = useSwipe(step);
  useEffect(() => {
    const onKeyDown = ({ key }: KeyboardEvent) => {
      const forward = isLeftToRight(document.documentElement) ? 'ArrowRight' : 'ArrowLeft';
      if (key === forward) step(1);
      else if (key === 'ArrowLeft' || key === 'ArrowRight') step(-1);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  });
  return (
    <Dialog title={photoName(photo, index, photos.length)} className="lightbox" onClose={onClose}>
      <div>
        <div className="frame" {...swipe}>
          {image === 'FAILED' && <p>{strings.photoFailed}</p>}
          {image !== 'FAILED' && image && (
            <img
              src={image.url}
              alt={photoName(photo, index, photos.length)}
              width={photo.width ?? 4}
              height={photo.height ?? 3}
            />
          )}
        </div>
        <div className="row spread">
          {photos.length > 1 && (
            <>
              <Button aria-label={strings.previous} disabled={index === 0} onClick={() => step(-1)}>
                <span className="arrow">←</span>
              </Button>
              <span className="small" role="status">
                {strings.position(index + 1, photos.length)}
              </span>
              <Button
                aria-label={strings.next}
                disabled={index === photos.length - 1}
                onClick={() => step(1)}
              >
                <span className="arrow">→</span>
              </Button>
            </>
          )}
          <Button variant="primary" onClick={onClose}>
            {strings.close}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
