import { ConfigError } from '../config.js';
import { DataFolderBusy } from '../database/embedded-orphan.js';
import { EmbeddedPostgresError } from '../database/embedded-postgres.js';
import { PortalLayerDown, PortalRoleMissing } from '../database/portal-role.js';

/** Why the server could not start: one sentence where the person can do something about it. */
export function reasonFor(error: unknown): string {
  for (const kind of TOLD_AS_THEY_ARE) if (error instanceof kind) return error.message;
  const { code, port, message } = (error ?? {}) as {
    code?: string;
    port?: number;
    message?: string;
  };
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken by another program; choose another with PORT.`;
  if (code === 'EACCES' && port)
    return `Port ${port} may not be used by you; choose one above 1023 with PORT.`;
  if (isUnreachable(error))
    return `The database at DATABASE_URL cannot be reached (${code ?? message}); check the address and that it runs.`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

const TOLD_AS_THEY_ARE = [
  ConfigError,
  DataFolderBusy,
  EmbeddedPostgresError,
  PortalRoleMissing,
  PortalLayerDown,
];

const UNREACHABLE = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EHOSTUNREACH',
  'ETIMEDOUT',
  'ECONNRESET',
  '28P01',
  '28000',
  '3D000',
  '57P03',
];

function isUnreachable(error: unknown): boolean {
  const { code, cause, errors } = (error ?? {}) as {
    code?: string;
    cause?: unknown;
    errors?: unknown[];
  };
  if (code && UNREACHABLE.includes(code)) return true;
  return [cause, ...(errors ?? [])].some((inner) => inner !== undefined && isUnreachable(inner));
}
