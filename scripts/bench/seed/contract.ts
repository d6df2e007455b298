import { buildContract } from '../../../src/server/boot/contract.js';

export type Contract = ReturnType<typeof buildContract>;

let contract: Contract | undefined;

/** The schema, built once for all databases. */
export function theContract(): Contract {
  contract ??= buildContract();
  return contract;
}
