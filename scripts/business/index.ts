import 'reflect-metadata';
import { ConfigError } from '../../src/config/config.js';
import { takeSetupLock } from '../../src/database/setup/setup-lock.js';
import { changeInOneUnit } from '../../src/database/unit-of-work/unit-of-work.js';
import { createBusiness } from '../../src/domain/business/setup/create-business.js';
import type { SetUpBusinessInput } from '../../src/domain/business/setup/setup.inputs.js';
import { lockSetups } from '../../src/domain/business/setup/usable-link.js';
import { checkPassword } from '../../src/domain/staff/sessions/password-rule.js';
import { hashPassword } from '../../src/domain/staff/sessions/passwords.js';
import { buildContract } from '../../src/server/boot/contract.js';
import { prepareDatabase } from '../../src/server/boot/prepare-database.js';
import { Refusal } from '../../src/visibility/refusals.js';
import { onOwnDatabase, openEntities } from '../own-database.js';
import { askedDetails } from './asked-details.js';
import { USAGE } from './flags.js';

/** `npm run business -- create`: creates a business and its owner, asking for what the flags leave out. */
const [command, ...flags] = process.argv.slice(2);
if (command !== 'create' || flags.includes('--help')) {
  console.log(USAGE);
  process.exit(command === 'create' ? 0 : 1);
}

await onOwnDatabase(async ({ url, config }) => {
  try {
    const details = await askedDetails(flags);
    checkPassword(details.password, 'input.password');
    const passwordHash = await hashPassword('the shell', details.password);
    const { slug } = await created(url, config, details, passwordHash);
    console.log(`${details.businessName} is set up (${slug}).`);
    console.log(`Its owner signs in as ${details.ownerEmail} at ${config.publicUrl}/console`);
  } catch (error) {
    throw error instanceof Refusal ? new ConfigError(sentenceOf(error)) : error;
  }
});

async function created(
  url: string,
  config: Parameters<typeof prepareDatabase>[3],
  details: SetUpBusinessInput,
  passwordHash: string,
) {
  const setup = await takeSetupLock(url, console.log);
  const orm = await openEntities(url);
  try {
    await prepareDatabase(orm, url, buildContract().policy, config, console.log);
    const { result } = await changeInOneUnit(
      orm.em,
      null,
      () => new Date(),
      async (unit) => {
        await lockSetups(unit);
        return createBusiness(unit, details, passwordHash);
      },
    );
    return result.business;
  } finally {
    await orm.close();
    await setup.release();
  }
}

/** The sentence, with the flag that it is about. */
function sentenceOf({ message, extensions }: Refusal): string {
  const field = String(extensions.field ?? '').replace('input.', '');
  return field ? `${field}: ${message}` : message;
}
