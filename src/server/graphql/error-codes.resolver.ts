import { Ctx, Int, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../../domain/common/context.js';
import { everyone } from '../../visibility/audience.js';
import { declareEnum } from '../../visibility/declare/enums.js';
import { FieldFor } from '../../visibility/declare/fields.js';
import { QueryFor } from '../../visibility/declare/operations.js';
import { type Code, notFound } from '../../visibility/refusals.js';
import { codesFor, ERROR_CODES } from '../../visibility/schemas/error-codes.js';

const CODES = Object.keys(ERROR_CODES) as Code[];
const ErrorCode = Object.fromEntries(CODES.map((code) => [code, code])) as Record<Code, Code>;
const MEANINGS = Object.fromEntries(CODES.map((code) => [code, ERROR_CODES[code].meaning]));

declareEnum(
  ErrorCode,
  'ErrorCode',
  (code) => ERROR_CODES[code].audiences,
  'Code of an error, in `extensions.code`. New codes may be added; handle an unknown one like INTERNAL_ERROR.',
  MEANINGS as Record<Code, string>,
);

@ObjectType({ description: 'Error code with its meaning.' })
class ErrorCodeInfo {
  @FieldFor(everyone, 'Code, in `extensions.code` of an error.', () => ErrorCode)
  code!: Code;

  @FieldFor(everyone, 'When it is returned and what to do.', () => String)
  meaning!: string;

  @FieldFor(
    everyone,
    'HTTP status outside GraphQL, and of a GraphQL request that is refused as a whole.',
    () => Int,
  )
  httpStatus!: number;
}

@Resolver()
export class ErrorCodesResolver {
  /** Gives the enum a place in the schema, which prints no type that nothing uses, and programs a table to read. */
  @QueryFor(everyone, 'Error codes that you can receive.', () => [ErrorCodeInfo])
  errorCodes(@Ctx() { principal }: Context): ErrorCodeInfo[] {
    if (principal.kind === 'CLIENT' && !principal.link) throw notFound();
    return codesFor(principal.audience).map((code) => {
      const { meaning, httpStatus } = ERROR_CODES[code];
      return { code, meaning, httpStatus };
    });
  }
}
