/** Loads a test file with this number of generated operations, unless `LEAK_RUNS` is set. */
export async function withRuns(runs: number, load: () => Promise<unknown>): Promise<void> {
  const before = process.env.LEAK_RUNS;
  process.env.LEAK_RUNS = before ?? String(runs);
  try {
    await load();
  } finally {
    // The next file of this process has its own number.
    if (before === undefined) delete process.env.LEAK_RUNS;
  }
}
