type Methods = Record<string, (...all: never[]) => unknown>;

/** Replaces methods while the work runs. */
export async function planted(
  on: object,
  methods: Methods,
  work: () => Promise<void>,
): Promise<void> {
  const real = Object.getOwnPropertyDescriptors(on);
  Object.assign(on, methods);
  try {
    await work();
  } finally {
    for (const name of Object.keys(methods)) {
      // A method of the prototype is found there again.
      delete (on as Methods)[name];
      if (real[name]) Object.defineProperty(on, name, real[name]);
    }
  }
}

/** Makes all callers share the reader, with its loaders, of the first one. */
export async function sharedReader(
  reader: object,
  work: () => Promise<void>,
  names = ['find', 'children', 'page', 'lookup', 'computed', 'related'],
): Promise<void> {
  let first: object | undefined;
  const methods = names.map((name) => {
    const real = (reader as Methods)[name] as (...all: unknown[]) => unknown;
    const ofTheFirst = function (this: object, ...all: unknown[]) {
      first ??= this;
      return real.apply(first, all);
    };
    return [name, ofTheFirst];
  });
  await planted(reader, Object.fromEntries(methods), work);
}
