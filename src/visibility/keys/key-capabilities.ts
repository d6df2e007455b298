import { CAPABILITIES, type Capability } from '../capabilities.js';

/** Capabilities that no API key may have: they manage people and how they sign in, or are about being a person. */
const FOR_PERSONS: readonly Capability[] = ['MANAGE_STAFF', 'MANAGE_SECURITY', 'BE_ASSIGNED'];

/**
 * What a capability of an API key includes: what a change reads to return its result. Every role that has the first has
 * the others.
 */
const INCLUDES: Partial<Record<Capability, readonly Capability[]>> = {
  WRITE_JOBS: ['SEE_ALL_JOBS'],
  WRITE_SALES: ['SEE_ALL_JOBS', 'SEE_QUOTES'],
  ACCEPT_QUOTES: ['SEE_ALL_JOBS', 'SEE_QUOTES'],
  WRITE_INVOICES: ['SEE_ALL_JOBS', 'READ_INVOICES'],
  SHARE: ['SEE_ALL_JOBS', 'SEE_QUOTES', 'READ_INVOICES'],
};

/** Returns the capabilities of an API key with those that they include, in the order of the table. */
export function withIncluded(capabilities: readonly Capability[]): Capability[] {
  const all = new Set(capabilities.flatMap((each) => [each, ...(INCLUDES[each] ?? [])]));
  return (Object.keys(CAPABILITIES) as Capability[]).filter((each) => all.has(each));
}

/** Whether an API key may have this capability. */
export function isForKeys(capability: Capability): boolean {
  return !FOR_PERSONS.includes(capability);
}
