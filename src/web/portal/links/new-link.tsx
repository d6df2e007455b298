import { useState } from 'react';
import { Button } from '../../design/button';
import { RequestPortalLinkDocument } from '../../gen/portal-operations';
import { errorCode } from '../errors';
import { askPortal } from '../portal-api';
import { useTexts } from '../texts';
import { SEND_TIMEOUT_MS, timedFetch } from '../timed-fetch';

const sendFetch = timedFetch(SEND_TIMEOUT_MS);

/** Asks for a new link in place of one that does not open. The answer is the same for every link. */
export function NewLink({ token }: { token: string }) {
  const { newLink: strings, code } = useTexts().linkStrings;
  const problems: Record<string, string> = {
    RATE_LIMITED: code.tooManyLinks,
    NETWORK: code.notSent,
  };
  const [state, setState] = useState<'READY' | 'ASKING' | 'ASKED'>('READY');
  const [problem, setProblem] = useState<string | null>(null);

  async function ask() {
    setState('ASKING');
    const { error } = await askPortal(null, RequestPortalLinkDocument, { token }, sendFetch);
    setProblem(error ? (problems[errorCode(error)] ?? code.failed) : null);
    setState(error ? 'READY' : 'ASKED');
  }

  if (state === 'ASKED')
    return (
      <div className="notice stack" role="status">
        <p>{strings.asked}</p>
        <p>{strings.nothing}</p>
      </div>
    );
  return (
    <>
      {problem && (
        <p className="notice wrong" role="alert">
          {problem}
        </p>
      )}
      <Button variant="primary" isBusy={state === 'ASKING'} onClick={ask}>
        {state === 'ASKING' ? strings.asking : strings.ask}
      </Button>
    </>
  );
}
