import { useState } from 'react';
import { Button } from './button';

interface DownloadButtonProps {
  path: string;
  /** Headers of the session or of the link, which a plain link could not send. */
  headers(): Record<string, string>;
  label: string;
  /** Shown when the file cannot be fetched. */
  failure: string;
}

/** Fetches a file and saves it under the name that the server gives it. */
export function DownloadButton({ failure, headers, label, path }: DownloadButtonProps) {
  const [state, setState] = useState<'IDLE' | 'BUSY' | 'FAILED'>('IDLE');
  const download = () => {
    setState('BUSY');
    save(path, headers()).then(
      () => setState('IDLE'),
      () => setState('FAILED'),
    );
  };
  return (
    <div className="download">
      <Button isBusy={state === 'BUSY'} onClick={download}>
        {label}
      </Button>
      {state === 'FAILED' && (
        <p className="muted small" role="alert">
          {failure}
        </p>
      )}
    </div>
  );
}

async function save(path: string, headers: Record<string, string>): Promise<void> {
  const response = await fetch(path, {
    headers,
    cache: 'no-store',
    // The console has the cookie of its session; a link has its token.
    credentials: 'authorization' in headers ? 'omit' : 'same-origin',
  });
  if (!response.ok) throw new Error(`The request failed with status ${response.status}.`);
  const url = URL.createObjectURL(await response.blob());
  const name = response.headers.get('content-disposition')?.match(/filename="([^"]+)"/)?.[1];
  Object.assign(document.createElement('a'), {
    href: url,
    download: name ?? 'document.pdf',
  }).click();
  // The download may begin later.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
