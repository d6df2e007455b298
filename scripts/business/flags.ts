import { parseArgs } from 'node:util';
import { ConfigError } from '../../src/config/config.js';

export const USAGE = `Creates a business and its owner:

  npm run business -- create [flags]

What the flags leave out is asked for, in a terminal.

  --name "Bright Spark"          name of the business
  --country AU                   country code
  --time-zone Australia/Sydney   default: that of the country (AU, NZ, GB, JP)
  --currency AUD                 default: that of the country (AU, NZ, GB, JP)
  --tax-name GST                 default: that of the country, or Tax
  --tax-rate 10                  in percent; default: that of the country (AU, NZ, GB, JP)
  --phone "02 5550 1234"         for clients; optional
  --email office@example.com     for clients; optional
  --owner-name "Olivia Owner"
  --owner-email olivia@example.com
  --sole-trader                  the owner works alone
  --password-stdin               reads the owner's password from standard input
  --password …                   the password itself, which the shell may keep in its history
`;

const text = { type: 'string' } as const;

/**
 * Reads the flags of the command.
 *
 * @throws ConfigError for an unknown one.
 */
export function readFlags(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        name: text,
        country: text,
        'time-zone': text,
        currency: text,
        'tax-name': text,
        'tax-rate': text,
        phone: text,
        email: text,
        'owner-name': text,
        'owner-email': text,
        password: text,
        'password-stdin': { type: 'boolean' },
        'sole-trader': { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    throw new ConfigError(`${(error as Error).message}\n\n${USAGE}`);
  }
}

export type Flags = ReturnType<typeof readFlags>;
