import { ConfigError } from '../../config/config.js';
import { DataFolderBusy } from '../../database/embedded/embedded-orphan.js';
import { EmbeddedPostgresError } from '../../database/embedded/embedded-postgres.js';
import { PortalLayerDown, PortalRoleMissing } from '../../database/postgres/portal-role.js';
import { WrongSecret } from '../../database/setup/secret-fingerprint.js';
import { SetupTakesTooLong } from '../../database/setup/setup-lock.js';

/** Returns why the server could not start: a sentence if the person can mend it, else the stack. */
export function reasonFor(error: unknown): string {
  if (ERRORS_WITH_SENTENCE.some((kind) => error instanceof kind)) return (error as Error).message;
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

/** Errors whose message is such a sentence. */
const ERRORS_WITH_SENTENCE = [
  ConfigError,
  DataFolderBusy,
  EmbeddedPostgresError,
  PortalRoleMissing,
  SetupTakesTooLong,
  WrongSecret,
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

/** pg's message for a connection timeout, which has no code. */
const PG_TIMED_OUT = 'timeout expired';

function isUnreachable(error: unknown): boolean {
  const { code, cause, errors } = (error ?? {}) as {
    code?: string;
    cause?: unknown;
    errors?: unknown[];
  };
  if (code && UNREACHABLE.includes(code)) return true;
  if ((error as Error | undefined)?.message === PG_TIMED_OUT) return true;
  return [cause, ...(errors ?? [])].some((inner) => inner !== undefined && isUnreachable(inner));
}
