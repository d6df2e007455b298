import { hashOfToken, newApiKeyToken, shownPrefix } from '../../../database/tokens.js';
import type { Unit } from '../../../database/unit-of-work/unit-of-work.js';
import { type Capability, may } from '../../../visibility/capabilities.js';
import { Faults } from '../../../visibility/inputs/faults.js';
import { isForKeys, withIncluded } from '../../../visibility/keys/key-capabilities.js';
import { conflict, invalid } from '../../../visibility/refusals.js';
import { Business } from '../../business/business.entity.js';
import { dayIn } from '../../business/business-day.js';
import { staffOf } from '../../jobs/lock-job.js';
import { dayOf } from '../../quotes/quote-day.js';
import { StaffMember } from '../staff-member.entity.js';
import { ApiKey } from './api-key.entity.js';
import type { CreateApiKeyInput } from './api-key.inputs.js';

/** Keys of a business that work at the same time. */
const MAX_LIVE_KEYS = 20;

/**
 * Makes an API key and returns it with its token, which is not stored.
 *
 * @throws VALIDATION_FAILED with all faults; CONFLICT when the business has as many keys as it may.
 */
export async function createApiKey(unit: Unit, input: CreateApiKeyInput) {
  const { em, now } = unit;
  const { businessId, staffId } = staffOf(unit);
  const business = await em.findOneOrFail(Business, businessId);
  const today = dayIn(business.timeZone, now);
  refuseFaults(unit, input, today);
  await refuseTooMany(unit, today);
  const token = newApiKeyToken();
  const apiKey = em.create(
    ApiKey,
    {
      businessId,
      createdBy: em.getReference(StaffMember, staffId),
      name: input.name,
      prefix: shownPrefix(token),
      tokenHash: hashOfToken(token),
      capabilities: withIncluded(input.capabilities),
      createdAt: now,
      expiresOn: dayOf(input.expiresOn),
    },
    { partial: true },
  );
  await em.flush();
  return { apiKey, token };
}

function refuseFaults(unit: Unit, { capabilities, expiresOn }: CreateApiKeyInput, today: string) {
  const faults = new Faults();
  faults.check(() => refuseCapabilities(unit, capabilities));
  faults.check(() => {
    const lastDay = dayOf(expiresOn);
    if (lastDay !== null && lastDay < today)
      throw invalid('input.expiresOn', 'This day is past; choose today or later.');
  });
  faults.throwIfAny();
}

function refuseCapabilities(unit: Unit, capabilities: Capability[]): void {
  const { audience } = staffOf(unit);
  const refuse = (sentence: string) => invalid('input.capabilities', sentence);
  if (capabilities.length === 0) throw refuse('Choose at least one thing that the key may do.');
  const forPersons = capabilities.find((each) => !isForKeys(each));
  if (forPersons) throw refuse(`No key may have ${forPersons}; take it out.`);
  const lacking = capabilities.find((each) => !may(audience, each));
  if (lacking)
    throw refuse(`You may not ${lacking} yourself, so a key of yours may not; take it out.`);
}

/** Creations of one business are serialized, so that two at once do not pass the bound. */
async function refuseTooMany(unit: Unit, today: string): Promise<void> {
  const { sql } = unit;
  const { businessId } = staffOf(unit);
  await sql.rows('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `api keys:${businessId}`,
  ]);
  const [counted] = await sql.rows<{ live: number }>(LIVE, [businessId, today]);
  if (Number(counted?.live) >= MAX_LIVE_KEYS)
    throw conflict(`A business has at most ${MAX_LIVE_KEYS} API keys; end one that is not needed.`);
}

const LIVE = `
  select count(*)::int as live from api_keys k
  join staff_members m on m.id = k.created_by_id and m.removed_at is null
  where k.business_id = $1 and k.ended_at is null and (k.expires_on is null or k.expires_on >= $2::date)`;
