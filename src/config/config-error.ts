import { EnvMissingError } from 'envalid';

/** An invalid or missing setting; the message is a sentence that names it. */
export class ConfigError extends Error {}

const EXPECTED: Record<string, string> = {
  PORT: 'a port number from 1 to 65535',
  SEED_DEMO: 'true or false',
  PLAYGROUND: 'true or false',
  STRIPE_CONNECT: 'true or false',
  PHOTO_S3_PATH_STYLE: 'true or false',
  WEBHOOKS_ALLOW_PRIVATE: 'true or false',
};

/**
 * Reporter for envalid.
 *
 * @throws ConfigError for the first invalid setting, if there is one.
 */
export function refuse({ errors }: { errors: Partial<Record<string, Error>> }): void {
  const [first] = Object.entries(errors);
  if (!first) return;
  const [name, error] = first;
  if (error instanceof EnvMissingError)
    throw new ConfigError(`${name} is missing; set it and start again.`);
  throw new ConfigError(
    `${name} must be ${EXPECTED[name] ?? error?.message}; change it and start again.`,
  );
}
