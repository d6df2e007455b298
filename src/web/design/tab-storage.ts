/** Kept here too, for a browser whose storage is off or full: a reload forgets it. */
const memory = new Map<string, string>();

/** Text kept in this tab of the browser, which survives a reload; null if there is none. */
export function readInTab(key: string): string | null {
  try {
    return sessionStorage.getItem(key) ?? memory.get(key) ?? null;
  } catch {
    return memory.get(key) ?? null;
  }
}

/** Keeps a text in this tab; null removes it. */
export function keepInTab(key: string, text: string | null): void {
  if (text === null) memory.delete(key);
  else memory.set(key, text);
  try {
    if (text === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, text);
  } catch {
    // The memory has it.
  }
}

/** Removes every text of this tab whose key meets the condition. */
export function removeFromTab(isMeant: (key: string) => boolean): void {
  for (const key of [...memory.keys(), ...storedKeys()].filter(isMeant)) keepInTab(key, null);
}

/** Whether a text is kept in this tab whose key meets the condition. */
export function isInTab(isMeant: (key: string) => boolean): boolean {
  return [...memory.keys(), ...storedKeys()].some(isMeant);
}

function storedKeys(): string[] {
  try {
    return Object.keys(sessionStorage);
  } catch {
    return [];
  }
}
