// The runner shares one loaded server among the test files of a worker, and has no time limits of its own: a
// test that waits for something that never happens must fail.
const USUAL_MS = 30_000;

type Work = (...given: never[]) => unknown;
type Named = (name: string, work: Work, ms?: number) => void;
type It = Named & { each(table: unknown): Named };
type Hook = (work: Work, ms?: number) => void;

function within(work: Work, ms = USUAL_MS): Work {
  return async (...given) => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error(`It took longer than ${ms} ms.`)), ms);
    });
    try {
      await Promise.race([work(...given), late]);
    } finally {
      clearTimeout(timer);
    }
  };
}

/** Sets a time limit for every test and hook of the following files. */
export default function limitTimes(): void {
  const globals = globalThis as unknown as { it: It; test: It } & Record<string, Hook>;
  const { it } = globals;
  const limited: Named = (name, work, ms) => it(name, within(work, ms));
  const each = (table: unknown): Named => {
    const eachOf = it.each(table);
    return (name, work, ms) => eachOf(name, within(work, ms));
  };
  globals.it = Object.assign(limited, { each });
  globals.test = globals.it;
  for (const name of ['beforeAll', 'beforeEach', 'afterAll', 'afterEach']) {
    const hook = globals[name] as Hook;
    globals[name] = (work, ms) => hook(within(work, ms));
  }
}
