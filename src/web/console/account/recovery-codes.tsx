import { useState } from 'react';
import { Button } from '../../design/button';
import { Notice } from '../../design/notice';
import { strings } from '../strings';

const texts = strings.people.factor;

/** Recovery codes, shown once, to be copied or written down. */
export function RecoveryCodes({ codes, onKept }: { codes: string[]; onKept: () => void }) {
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(codes.join('\n'));
    setCopied(true);
  };
  return (
    <section className="stack" aria-label={texts.recoveryTitle}>
      <h3>{texts.recoveryTitle}</h3>
      <p>{texts.recoveryHint}</p>
      <ul className="recovery-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      {isCopied && <Notice tone="good">{texts.copied}</Notice>}
      <p className="row">
        <Button onClick={copy}>{texts.copy}</Button>
        <Button variant="primary" onClick={onKept}>
          {texts.kept}
        </Button>
      </p>
    </section>
  );
}
