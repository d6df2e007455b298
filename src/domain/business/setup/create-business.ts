import { type EntityManager, UniqueConstraintViolationException } from '@mikro-orm/postgresql';
import type { Unit } from '../../../database/unit-of-work/unit-of-work.js';
import { invalid } from '../../../visibility/refusals.js';
import { startSeries } from '../../common/number-series.entity.js';
import { phoneOfCountry } from '../../common/phone.js';
import { StaffMember } from '../../staff/staff-member.entity.js';
import { Business } from '../business.entity.js';
import { dateOrderOf } from '../date-order.js';
import { defaultsOf } from './country-defaults.js';
import { freeSlug } from './free-slug.js';

/** Details of a business to set up; what is left out follows its country. */
export interface BusinessToSetUp {
  businessName: string;
  country: string;
  timeZone: string;
  currency: string;
  taxName?: string | null;
  taxRateBasisPoints?: number | null;
  phone?: string | null;
  email?: string | null;
  ownerName: string;
  ownerEmail: string;
  soleTrader: boolean;
}

/** Tax of a new business. Throws VALIDATION_FAILED where the country has no default and the rate is missing. */
export function taxOf({
  country,
  taxName,
  taxRateBasisPoints,
}: Pick<BusinessToSetUp, 'country' | 'taxName' | 'taxRateBasisPoints'>) {
  const defaults = defaultsOf(country);
  const rate = taxRateBasisPoints ?? defaults?.taxRateBasisPoints;
  if (rate === undefined)
    throw invalid(
      'input.taxRateBasisPoints',
      'Say which tax rate your prices have, 0 for no tax: it is not known for this country.',
    );
  return { taxName: taxName || (defaults?.taxName ?? 'Tax'), taxRateBasisPoints: rate };
}

/** Phone number of a new business. Throws VALIDATION_FAILED when it is none of its country. */
export function phoneOf({ phone, country }: Pick<BusinessToSetUp, 'phone' | 'country'>) {
  return phoneOfCountry(country, phone);
}

/**
 * Creates a business with its owner. The caller must hold the lock of set-ups. Throws VALIDATION_FAILED when the owner's
 * address is taken, the tax is missing or the phone number is none.
 */
export async function createBusiness(
  unit: Unit,
  input: BusinessToSetUp,
  passwordHash: string,
): Promise<{ business: Business; owner: StaffMember }> {
  const { em } = unit;
  const { country, timeZone, currency } = input;
  const business = em.create(
    Business,
    {
      slug: await freeSlug(em, input.businessName),
      name: input.businessName,
      ...{ country, timeZone, currency },
      dateOrder: dateOrderOf(country),
      ...taxOf(input),
      // As typed: clients read it, and call from the same country.
      phone: phoneOf(input) && (input.phone?.trim() ?? null),
      email: input.email || null,
    },
    { partial: true },
  );
  // Flushed first: `businessId` is not a relation, so the unit of work does not order it.
  await em.flush();
  startSeries(em, business.id);
  const owner = em.create(
    StaffMember,
    {
      businessId: business.id,
      name: input.ownerName,
      email: input.ownerEmail,
      role: input.soleTrader ? 'SOLE_TRADER' : 'BUSINESS_OWNER',
      passwordHash,
    },
    { partial: true },
  );
  await flushUnlessTaken(em);
  return { business, owner };
}

async function flushUnlessTaken(em: EntityManager): Promise<void> {
  try {
    await em.flush();
  } catch (error) {
    if (!(error instanceof UniqueConstraintViolationException)) throw error;
    throw invalid(
      'input.ownerEmail',
      'This address cannot be used to sign in here; choose another.',
    );
  }
}
