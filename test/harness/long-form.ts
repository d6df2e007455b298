// Every test file has modules of its own, so this is of one file.
let isLong = false;

/** Loads a test file so that it tries everything; its test in `npm test` tries a sample. */
export async function inLongForm(load: () => Promise<unknown>): Promise<void> {
  isLong = true;
  await load();
}

/** Whether everything is tried. */
export function isLongForm(): boolean {
  return isLong;
}

/** All of them in the long form, else every nth from this one on: n samples with other beginnings have all of them. */
export function sampleOf<T>(all: readonly T[], every: number, from = 0): T[] {
  return isLong ? [...all] : all.filter((_, at) => (at + from) % every === 0);
}

type Named = (name: string, work: (...given: never[]) => unknown, ms?: number) => void;

/** Declares a test of the long form only: other tests of its file try its matter in `npm test`. */
export const itInLongForm = Object.assign(
  ((name, work, ms) => {
    if (isLong) it(name, work as () => void, ms);
  }) as Named,
  {
    each:
      (table: readonly unknown[]): Named =>
      (name, work, ms) => {
        if (isLong) it.each(table as unknown[])(name, work as () => void, ms);
      },
  },
);
