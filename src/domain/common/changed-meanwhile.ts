import type { Audience } from '../../visibility/audience.js';
import type { Policy } from '../../visibility/policy.js';
import { Refusal } from '../../visibility/refusals.js';

/** Value of a record that somebody wanted to change. */
export interface CurrentField {
  /** Name in the input. */
  name: string;
  /** Field of the record whose audiences see it. */
  field: string;
  value: unknown;
}

interface Current {
  type: string;
  id: string;
  updatedAt: Date;
  fields: CurrentField[];
}

/** Part of a record, such as a line, with all its values by the fields of its GraphQL type. */
export class PlainEntity {
  constructor(
    readonly type: string,
    readonly values: Record<string, unknown>,
  ) {}
}

/** A record was changed after it was read. No `Refusal` yet: it also holds what the person may not see. */
export class ChangedMeanwhile extends Error {
  constructor(private readonly current: Current) {
    super('A record was changed after it was read.');
  }

  /** The error for a person of this audience, with what they may see. */
  asRefusal(policy: Policy, audience: Audience): Refusal {
    const { type, id, updatedAt, fields } = this.current;
    const seen = fields
      .filter(({ field }) => policy.allows(audience, type, field))
      .map(({ name, value }) => [name, visible(value)]);
    const current = { id, updatedAt, ...Object.fromEntries(seen) };
    const sentence =
      'Somebody has changed this since you read it, so nothing was changed; look at what is there now and make your change again.';
    return new Refusal('CONFLICT', sentence, { current });

    function visible(value: unknown): unknown {
      if (Array.isArray(value)) return value.map(visible);
      if (!(value instanceof PlainEntity)) return value;
      const allowed = Object.entries(value.values)
        .filter(([name]) => policy.allows(audience, value.type, name))
        .map(([name, each]) => [name, visible(each)]);
      return Object.fromEntries(allowed);
    }
  }
}
