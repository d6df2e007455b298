import { useState } from 'react';
import { Button } from '../../design/button';
import { Field } from '../../design/field';
import { Notice } from '../../design/notice';
import {
  DropPhotoDocument,
  JobPhotosDocument,
  type JobPhotosQuery,
  TakePhotoDocument,
  TogglePhotoDocument,
} from '../../gen/operations';
import { Asked, Nothing } from '../app/asked';
import { Form } from '../app/form';
import { Picture } from '../app/picture';
import { Problem } from '../app/problem';
import { useChange } from '../app/use-change';
import { useViewer } from '../app/viewer';
import { words } from '../words';
import type { TabParts } from './job-tabs';
import { upload } from './upload';

/** Pictures of the work. */
export function Photos({ id }: TabParts) {
  return (
    <div className="stack">
      <AddPhoto jobId={id} />
      <Asked query={JobPhotosDocument} variables={{ id }}>
        {({ job }) => (
          <>
            {job?.photos.length === 0 && <Nothing>{words.noPhotos}</Nothing>}
            <ul className="photos">
              {job?.photos.map((photo) => (
                <PhotoCard key={photo.id} photo={photo} />
              ))}
            </ul>
          </>
        )}
      </Asked>
    </div>
  );
}

function AddPhoto({ jobId }: { jobId: string }) {
  const take = useChange(TakePhotoDocument);
  const [isUploading, setUploading] = useState(false);
  const [file, setFile] = useState<File | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <div className="card">
      {problem && <Notice tone="wrong">{problem}</Notice>}
      <Form
        isBusy={take.isBusy || isUploading}
        error={take.error}
        submit={words.addPhoto}
        onSubmit={async (typed) => {
          if (!file) return undefined;
          setUploading(true);
          const kept = await upload(file);
          setUploading(false);
          setProblem('problem' in kept ? kept.problem : null);
          if ('problem' in kept) return undefined;
          return take.run({
            input: { jobId, uploadId: kept.uploadId, caption: typed.maybe('caption') },
          });
        }}
      >
        <Field
          label={words.picture}
          type="file"
          accept="image/*"
          required
          onChange={(event) => setFile(event.target.files?.[0] ?? null)}
        />
        <Field label={words.caption} name="caption" maxLength={500} />
      </Form>
    </div>
  );
}

type Photo = NonNullable<JobPhotosQuery['job']>['photos'][number];

function PhotoCard({ photo }: { photo: Photo }) {
  const { may } = useViewer();
  const toggle = useChange(TogglePhotoDocument);
  const drop = useChange(DropPhotoDocument);
  const name = photo.caption ?? words.photo;
  return (
    <li className="card photo">
      <Picture path={photo.thumbnailUrl} alt={name} />
      <p>{name}</p>
      {may('SHARE') && (
        <label className="check">
          <input
            type="checkbox"
            role="switch"
            checked={photo.shared ?? false}
            aria-checked={photo.shared ?? false}
            aria-busy={toggle.isBusy}
            onChange={(event) => toggle.run({ photoId: photo.id, shared: event.target.checked })}
          />
          {words.sharing.photoToggle}
        </label>
      )}
      <Problem error={toggle.error ?? drop.error} />
      <Button
        look="danger"
        isBusy={drop.isBusy}
        aria-label={words.removeThat(name)}
        onClick={() => drop.run({ id: photo.id })}
      >
        {words.remove}
      </Button>
    </li>
  );
}
