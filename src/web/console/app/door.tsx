import { useCallback, useMemo, useState } from 'react';
import { Provider } from 'urql';
import { words } from '../words';
import { apiFor } from './api';
import { Console } from './console';
import { session } from './session';
import { SignIn } from './sign-in';
import { withoutSharing } from './without-sharing';

/** Signing in, and the console behind it. A new session starts with nothing kept of the last one. */
export function Door() {
  const [token, setToken] = useState(session.read);
  const [told, setTold] = useState<string | null>(null);
  const leave = useCallback((sentence: string) => {
    session.forget();
    setToken(null);
    setTold(sentence);
  }, []);
  const [api, plainApi] = useMemo(() => {
    const onEnded = () => leave(words.signIn.ended);
    return [apiFor(token, onEnded), apiFor(token, onEnded, withoutSharing)];
  }, [token, leave]);
  const enter = (fresh: string) => {
    session.keep(fresh);
    setTold(null);
    setToken(fresh);
  };
  return (
    <Provider value={plainApi} key={token}>
      {token ? (
        <Console apiOfSharers={api} onLeave={() => leave(words.signIn.left)} />
      ) : (
        <SignIn told={told} onEnter={enter} />
      )}
    </Provider>
  );
}
