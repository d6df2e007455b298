import { useState } from 'react';
import { Button } from '../../design/button';
import { settingsStrings } from '../settings/settings-strings';

/** Copies a text to the clipboard and says so. Without a clipboard the text beside it can be selected by hand. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const [isCopied, setCopied] = useState(false);
  if (!navigator.clipboard) return null;
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <>
      <Button onClick={copy}>{label}</Button>
      <span role="status" className="muted small">
        {isCopied && settingsStrings.copied}
      </span>
    </>
  );
}
