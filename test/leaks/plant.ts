type Methods = Record<string, (...all: never[]) => unknown>;

/** Puts other methods in the place of these for as long as the work takes. */
export async function planted(
  on: object,
  methods: Methods,
  work: () => Promise<void>,
): Promise<void> {
  const real = Object.fromEntries(
    Object.keys(methods).map((name) => [name, (on as Methods)[name]]),
  );
  Object.assign(on, methods);
  try {
    await work();
  } finally {
    Object.assign(on, real);
  }
}

/** Everybody reads through the reader, loaders and all, of whoever reads first. */
export async function sharedReader(reader: object, work: () => Promise<void>): Promise<void> {
  let first: object | undefined;
  const methods = ['find', 'children', 'page', 'lookup'].map((name) => {
    const real = (reader as Methods)[name] as (...all: unknown[]) => unknown;
    const ofTheFirst = function (this: object, ...all: unknown[]) {
      first ??= this;
      return real.apply(first, all);
    };
    return [name, ofTheFirst];
  });
  await planted(reader, Object.fromEntries(methods), work);
}
