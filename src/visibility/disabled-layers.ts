/**
 * Security layers between a client and internal data: the rules of the audience schema, a reader that holds nothing
 * but one publication, and a database role that may read a few columns. Each suffices alone; tests disable the
 * others to prove it.
 */
export type DisabledLayer = 'SCHEMA' | 'READER' | 'ROLE';

/** Throws if a layer is disabled in production. No setting disables a layer; only code that starts the server can. */
export function refuseInProduction(
  isProduction: boolean,
  disabled: readonly DisabledLayer[],
): void {
  if (isProduction && disabled.length > 0)
    throw new Error('In production every layer is on: start it without disabledLayers.');
}
