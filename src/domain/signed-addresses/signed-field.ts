import { Int } from 'type-graphql';
import type { Audiences } from '../../visibility/audience.js';
import { wholeNumber } from '../../visibility/bounds.js';
import { ArgFor } from '../../visibility/declare/arguments.js';
import { ResolvedFieldFor } from '../../visibility/declare/fields.js';
import { LIFETIME_SECONDS } from './signed-address.js';

const { min, max } = LIFETIME_SECONDS;

interface SignedFieldChoices {
  /** Field with the path, as in "as `thumbnailUrl`". */
  of: string;
  /** Columns from which the path follows. */
  columns: readonly string[];
  /** Path from published values. */
  path(values: never): string | null | undefined;
}

/**
 * Declares a field with the signed address of a path. Publications do not contain it: it is signed for the caller when it
 * is read. It has an argument, and no field with one is part of a publication.
 */
export function SignedFieldFor(audiences: Audiences, { of, columns, path }: SignedFieldChoices) {
  return ResolvedFieldFor(
    audiences,
    `Address of \`${of}\` for \`<img src>\`, \`<a href>\` and pages on other origins, which needs no token and works for at most ten minutes. It opens only what you may still see when it is fetched. Do not store it or pass it on; read it again instead. Null where \`${of}\` is null.`,
    () => String,
    {
      nullable: true,
      columns,
      published: (values, _today, sign) => sign(path(values as never) ?? null),
    },
  );
}

/** Declares the argument of a signed field. */
export function LifetimeArg(audiences: Audiences) {
  return ArgFor(
    audiences,
    'lifetimeSeconds',
    `The longest time for which the address works, in seconds; it works for at least half of it. Default: ${max}.`,
    () => Int,
    { defaultValue: max, bound: wholeNumber(min, max) },
  );
}
