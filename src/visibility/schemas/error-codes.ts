import {
  type Audience,
  type Audiences,
  anyOf,
  everyone,
  staffAndClient,
  staffAndSetup,
  staffAndVisitor,
  staffOnly,
} from '../audience.js';
import { CODES, type Code } from '../refusals.js';
import { admits } from '../rules.js';

interface ErrorCode {
  /** When it comes and what to do, for people who write programs. */
  meaning: string;
  /** Callers who can receive it. Clients learn no code of what is internal. */
  audiences: Audiences;
  /** HTTP status outside GraphQL, and of a GraphQL request that is refused as a whole. */
  httpStatus: number;
}

/** Callers who sign in, and API keys. */
const staffOrSetup = anyOf(staffOnly, staffAndSetup);

/** Every error code, for the schema (`enum ErrorCode`), the query `errorCodes` and the HTTP status of refusals. */
export const ERROR_CODES: Record<Code, ErrorCode> = {
  UNAUTHENTICATED: {
    meaning:
      'There is no session: none was sent, it has ended, or email address and password do not match. Sign in, then send the request again.',
    audiences: anyOf(staffOnly, staffAndVisitor),
    httpStatus: 401,
  },
  SECOND_FACTOR_REQUIRED: {
    meaning:
      'The password is right and a second factor is needed. Send the same again with a code of the authenticator app, or a recovery code.',
    audiences: staffAndVisitor,
    httpStatus: 400,
  },
  SECOND_FACTOR_SETUP_REQUIRED: {
    meaning:
      'The business asks this role for a second factor. Set one up; then everything else works.',
    audiences: staffAndSetup,
    httpStatus: 403,
  },
  FORBIDDEN: {
    meaning:
      'The role may not do this. Hide it from this person, or ask somebody with the permission.',
    audiences: staffOrSetup,
    httpStatus: 403,
  },
  NOT_FOUND: {
    meaning:
      'There is no such thing, it is not yours to see, or the portal link is unknown, expired or revoked: all read alike.',
    audiences: everyone,
    httpStatus: 404,
  },
  VALIDATION_FAILED: {
    meaning:
      'A value breaks a rule. `extensions.faults` lists every fault with its field and a sentence for the person; `extensions.field` is the first. Correct and send again.',
    audiences: everyone,
    httpStatus: 400,
  },
  CONFLICT: {
    meaning: 'The request does not fit what is there now. Read it again, then decide.',
    audiences: everyone,
    httpStatus: 400,
  },
  QUERY_TOO_LARGE: {
    meaning: 'The answer would be too large. Ask for smaller pages or fewer fields.',
    audiences: everyone,
    httpStatus: 400,
  },
  RATE_LIMITED: {
    meaning:
      'Too many requests or tries. Wait for the time that the sentence says, then try again.',
    audiences: everyone,
    httpStatus: 429,
  },
  NUMBER_TOO_LARGE: {
    meaning:
      'A sum does not fit into an Int; the field is null and the rest of the answer is right.',
    audiences: staffAndClient,
    httpStatus: 400,
  },
  BUSY: {
    meaning:
      'Somebody else is changing the same. Nothing was changed; send the same again in a moment.',
    audiences: everyone,
    httpStatus: 503,
  },
  UNAVAILABLE: {
    meaning:
      'The server cannot reach what it needs. Send the same again after `Retry-After` seconds.',
    audiences: everyone,
    httpStatus: 503,
  },
  INTERNAL_ERROR: {
    meaning:
      'A fault of the server. `extensions.requestId` names the entry in its log; `extensions.committed: true` says that the change was made all the same.',
    audiences: everyone,
    httpStatus: 500,
  },
  GRAPHQL_PARSE_FAILED: {
    meaning: 'The query is no GraphQL, or is longer than this caller may send. Correct its text.',
    audiences: everyone,
    httpStatus: 400,
  },
  GRAPHQL_VALIDATION_FAILED: {
    meaning:
      'The query does not fit the schema (unknown field or argument, wrong literal), or is deeper, broader or costlier than allowed. Correct the query.',
    audiences: everyone,
    httpStatus: 400,
  },
  BAD_USER_INPUT: {
    meaning:
      'A variable is missing or does not fit its type. `extensions.faults` lists every fault, those of other rules included.',
    audiences: everyone,
    httpStatus: 400,
  },
  BAD_REQUEST: {
    meaning:
      'The HTTP request is no GraphQL request: method, content type, headers or JSON. Correct the request.',
    audiences: everyone,
    httpStatus: 400,
  },
  OPERATION_RESOLUTION_FAILURE: {
    meaning: 'The document has several operations and none is named, or not the one that is named.',
    audiences: everyone,
    httpStatus: 400,
  },
  PERSISTED_QUERY_NOT_FOUND: {
    meaning:
      'The server does not know this hash. Send the hash again together with the query, as clients do by themselves.',
    audiences: everyone,
    httpStatus: 200,
  },
  PERSISTED_QUERY_NOT_SUPPORTED: {
    meaning: 'The server takes no persisted queries here. Send the query itself.',
    audiences: everyone,
    httpStatus: 200,
  },
  PROMPT_STALE: {
    meaning:
      'The job changed after this share prompt was reviewed; nothing was sent. `extensions.sharePrompt` is the fresh prompt: review it and send again.',
    audiences: staffOnly,
    httpStatus: 400,
  },
  ITEM_NOT_SHAREABLE: {
    meaning:
      'An item of the selection cannot be shared; nothing was sent. Take it out and share again.',
    audiences: staffOnly,
    httpStatus: 400,
  },
  CLIENT_EMAIL_MISSING: {
    meaning:
      'The client has no email address; nothing was sent. Add one, or say that you handed it over.',
    audiences: staffOnly,
    httpStatus: 400,
  },
  QUOTE_NOT_ACCEPTABLE: {
    meaning:
      'The quote was changed, answered, withdrawn or is out of date. Load it again and show what is there now.',
    audiences: staffAndClient,
    httpStatus: 400,
  },
  MESSAGES_NOT_ENABLED: {
    meaning: 'Messages are not switched on for this job. Hide the form for writing.',
    audiences: staffAndClient,
    httpStatus: 400,
  },
  PORTAL_DISABLED: {
    meaning:
      'The Client Portal is off, so nothing can be sent to clients. Switch it on in the settings of the business.',
    audiences: staffOnly,
    httpStatus: 400,
  },
  ROLE_CANNOT_SHARE: {
    meaning: 'The role may not share with clients. A supervisor, admin or owner can.',
    audiences: staffOnly,
    httpStatus: 403,
  },
};

/** The codes that an audience can receive, in the order of the table. */
export function codesFor(audience: Audience): Code[] {
  return ALL_CODES.filter((code) => admits(ERROR_CODES[code].audiences, audience));
}

const ALL_CODES = Object.keys(CODES) as Code[];
