/** A value from a publication or a preview with the IDs that its client reads: without the ending of a copy. */
export function withPlainIds<T>(value: T): T {
  return JSON.parse(JSON.stringify(value), (name, each) =>
    name === 'id' && typeof each === 'string' ? each.split('@')[0] : each,
  ) as T;
}
