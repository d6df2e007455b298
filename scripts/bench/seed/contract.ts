import { buildContract } from '../../../src/server/schema.js';

export type Contract = ReturnType<typeof buildContract>;

let contract: Contract | undefined;

/** The contract, built once however many databases are seeded. */
export function theContract(): Contract {
  contract ??= buildContract();
  return contract;
}
