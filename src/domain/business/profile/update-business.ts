import { LockMode } from '@mikro-orm/postgresql';
import { takeTurn, type Unit } from '../../../database/unit-of-work/unit-of-work.js';
import { Faults } from '../../../visibility/inputs/faults.js';
import { invalid } from '../../../visibility/refusals.js';
import { changeFields } from '../../common/copy-fields.js';
import { refuseIfChanged } from '../../common/if-unchanged-since.js';
import { phoneOfCountry } from '../../common/phone.js';
import { staffOf } from '../../jobs/lock-job.js';
import { Business } from '../business.entity.js';
import { settleReminders } from './reminder-settings.js';
import { refuseSettingsBeyond } from './settings-editors.js';
import type { UpdateBusinessInput } from './update-business.inputs.js';

/**
 * Updates the settings present in the input.
 *
 * @throws FORBIDDEN for a setting that the role may not change; VALIDATION_FAILED for another currency after
 * something was sent, and for a phone number that is none of its country.
 */
export async function updateBusiness(unit: Unit, input: UpdateBusinessInput): Promise<Business> {
  const { ifUnchangedSince, paymentInstructions, ...fields } = input;
  refuseSettingsBeyond(staffOf(unit).audience, { ...fields, paymentInstructions });
  const business = await lockBusinessToChange(unit);
  await refuseIfChanged(unit, business, ifUnchangedSince, input);
  const faults = new Faults();
  if (input.currency && input.currency !== business.currency)
    await faults.checkLater(() => refuseCurrencyAfterSending(unit, business));
  // Checked, but kept as typed: clients read it in this form.
  faults.check(() => phoneOfCountry(business.country, input.phone));
  faults.check(() => changeFields(unit, business, withoutEmptyTexts(fields)));
  faults.check(() => settleReminders(unit, business, input));
  faults.throwIfAny();
  if (paymentInstructions !== undefined)
    business.paymentInstructions = (paymentInstructions ?? []).map(({ label, details }) => ({
      label,
      details,
    }));
  return business;
}

/** The business of the actor, locked until commit for a change. Sending takes the same lock, shared. */
export async function lockBusinessToChange(unit: Unit): Promise<Business> {
  const { businessId } = staffOf(unit);
  takeTurn(unit, 'business', businessId);
  return unit.em.findOneOrFail(Business, businessId, {
    lockMode: LockMode.PESSIMISTIC_WRITE,
    refresh: true,
  });
}

/** Amounts are stored without their currency, so those that somebody was sent must not change their meaning. */
async function refuseCurrencyAfterSending({ sql }: Unit, { id }: Business): Promise<void> {
  const [row] = await sql.rows<{ isSent: boolean }>(SENT, [id]);
  if (row?.isSent)
    throw invalid(
      'input.currency',
      'The currency cannot change once a quote or an invoice was sent; the amounts in it would mean something else.',
    );
}

const SENT = `
  select exists (select from quote_versions where business_id = $1)
    or exists (select from quotes where business_id = $1 and status <> 'DRAFT')
    or exists (select from invoices where business_id = $1 and sent_at is not null)
    or exists (select from payments where business_id = $1) as "isSent"`;

/** A text with nothing visible clears its field; a required one was refused before. */
function withoutEmptyTexts<T extends object>(input: T): T {
  const entries = Object.entries(input).map(([name, value]) => [name, value === '' ? null : value]);
  return Object.fromEntries(entries) as T;
}
