import { useState } from 'react';
import { useQuery } from 'urql';
import { Notice } from '../../design/notice';
import { SetupPageDocument } from '../../gen/operations';
import { ErrorMessage } from '../app/error-message';
import { strings } from '../strings';
import { SetupForm } from './setup-form';
import { setupStrings } from './setup-strings';

/** Page of a set-up link: makes the business and its owner, who is signed in then. */
export function SetupPage() {
  // Mail programs add to the end of a link.
  const [token] = useState(() => tokenIn(location.href));
  const [{ data, error }] = useQuery({ query: SetupPageDocument, variables: { token } });
  return (
    <main className="sign-in setup">
      <div className="card stack">
        <h1>{setupStrings.title}</h1>
        <ErrorMessage error={error} />
        {!data && !error && <p role="status">{strings.loading}</p>}
        {data && !data.setupLink && (
          <>
            <Notice tone="warn">{setupStrings.deadLink}</Notice>
            <p>
              <a href="/console">{setupStrings.signIn}</a>
            </p>
          </>
        )}
        {data?.setupLink && (
          <SetupForm token={token} email={data.setupLink.email} choices={data.businessChoices} />
        )}
      </div>
    </main>
  );
}

function tokenIn(address: string): string {
  return address.match(/#(jgu_[\w-]{43})/)?.[1] ?? '';
}
