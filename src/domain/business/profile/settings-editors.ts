import type { Audience } from '../../../visibility/audience.js';
import { type Capability, may, rolesWithEither } from '../../../visibility/capabilities.js';
import { Refusal } from '../../../visibility/refusals.js';
import { REMINDER_SETTINGS } from './reminder-settings.js';

/** Roles that may change at least a part of Business Settings. */
export const settingsEditors = rolesWithEither('SWITCH_PORTAL', 'MANAGE_PAYMENT_TERMS');

/** Settings about how clients pay; all others need SWITCH_PORTAL. */
const PAYMENT_SETTINGS = [
  'paymentTermsDays',
  'paymentInstructions',
  'cardPaymentsEnabled',
  ...REMINDER_SETTINGS,
];

/** Throws FORBIDDEN that names the field when the input has a setting that this role may not change. */
export function refuseSettingsBeyond(role: Audience, input: object): void {
  for (const [field, value] of Object.entries(input)) {
    const needed: Capability = PAYMENT_SETTINGS.includes(field)
      ? 'MANAGE_PAYMENT_TERMS'
      : 'SWITCH_PORTAL';
    if (value === undefined || may(role, needed)) continue;
    const sentence = 'Your role may not change this setting; ask somebody whose role may.';
    throw new Refusal('FORBIDDEN', sentence, { field: `input.${field}` });
  }
}
