import { useState } from 'react';
import { Button } from '../../../design/button';
import { Dialog } from '../../../design/dialog';
import type { EnquiryDetailsQuery } from '../../../gen/operations';
import { AuthedImage } from '../../app/authed-image';
import { enquiryStrings } from './enquiry-strings';

type Photo = NonNullable<EnquiryDetailsQuery['enquiry']>['photos'][number];

/** Photos that were sent with an enquiry; each opens larger. */
export function EnquiryPhotos({ photos }: { photos: Photo[] }) {
  const [opened, setOpened] = useState<number | null>(null);
  const close = () => setOpened(null);
  if (photos.length === 0) return null;
  const name = (at: number) => enquiryStrings.photo(at + 1, photos.length);
  return (
    <>
      <ul className="photos small-photos" aria-label={enquiryStrings.photos}>
        {photos.map(({ id, thumbnailUrl }, at) => (
          <li key={id} className="photo">
            <AuthedImage path={thumbnailUrl} alt={name(at)} />
            <Button aria-label={enquiryStrings.enlarge(at + 1)} onClick={() => setOpened(at)}>
              {enquiryStrings.larger}
            </Button>
          </li>
        ))}
      </ul>
      {opened !== null && (
        <Dialog title={name(opened)} className="enquiry-photo" onClose={close}>
          <div className="stack">
            <AuthedImage path={photos[opened]?.displayUrl ?? null} alt={name(opened)} />
            <p className="row">
              <Button onClick={close}>{enquiryStrings.close}</Button>
            </p>
          </div>
        </Dialog>
      )}
    </>
  );
}
