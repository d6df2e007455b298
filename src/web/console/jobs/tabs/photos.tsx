import { ConfirmButton } from '../../../design/confirm-button';
import {
  JobPhotosDocument,
  type JobPhotosQuery,
  RemovePhotoDocument,
  SetPhotoSharingDocument,
} from '../../../gen/operations';
import { AuthedImage } from '../../app/authed-image';
import { ErrorMessage } from '../../app/error-message';
import { EmptyState, QueryBoundary } from '../../app/query-boundary';
import { useMutationWithPrompt } from '../../app/use-mutation-with-prompt';
import { useViewer } from '../../session/viewer';
import { strings } from '../../strings';
import { questionStrings } from '../question-strings';
import { WithClient } from '../with-client';
import { AddPhoto } from './add-photo';
import type { TabProps } from './tab-props';

/** Tab: photos of the job. */
export function Photos({ id }: TabProps) {
  const { may } = useViewer();
  return (
    <div className="stack">
      {may('WORK_ON_JOBS') && <AddPhoto jobId={id} />}
      <QueryBoundary query={JobPhotosDocument} variables={{ id }}>
        {({ job }) => (
          <>
            {job?.photos.length === 0 && <EmptyState>{strings.noPhotos}</EmptyState>}
            <ul className="photos">
              {job?.photos.map((photo) => (
                <PhotoCard key={photo.id} photo={photo} />
              ))}
            </ul>
          </>
        )}
      </QueryBoundary>
    </div>
  );
}

type Photo = NonNullable<JobPhotosQuery['job']>['photos'][number];

function PhotoCard({ photo }: { photo: Photo }) {
  const { may, mayChangeWorkOf } = useViewer();
  const toggle = useMutationWithPrompt(SetPhotoSharingDocument);
  const remove = useMutationWithPrompt(RemovePhotoDocument);
  const name = photo.caption ?? strings.photo;
  return (
    <li className="card photo">
      <AuthedImage path={photo.thumbnailUrl} alt={strings.photoNamed(photo.caption)} />
      {photo.caption && <p>{photo.caption}</p>}
      <WithClient id={photo.id} />
      {may('TOGGLE_PHOTOS') && (
        <label className="checkbox">
          <input
            type="checkbox"
            role="switch"
            checked={photo.shared ?? false}
            aria-checked={photo.shared ?? false}
            aria-busy={toggle.isBusy}
            onChange={(event) => toggle.run({ photoId: photo.id, shared: event.target.checked })}
          />
          {strings.sharing.photoToggle}
        </label>
      )}
      <ErrorMessage error={toggle.error ?? remove.error} />
      {mayChangeWorkOf(photo.addedBy) && (
        <ConfirmButton
          {...questionStrings.removePhoto}
          label={strings.remove}
          name={strings.removeNamed(name)}
          isBusy={remove.isBusy}
          onConfirm={() => remove.run({ id: photo.id })}
        />
      )}
    </li>
  );
}
