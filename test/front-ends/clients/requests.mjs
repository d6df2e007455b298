/** Input of a script: `url` of the server, and what else its test passes. */
export const input = JSON.parse(process.env.INPUT ?? '{}');

/** Counts the HTTP requests that a client sends, by method and by the parts of the body that differ between clients. */
export const sent = [];

const plainFetch = globalThis.fetch;
globalThis.fetch = async (address, init = {}) => {
  const response = await plainFetch(address, init);
  const body = typeof init.body === 'string' ? JSON.parse(init.body) : null;
  sent.push({
    method: init.method ?? 'GET',
    status: response.status,
    isBatch: Array.isArray(body),
    hasQuery: body !== null && !Array.isArray(body) && 'query' in body,
  });
  return response;
};

export function bearer(token) {
  return { authorization: `Bearer ${token}` };
}

/** Prints the result of the script; the test reads it. */
export function report(result) {
  process.stdout.write(JSON.stringify(result), () => process.exit(0));
}
