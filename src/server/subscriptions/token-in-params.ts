/** Names under which clients send a token, in lower case without dashes and underscores; the first is preferred. */
const NAMES = ['authorization', 'authtoken', 'accesstoken', 'token'];

/**
 * Returns the `authorization` in the parameters of a connection, or in the extensions of a subscription, in any usual
 * spelling: `Authorization`, `authToken`, `token` …, with or without `Bearer`, also inside `headers`.
 */
export function authorizationIn(params: unknown): string | undefined {
  if (typeof params !== 'object' || params === null) return undefined;
  const byName = new Map(Object.entries(params).map(([name, value]) => [plain(name), value]));
  const value = NAMES.map((name) => byName.get(name)).find(isToken);
  if (value !== undefined) return asBearer(value);
  const headers = byName.get('headers');
  return headers === params ? undefined : authorizationIn(headers);
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[-_]/g, '');
}

function isToken(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

function asBearer(value: string): string {
  const token = value.trim();
  return /^bearer\s/i.test(token) ? token.replace(/^bearer\s+/i, 'Bearer ') : `Bearer ${token}`;
}
