const listeners = new Set<() => void>();

/** Goes on to a page of the console without loading it, since the session may be in the memory of this tab. */
export function enterConsole(route = ''): void {
  history.replaceState(null, '', `/console#/${route}`);
  for (const listener of listeners) listener();
}

/** Calls the listener when the console is entered. Returns a function that stops it. */
export function onConsoleEntered(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
