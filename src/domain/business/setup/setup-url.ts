/** URL of the set-up page with a token. */
export function setupUrl(publicUrl: string, token: string): string {
  return `${publicUrl}/setup#${token}`;
}
