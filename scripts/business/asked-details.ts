import { text as readAll } from 'node:stream/consumers';
import { ConfigError } from '../../src/config/config.js';
import { defaultsOf } from '../../src/domain/business/setup/country-defaults.js';
import { SetUpBusinessInput } from '../../src/domain/business/setup/setup.inputs.js';
import { readByBounds } from '../../src/visibility/bounds.js';
import { type Flags, readFlags } from './flags.js';
import { Questions } from './questions.js';

/**
 * The details of a new business, from the flags and, in a terminal, from answers.
 *
 * @throws ConfigError for details that are missing or cannot be used.
 */
export async function askedDetails(args: string[]): Promise<SetUpBusinessInput> {
  const flags = readFlags(args);
  const questions = new Questions();
  try {
    return checked(await answers(flags, questions));
  } finally {
    questions.close();
  }
}

async function answers(flags: Flags, questions: Questions) {
  const businessName = await questions.ask('name', 'Name of the business', flags.name);
  const country = await questions.ask('country', 'Country code (AU, NZ, GB …)', flags.country);
  const known = defaultsOf(country.toUpperCase());
  const ask = questions.ask.bind(questions);
  return {
    businessName,
    country,
    timeZone: await ask('time-zone', 'Time zone', flags['time-zone'], known?.timeZone),
    currency: await ask('currency', 'Currency', flags.currency, known?.currency),
    taxName: await ask('tax-name', 'Name of the tax', flags['tax-name'], known?.taxName ?? 'Tax'),
    taxRateBasisPoints: await ask(
      'tax-rate',
      'Tax rate in percent',
      flags['tax-rate'],
      known && String(known.taxRateBasisPoints / 100),
    ),
    phone: await questions.askOptional('Phone number for clients (may be empty)', flags.phone),
    email: await questions.askOptional('Email address for clients (may be empty)', flags.email),
    ownerName: await ask('owner-name', 'Name of the owner', flags['owner-name']),
    ownerEmail: await ask('owner-email', 'Email address of the owner', flags['owner-email']),
    soleTrader: flags['sole-trader'] ?? (await questions.isYes('Does the owner work alone?')),
    password: flags['password-stdin']
      ? (await readAll(process.stdin)).replace(/\r?\n$/, '')
      : await questions.secret('password', 'Password of the owner', flags.password),
  };
}

function checked({
  soleTrader,
  taxRateBasisPoints: percent,
  ...texts
}: Awaited<ReturnType<typeof answers>>): SetUpBusinessInput {
  const rate = basisPointsOf(percent);
  const { input, faults } = readByBounds(SetUpBusinessInput, {
    ...texts,
    taxRateBasisPoints: rate as never,
  });
  if (faults.length > 0)
    throw new ConfigError(faults.map(({ field, sentence }) => `${field}: ${sentence}`).join('\n'));
  return Object.assign(input, { soleTrader });
}

/** Basis points of a percentage as people write it: "9.975" or "9,975 %". */
function basisPointsOf(percent: string): number {
  const text = percent.replace('%', '').trim().replace(',', '.');
  if (text === '' || !Number.isFinite(Number(text)))
    throw new ConfigError(`tax-rate: ${percent} is no percentage; write it like 10 or 9.975.`);
  // Rounded to what a double can hold: 9.975 × 100 is slightly less than 997.5.
  return Number((Number(text) * 100).toPrecision(12));
}
