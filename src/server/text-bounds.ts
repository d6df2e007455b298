import { GraphQLError, Lexer, Source, TokenKind } from 'graphql';
import type { Audience } from '../visibility/audience.js';

/** Bounds of a GraphQL document's text, which hold before anything parses it. */
export interface TextBounds {
  maxBytes: number;
  maxLines: number;
  maxTokens: number;
}

/**
 * The longest operation of our own is GraphiQL's introspection: 2,075 bytes, 109 lines, 184 tokens; the
 * longest that reads or changes records has 1,593 bytes, 136 lines, 203 tokens, and one that asks a job for
 * every field that it has 3,273 bytes and 449 tokens. Staff get a few times that. Visitors have two
 * operations and introspection.
 */
const STAFF: TextBounds = { maxBytes: 24 * 1024, maxLines: 1_000, maxTokens: 4_000 };
const CLIENT: TextBounds = { maxBytes: 12 * 1024, maxLines: 1_000, maxTokens: 2_000 };
const VISITOR: TextBounds = { maxBytes: 8 * 1024, maxLines: 500, maxTokens: 1_000 };

/** The largest of the bounds: a text past it needs no look at who sent it. */
export const LARGEST_BOUNDS = STAFF;

/** Brackets of all kinds, one in the other: fifteen levels with arguments and fragments stay far below. */
const MAX_NESTING = 64;
const MAX_OPERATION_NAME_LENGTH = 200;

export function textBounds(audience: Audience): TextBounds {
  if (audience === 'CLIENT') return CLIENT;
  return audience === 'VISITOR' ? VISITOR : STAFF;
}

/** The fault of a text that is too long to be parsed, or null. Takes one pass over at most `maxBytes`. */
export function textExcess(
  { maxBytes, maxLines }: TextBounds,
  text: string,
  operationName?: string | null,
): GraphQLError | null {
  if (text.length > maxBytes || Buffer.byteLength(text) > maxBytes)
    return unusable('query', `The query is too long: at most ${maxBytes} bytes.`);
  if (linesOf(text, maxLines) > maxLines)
    return unusable('query', `The query has too many lines: at most ${maxLines}.`);
  if ((operationName?.length ?? 0) > MAX_OPERATION_NAME_LENGTH)
    return unusable(
      'operationName',
      `The operation name is too long: at most ${MAX_OPERATION_NAME_LENGTH} characters.`,
    );
  return null;
}

/**
 * The fault of a text whose brackets are nested too deeply, or null. graphql-js parses and validates by
 * recursion, so this is found out token by token. Text that is no GraphQL is left to the parser.
 */
export function nestingExcess({ maxTokens }: TextBounds, text: string): GraphQLError | null {
  const lexer = new Lexer(new Source(text));
  try {
    for (let depth = 0, tokens = 0; tokens <= maxTokens; tokens += 1) {
      const { kind } = lexer.advance();
      if (kind === TokenKind.EOF) return null;
      if (OPENING.has(kind)) depth += 1;
      if (CLOSING.has(kind)) depth -= 1;
      if (depth > MAX_NESTING)
        return unusable(
          'query',
          `The query is nested too deeply: at most ${MAX_NESTING} brackets.`,
        );
    }
  } catch {
    // The parser meets the same character, and its error says where.
  }
  return null;
}

/** Worded for its audience on its way out, as the errors of graphql-js are: clients are told of no bound. */
function unusable(field: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'GRAPHQL_PARSE_FAILED', field } });
}

const OPENING = new Set<TokenKind>([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const CLOSING = new Set<TokenKind>([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

/** Counts as graphql-js does (CR, LF, CRLF), and no further than one past `max`. */
function linesOf(text: string, max: number): number {
  const lineEnd = /\r\n|[\n\r]/g;
  let lines = 1;
  while (lines <= max && lineEnd.test(text)) lines += 1;
  return lines;
}
