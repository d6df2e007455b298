import { type FormEvent, useState } from 'react';
import { Button } from '../../design/button';
import { Field } from '../../design/field';
import { OpenPortalLinkDocument } from '../../gen/portal-operations';
import { errorCode } from '../errors';
import { askPortal } from '../portal-api';
import { useTexts } from '../texts';
import { SEND_TIMEOUT_MS, timedFetch } from '../timed-fetch';

const CODE_LENGTH = 12;
const EXAMPLE = '7K3Q-DM8V-XAP4';
const sendFetch = timedFetch(SEND_TIMEOUT_MS);

/** Form for the short code of a mail; the page opens as if by the link. */
export function CodeForm({ isSecond = false }: { isSecond?: boolean }) {
  const strings = useTexts().linkStrings.code;
  const problems: Record<string, string> = {
    NOT_FOUND: strings.unknown,
    RATE_LIMITED: strings.tooMany,
    NETWORK: strings.notSent,
  };
  const [code, setCode] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [isOpening, setIsOpening] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (code.replace(/[^0-9a-z]/gi, '').length !== CODE_LENGTH)
      return setProblem(strings.incomplete);
    setIsOpening(true);
    const { data, error } = await askPortal(null, OpenPortalLinkDocument, { code }, sendFetch);
    setIsOpening(false);
    if (error) setProblem(problems[errorCode(error)] ?? strings.failed);
    // The page follows its address, and a reload opens it again.
    else if (data) location.hash = data.openPortalLink;
  }

  return (
    <form className="stack" onSubmit={submit} noValidate>
      <Field
        label={strings.label}
        problem={problem}
        value={code}
        placeholder={EXAMPLE}
        maxLength={40}
        dir="ltr"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        readOnly={isOpening}
        onChange={(event) => {
          setCode(event.target.value);
          setProblem(null);
        }}
      />
      <Button type="submit" variant={isSecond ? undefined : 'primary'} isBusy={isOpening}>
        {isOpening ? strings.opening : strings.open}
      </Button>
    </form>
  );
}
