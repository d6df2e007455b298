/** Whether a portal link still opens, as far as the link itself goes. */
export function isAlive(link: { revokedAt: Date | null; expiresAt: Date }, now: Date): boolean {
  return link.revokedAt === null && link.expiresAt > now;
}
