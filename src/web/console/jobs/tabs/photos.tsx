import { ConfirmButton } from '../../../design/confirm-dialog';
import { SelectField } from '../../../design/select-field';
import {
  JobPhotosDocument,
  type JobPhotosQuery,
  type PhotoStage,
  RemovePhotoDocument,
  SetPhotoSharingDocument,
  SetPhotoStageDocument,
} from '../../../gen/operations';
import { AuthedImage } from '../../app/authed-image';
import { ErrorMessage } from '../../app/error-message';
import { EmptyState, QueryBoundary } from '../../app/query-boundary';
import { useMutationWithPrompt } from '../../app/use-mutation-with-prompt';
import { WrittenText } from '../../phone/written-text';
import { useViewer } from '../../session/viewer';
import { strings } from '../../strings';
import { AddPhotos } from '../photos/add-photos';
import { questionStrings } from '../question-strings';
import { WithClient } from '../with-client';
import type { TabProps } from './tab-props';

/** Tab: photos of the job. */
export function Photos({ id }: TabProps) {
  const { may } = useViewer();
  return (
    <div className="stack">
      {may('WORK_ON_JOBS') && <AddPhotos jobId={id} />}
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
  const { may, mayChangeWorkOf, formats } = useViewer();
  const toggle = useMutationWithPrompt(SetPhotoSharingDocument);
  const remove = useMutationWithPrompt(RemovePhotoDocument);
  const name = photo.caption ?? strings.photo;
  return (
    <li className="card photo">
      <AuthedImage path={photo.thumbnailUrl} alt={strings.photoNamed(photo.caption)} />
      {photo.caption && <WrittenText>{photo.caption}</WrittenText>}
      <p className="muted small">{formats.dateTime(photo.takenAt ?? '')}</p>
      <WithClient id={photo.id} />
      {mayChangeWorkOf(photo.addedBy) && <StagePicker photo={photo} />}
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

/** Marks the photo as taken before or after the work. */
function StagePicker({ photo: { id, stage, caption } }: { photo: Photo }) {
  const mark = useMutationWithPrompt(SetPhotoStageDocument);
  return (
    <>
      <SelectField
        label={strings.stageNamed(strings.photoNamed(caption))}
        isLabelHidden
        value={stage ?? ''}
        options={Object.entries(strings.stages).map(([value, text]) => ({ value, text }))}
        onChange={({ target }) =>
          mark.run({ photoId: id, stage: target.value ? (target.value as PhotoStage) : null })
        }
      />
      <ErrorMessage error={mark.error} />
    </>
  );
}
