import type { Config } from '../../src/config/config.js';
import { dropDatabase } from '../../src/database/setup/databases.js';
import { withoutBusiness } from '../faults/own-database.js';
import { enterWorld, type World } from '../harness/world.js';
import type { SetUpBusinessInput } from '../operations.gen.js';

/** A Jobglass on a database with nothing: no business, no demo. */
export async function openEmptyWorld(changes: Partial<Config> = {}): Promise<World> {
  const databaseUrl = await withoutBusiness();
  return enterWorld(databaseUrl, changes, () => dropDatabase(databaseUrl));
}

export const OWNER_PASSWORD = 'a password of the owner';

/** Input of setUpBusiness for a business in Auckland; `link` has what is different. */
export function newBusiness(link: { setupToken: string } & Partial<SetUpBusinessInput>) {
  return {
    businessName: 'Kauri Plumbing',
    country: 'NZ',
    timeZone: 'Pacific/Auckland',
    currency: 'NZD',
    ownerName: 'Nia Owner',
    ownerEmail: 'nia@kauri.test',
    password: OWNER_PASSWORD,
    ...link,
  };
}

/** Token of the set-up link that start-up printed. */
export function printedToken(world: World): string {
  return world.running.setupLink?.split('/setup#')[1] ?? '';
}
