import type { ReactNode } from 'react';
import { Notice } from '../../design/notice';
import { strings } from '../strings';

/** The token behind the # of the address. Some mail programs write it as %23, or add to its end. */
export function tokenOfAddress(): string {
  const { href } = location;
  return href.match(/(?:#|%23)(jgm_[\w-]{43})/)?.[1] ?? '';
}

/** Frame of a page without a session. With `token` empty it says that the link is not complete. */
export function LinkPage({
  title,
  token,
  children,
}: {
  title: string;
  token?: string;
  children: ReactNode;
}) {
  return (
    <main className="sign-in">
      <div className="card stack">
        <h1>{title}</h1>
        {token === '' ? <Notice tone="wrong">{strings.people.noToken}</Notice> : children}
      </div>
    </main>
  );
}
