import { useState } from 'react';
import { Button } from '../../design/button';
import { Card } from '../../design/card';
import { Field } from '../../design/field';
import { Notice } from '../../design/notice';
import { UpdateLogoDocument } from '../../gen/operations';
import { AuthedImage } from '../app/authed-image';
import { Form } from '../app/form';
import { useMutationWithPrompt } from '../app/use-mutation-with-prompt';
import { upload } from '../jobs/photos/upload';
import { useViewer } from '../session/viewer';
import { settingsStrings as strings } from './settings-strings';

/** Section: the logo, with controls to replace and to remove it. */
export function Logo({ logoUrl }: { logoUrl: string | null }) {
  const update = useMutationWithPrompt(UpdateLogoDocument);
  const { refresh } = useViewer();
  const [isUploading, setUploading] = useState(false);
  const [file, setFile] = useState<File | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const change = async (uploadId: string | null) => {
    const result = await update.run({ uploadId });
    if (result.data) refresh();
    return result;
  };
  return (
    <Card title={strings.logo} className="stack">
      <p className="muted">{strings.logoHint}</p>
      {logoUrl && (
        <p className="row settings-logo">
          <AuthedImage key={logoUrl} path={logoUrl} alt={strings.currentLogo} />
          <Button variant="danger" isBusy={update.isBusy} onClick={() => change(null)}>
            {strings.removeLogo}
          </Button>
        </p>
      )}
      {problem && <Notice tone="wrong">{problem}</Notice>}
      <Form
        draft={null}
        isBusy={update.isBusy || isUploading}
        error={update.error}
        submit={strings.uploadLogo}
        variant="plain"
        onSubmit={async () => {
          if (!file) return undefined;
          setUploading(true);
          const result = await upload(file);
          setUploading(false);
          setProblem('problem' in result ? result.problem : null);
          if ('problem' in result) return undefined;
          return change(result.uploadId);
        }}
      >
        <Field
          label={strings.chooseLogo}
          type="file"
          accept="image/*"
          required
          onChange={(event) => setFile(event.target.files?.[0] ?? null)}
        />
      </Form>
    </Card>
  );
}
