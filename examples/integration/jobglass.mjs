const TIMEOUT_MS = 10_000;

/** Sends an operation. Throws an error with the code of the answer. */
export function jobglassAt(url, token) {
  return async (query, variables = {}) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const { data, errors } = await response.json();
    if (!errors) return data;
    const [{ message, extensions }] = errors;
    throw Object.assign(new Error(message), { code: extensions?.code });
  };
}

const JOB = '__typename id number title status updatedAt';
const QUOTE = '__typename id number title status updatedAt';
const NOTE = '__typename id body updatedAt';

/** One record, by its kind. */
export const RECORDS = {
  JOB: `query ($id: ID!) { node(id: $id) { ... on Job { ${JOB} } } }`,
  QUOTE: `query ($id: ID!) { node(id: $id) { ... on Quote { ${QUOTE} } } }`,
  NOTE: `query ($id: ID!) { node(id: $id) { ... on Note { ${NOTE} } } }`,
};

/** Lists that tell what has changed since a time, earliest change first. */
export const LISTS = {
  jobs: list('jobs', `${JOB} notes { ${NOTE} }`),
  quotes: list('quotes', QUOTE),
};

function list(name, fields) {
  return `
    query ($since: DateTime, $after: String) {
      page: ${name}(filter: { updatedSince: $since }, orderBy: UPDATED_AT, first: 50, after: $after) {
        nodes { ${fields} }
        pageInfo { hasNextPage endCursor }
      }
    }`;
}

export const ENDPOINTS = '{ webhookEndpoints { id url status } }';

export const REGISTER = `
  mutation ($url: String!) {
    createWebhookEndpoint(input: { url: $url, topics: ["job.*", "quote.*", "note.*"], description: "Copy" }) {
      secret endpoint { id } } }`;

export const RENEW = `
  mutation ($id: ID!) { rotateWebhookSecret(input: { id: $id, overlapHours: 0 }) { secret } }`;

export const SWITCH_ON = `
  mutation ($id: ID!) { updateWebhookEndpoint(input: { id: $id, enabled: true }) { endpoint { id } } }`;

export const TEST = 'mutation ($id: ID!) { sendTestWebhook(id: $id) { delivery { id } } }';
