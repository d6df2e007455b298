import { Lexer, Source, TokenKind } from 'graphql';
import type { Audience } from '../../../visibility/audience.js';
import { faulty, type Refusal } from '../../../visibility/refusals.js';

/** Bounds of a GraphQL document's text, checked before parsing. */
export interface TextBounds {
  maxBytes: number;
  maxLines: number;
  maxTokens: number;
}

/**
 * For comparison: GraphiQL's introspection has 2,075 bytes, 109 lines and 184 tokens; the longest operation of our
 * pages 1,593 bytes, 136 lines and 203 tokens; one that selects every field of a job 3,273 bytes and 449 tokens.
 * Visitors have two operations and introspection.
 */
const STAFF: TextBounds = { maxBytes: 24 * 1024, maxLines: 1_000, maxTokens: 4_000 };
const CLIENT: TextBounds = { maxBytes: 12 * 1024, maxLines: 1_000, maxTokens: 2_000 };
const VISITOR: TextBounds = { maxBytes: 8 * 1024, maxLines: 500, maxTokens: 1_000 };

/** A text past the largest bounds is refused before authentication. */
export const LARGEST_BOUNDS = STAFF;

/** Nested brackets of all kinds; a selection 15 levels deep with arguments stays far below. */
const MAX_NESTING = 64;
const MAX_OPERATION_NAME_LENGTH = 200;

export function textBounds(audience: Audience): TextBounds {
  if (audience === 'CLIENT') return CLIENT;
  return audience === 'VISITOR' ? VISITOR : STAFF;
}

/** Returns an error if the text is too long to be parsed, or null. Takes one pass over at most `maxBytes`. */
export function textExcess(
  { maxBytes, maxLines }: TextBounds,
  text: string,
  operationName?: string | null,
): Refusal | null {
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
 * Returns an error if brackets are nested too deeply, or null. Works token by token, since graphql-js parses and
 * validates by recursion. Invalid GraphQL is left to the parser.
 */
export function nestingExcess({ maxTokens }: TextBounds, text: string): Refusal | null {
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
    // The parser reports the same error with its location.
  }
  return null;
}

/** Returns an error if the texts of a batch have too many tokens together, or null. */
export function tokenExcess({ maxTokens }: TextBounds, texts: string[]): Refusal | null {
  let tokens = 0;
  for (const text of texts) tokens += tokensOf(text, maxTokens - tokens);
  return tokens > maxTokens
    ? unusable('query', `The queries have too many tokens: at most ${maxTokens} in all.`)
    : null;
}

/** Counts tokens up to `max` + 1, or up to an error, where the parser stops too. */
function tokensOf(text: string, max: number): number {
  const lexer = new Lexer(new Source(text));
  let tokens = 0;
  try {
    while (tokens <= max && lexer.advance().kind !== TokenKind.EOF) tokens += 1;
  } catch {
    // The parser reports it.
  }
  return tokens;
}

function unusable(field: string, reason: string): Refusal {
  return faulty([{ field, reason }], 'GRAPHQL_PARSE_FAILED');
}

const OPENING = new Set<TokenKind>([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const CLOSING = new Set<TokenKind>([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

/** Counts lines as graphql-js does (CR, LF, CRLF), up to `max` + 1. */
function linesOf(text: string, max: number): number {
  const lineEnd = /\r\n|[\n\r]/g;
  let lines = 1;
  while (lines <= max && lineEnd.test(text)) lines += 1;
  return lines;
}
