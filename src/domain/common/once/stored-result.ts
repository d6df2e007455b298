import type { EntityManager } from '@mikro-orm/postgresql';
import type { Unit } from '../../../database/unit-of-work/unit-of-work.js';

/** Result of a change as it is stored with its key: entities by their ids, which are read again. */
export interface StoredResult {
  payload: Record<string, StoredValue | StoredValue[]>;
  /** Further effects for the payload, such as the number of revoked links. */
  effects: Record<string, unknown>;
}

type StoredValue = string | number | boolean | null | { entity: string; id: string };

/** Returns the payload of a change in the form in which it is stored. */
export function storedResult({ em, effects }: Unit, payload: object): StoredResult {
  const entries = Object.entries(payload)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [
      name,
      Array.isArray(value)
        ? value.map((each) => stored(em, name, each))
        : stored(em, name, value as unknown),
    ]);
  return { payload: Object.fromEntries(entries), effects };
}

/** Returns the stored payload with references instead of entities, which `context.change` reads again. */
export function restoredPayload({ em }: Unit, { payload }: StoredResult): object {
  const entries = Object.entries(payload).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.map((each) => restored(em, each)) : restored(em, value),
  ]);
  return Object.fromEntries(entries);
}

function stored(em: EntityManager, name: string, value: unknown): StoredValue {
  if (value === null || typeof value !== 'object') return value as StoredValue;
  const metadata = em.getMetadata().find(value.constructor as never);
  if (metadata) return { entity: metadata.className, id: (value as { id: string }).id };
  throw new Error(`The result ${name} of a change with a key is neither an entity nor a scalar.`);
}

function restored(em: EntityManager, value: StoredValue): unknown {
  if (value === null || typeof value !== 'object') return value;
  const { class: entity } = em.getMetadata().getByClassName(value.entity);
  return em.getReference(entity as never, value.id as never);
}
