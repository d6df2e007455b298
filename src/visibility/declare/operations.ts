import { Extensions, Mutation, Query, Subscription, type SubscriptionOptions } from 'type-graphql';
import type { Audiences } from '../audience.js';
import { IS_KEYED, idempotencyKey, KEY_DESCRIPTION, type WithoutKey } from '../inputs/repeats.js';
import { ArgFor } from './arguments.js';
import {
  type AnyDecorator,
  both,
  type Declaration,
  declared,
  type TypeThunk,
} from './declaration.js';
import type { FieldChoices } from './fields.js';

/** Declares a query that these audiences may call; others are refused before it runs. */
export function QueryFor(
  audiences: Audiences,
  description: string,
  type: TypeThunk,
  { reads, published, ...choices }: FieldChoices & Pick<Declaration, 'reads' | 'published'> = {},
) {
  return both(
    Query(type as never, { description, ...choices }),
    declared({ audiences, reads, published }),
  );
}

interface MutationChoices {
  deprecationReason?: string;
  /** Why it takes no idempotency key. */
  withoutKey?: WithoutKey;
  /** Whether it declares the argument `key` itself and stores the key with what it makes. */
  ownKey?: boolean;
}

/**
 * Declares a mutation that these audiences may call; others are refused before it runs. It takes an optional argument
 * `key` besides: a request with a key is done once (`server/graphql/done-once.ts`), for which the method does nothing.
 */
export function MutationFor(
  audiences: Audiences,
  description: string,
  type: TypeThunk,
  { withoutKey, ownKey = false, ...choices }: MutationChoices = {},
) {
  const mutation = both(
    Mutation(type as never, { description, ...choices }),
    declared({ audiences }),
  );
  if (ownKey) return mutation;
  return both(mutation, withoutKey ? Extensions({ withoutKey }) : keyed(audiences));
}

/** Declares a subscription that these audiences may open; others are refused at `subscribe` too. */
export function SubscriptionFor(
  audiences: Audiences,
  description: string,
  type: TypeThunk,
  subscribe: SubscriptionOptions['subscribe'],
) {
  return both(
    Subscription(type as never, { description, subscribe } as never),
    declared({ audiences }),
  );
}

/** Parameter index of the argument `key`: after those of the method, which ignores it. */
const KEY_INDEX = 1_000;

/** Adds the argument `key` to a mutation. */
function keyed(audiences: Audiences) {
  const argument = ArgFor(audiences, 'key', KEY_DESCRIPTION, () => String, {
    nullable: true,
    bound: idempotencyKey,
  });
  const marked = Extensions({ [IS_KEYED]: true }) as AnyDecorator;
  return (prototype: object, name: string) => {
    argument(prototype, name, KEY_INDEX);
    marked(prototype, name);
  };
}
