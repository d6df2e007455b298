/** A page may be large and its line slow. */
export const READ_TIMEOUT_MS = 60_000;
/** What a client sends is small. */
export const SEND_TIMEOUT_MS = 30_000;

/** Returns a `fetch` that gives up after a time, the answer's body included. */
export function timedFetch(timeoutMs: number): typeof fetch {
  return async (input, init) => {
    const abort = new AbortController();
    const giveUp = () => abort.abort();
    const timer = setTimeout(giveUp, timeoutMs);
    init?.signal?.addEventListener('abort', giveUp);
    try {
      const response = await fetch(input, { ...init, signal: abort.signal });
      const body = await response.text();
      const { status, headers } = response;
      return new Response(status === 204 ? null : body, { status, headers });
    } finally {
      clearTimeout(timer);
      init?.signal?.removeEventListener('abort', giveUp);
    }
  };
}
