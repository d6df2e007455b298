import { EnvMissingError } from 'envalid';

/** A setting that cannot be used; the message is a sentence that names it. */
export class ConfigError extends Error {}

const WANTED: Record<string, string> = {
  PORT: 'a port number from 1 to 65535',
  SEED_DEMO: 'true or false',
  PLAYGROUND: 'true or false',
  PHOTO_S3_PATH_STYLE: 'true or false',
};

/** Tells of the first setting that cannot be used, as a sentence. */
export function refuse({ errors }: { errors: Partial<Record<string, Error>> }): void {
  const [first] = Object.entries(errors);
  if (!first) return;
  const [name, error] = first;
  if (error instanceof EnvMissingError)
    throw new ConfigError(`${name} is missing; set it and start again.`);
  throw new ConfigError(
    `${name} must be ${WANTED[name] ?? error?.message}; change it and start again.`,
  );
}
