/** Returns the parameters of a request's query string, decoded as Apollo decodes them. */
export function searchParameters(url: string): URLSearchParams {
  return new URLSearchParams(searchOf(url));
}

/** Returns the query string with its question mark; empty if there is none. */
export function searchOf(url: string): string {
  const start = url.indexOf('?');
  return start < 0 ? '' : url.slice(start);
}
