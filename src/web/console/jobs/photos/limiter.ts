/** Returns a function that runs tasks, at most `max` of them at the same time, in the order in which they came. */
export function limiter(max: number) {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async <Result>(task: () => Promise<Result>): Promise<Result> => {
    if (running >= max) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await task();
    } finally {
      // The first that waits takes this place; no other comes in between.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
