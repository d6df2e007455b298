import { useState } from 'react';
import { keepInTab, readInTab } from '../design/tab-storage';
import { digestOf } from './digest';
import { usePortalPage } from './portal-context';

/** What was typed is kept in this tab only, by link: another link in the same tab never sees it. */
const PREFIX = 'jobglass.draft.';

/** Text that is being typed. It survives a reload of the tab, and goes once it was sent. */
export function useDraft(name: string): [string, (text: string) => void] {
  const key = PREFIX + useStorageKey(name);
  const [text, setText] = useState(() => readInTab(key) ?? '');
  const change = (next: string) => {
    setText(next);
    keepInTab(key, next || null);
  };
  return [text, change];
}

/**
 * Idempotency key of a request: the same while the same is sent again, also after a reload, so that nothing is done
 * twice. `forget` it once an answer has come.
 */
export function useRequestKey(name: string): { keyFor(request: object): string; forget(): void } {
  const key = `jobglass.request.${useStorageKey(name)}`;
  return {
    keyFor(request) {
      const digest = digestOf(JSON.stringify(request));
      const [known, value] = (readInTab(key) ?? '').split(' ');
      if (known === digest && value) return value;
      const fresh = randomKey();
      keepInTab(key, `${digest} ${fresh}`);
      return fresh;
    },
    forget: () => keepInTab(key, null),
  };
}

function useStorageKey(name: string): string {
  const { imageHeaders } = usePortalPage();
  return `${digestOf(imageHeaders.authorization ?? '')}.${name}`;
}

/** `crypto.randomUUID` is missing on pages without TLS. */
function randomKey(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join(
    '',
  );
}
