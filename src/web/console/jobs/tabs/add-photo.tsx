import { useState } from 'react';
import { Field } from '../../../design/field';
import { Notice } from '../../../design/notice';
import { AddPhotoDocument } from '../../../gen/operations';
import { Form } from '../../app/form';
import { useMutationWithPrompt } from '../../app/use-mutation-with-prompt';
import { sessionEnded, sessionHeaders } from '../../session/session';
import { strings } from '../../strings';

/** Form that uploads a photo, then adds it to the job. */
export function AddPhoto({ jobId }: { jobId: string }) {
  const addPhoto = useMutationWithPrompt(AddPhotoDocument);
  const [isUploading, setUploading] = useState(false);
  const [file, setFile] = useState<File | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <div className="card">
      {problem && <Notice tone="wrong">{problem}</Notice>}
      <Form
        isBusy={addPhoto.isBusy || isUploading}
        error={addPhoto.error}
        submit={strings.addPhoto}
        onSubmit={async (values) => {
          if (!file) return undefined;
          setUploading(true);
          const result = await upload(file);
          setUploading(false);
          setProblem('problem' in result ? result.problem : null);
          if ('problem' in result) return undefined;
          return addPhoto.run({
            input: { jobId, uploadId: result.uploadId, caption: values.optional('caption') },
          });
        }}
      >
        <Field
          label={strings.imageFile}
          type="file"
          accept="image/*"
          required
          onChange={(event) => setFile(event.target.files?.[0] ?? null)}
        />
        <Field label={strings.caption} name="caption" maxLength={500} />
      </Form>
    </div>
  );
}

/** Uploads a picture. Returns the upload id, or a sentence about why it failed. */
export async function upload(file: File): Promise<{ uploadId: string } | { problem: string }> {
  const body = new FormData();
  body.append('file', file);
  try {
    const response = await fetch('/photos', {
      method: 'POST',
      headers: sessionHeaders(),
      body,
    });
    if (response.status === 401) sessionEnded();
    const payload = await response.json();
    if (response.ok) return { uploadId: payload.uploadId };
    return { problem: payload.errors?.[0]?.message ?? strings.problems.unknown };
  } catch {
    return { problem: strings.problems.offline };
  }
}
