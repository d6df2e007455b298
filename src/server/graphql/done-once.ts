import {
  type GraphQLField,
  type GraphQLSchema,
  getNullableType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { Unit } from '../../database/unit-of-work/unit-of-work.js';
import { type KeyedCall, OnceForKey } from '../../domain/common/once/once.js';
import { IS_KEYED } from '../../visibility/inputs/repeats.js';
import { Refusal } from '../../visibility/refusals.js';
import type { ServerContext } from './context.js';

type Field = GraphQLField<unknown, ServerContext>;

/**
 * Lets every mutation with an argument `key` do its work once for each key of a person. Its resolver receives a context
 * whose `change` knows the key, so no mutation can forget it. Changes the schema in place.
 */
export function doneOnce(schema: GraphQLSchema): GraphQLSchema {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {}) as Field[]) {
    if (!field.extensions[IS_KEYED]) continue;
    const { resolve } = field;
    field.resolve = (root, { key, ...request }, context, info) => {
      const call = key && { operation: field.name, key, request };
      return resolve?.(root, request, call ? withKey(context, call, field) : context, info);
    };
  }
  return schema;
}

function withKey(context: ServerContext, call: KeyedCall, field: Field): ServerContext {
  let isFirst = true;
  const change = async <T extends object>(work: (unit: Unit) => Promise<T>): Promise<T> => {
    // What a mutation does after its first change, such as opening a payment page, returns the same when repeated.
    if (!isFirst) return context.change(work);
    isFirst = false;
    const once = new OnceForKey(call, work);
    const payload = await context.change((unit) => once.run(unit));
    return once.isRepeat ? whatIsLeft(payload, field) : payload;
  };
  return Object.create(context, { change: { value: change } });
}

/**
 * Returns a payload that was read again, without members of lists that are gone or hidden by now.
 *
 * @throws NOT_FOUND if a required entity is.
 */
function whatIsLeft<T extends object>(payload: T, { type }: Field): T {
  const payloadType = getNullableType(type);
  const fields = isObjectType(payloadType) ? payloadType.getFields() : {};
  const entries = Object.entries(payload).map(([name, value]) => {
    const field = fields[name];
    if (value === null && field && isNonNullType(field.type)) throw gone();
    return [name, Array.isArray(value) ? value.filter((each) => each !== null) : value];
  });
  return Object.fromEntries(entries);
}

function gone(): Refusal {
  const sentence =
    'This was done before under the same key, and what it made is gone or hidden from you by now. Use a new key to do it again.';
  return new Refusal('NOT_FOUND', sentence);
}
