const LONG_MS = 2_000;

/** Does the work; says what it is when it takes longer than a person waits without wondering. */
export async function whenLong<T>(
  say: (line: string) => void,
  line: string,
  work: () => Promise<T>,
): Promise<T> {
  const timer = setTimeout(() => say(line), LONG_MS);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
  }
}
