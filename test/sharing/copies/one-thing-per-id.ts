type Value = unknown;
type Values = Record<string, Value>;

/**
 * What a cache that identifies objects by type and ID would mix up: for each field that differs between two objects with
 * one identity, a line. Objects without an ID are part of the object that they are in.
 */
export function mixedUp(answer: Value): string[] {
  const objects = new Map<string, Values>();
  const faults = new Set<string>();
  keep(answer);
  return [...faults];

  /** The value as a cache keeps it, with identities in place of objects. */
  function keep(value: Value): Value {
    if (Array.isArray(value)) return value.map(keep);
    if (typeof value !== 'object' || value === null) return value;
    const kept = Object.fromEntries(
      Object.entries(value).map(([name, each]) => [name, keep(each)]),
    );
    if (typeof kept.id !== 'string') return kept;
    const identity = `${kept.__typename}:${kept.id}`;
    const known = objects.get(identity) ?? {};
    for (const name of Object.keys(kept)) {
      if (name in known) compare(known[name], kept[name], `${identity}.${name}`);
    }
    objects.set(identity, { ...known, ...kept });
    return identity;
  }

  function compare(one: Value, other: Value, place: string): void {
    if (isObject(one) && isObject(other)) {
      for (const name of Object.keys(one))
        if (name in other) compare(one[name], other[name], `${place}.${name}`);
      return;
    }
    if (JSON.stringify(one) === JSON.stringify(other)) return;
    faults.add(`${place}: ${JSON.stringify(one)} and ${JSON.stringify(other)}`);
  }
}

/** Every object with an ID in an answer. */
export function objectsIn(value: Value): (Values & { id: string; __typename: string })[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn);
  if (!isObject(value)) return [];
  const inner = Object.values(value).flatMap(objectsIn);
  return typeof value.id === 'string' ? [value as never, ...inner] : inner;
}

function isObject(value: Value): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
