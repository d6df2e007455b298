import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';

/** Operation as `npm run schema` generates it: its text, with the types of its data and variables. */
export type PortalOperation<Data, Variables> = DocumentTypeDecoration<Data, Variables> & {
  toString(): string;
};

/** Why an operation failed: errors of the API, or no answer at all. */
export interface PortalError {
  graphQLErrors: { message: string; extensions?: Record<string, unknown> }[];
  networkError?: unknown;
}

export interface PortalResult<Data> {
  data?: Data;
  error?: PortalError;
}

/** Sends one operation over HTTP as the holder of the link; null for nobody. */
export async function askPortal<Data, Variables>(
  token: string | null,
  operation: PortalOperation<Data, Variables>,
  variables: Variables,
  request: typeof fetch,
): Promise<PortalResult<Data>> {
  try {
    const response = await request('/graphql', {
      method: 'POST',
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        'content-type': 'application/json',
      },
      body: JSON.stringify({ query: operation.toString(), variables }),
      cache: 'no-store',
      credentials: 'omit',
    });
    const { data, errors } = await response.json();
    if (!data && !errors) throw new Error('No answer of the API.');
    return errors ? { data, error: { graphQLErrors: errors } } : { data };
  } catch (networkError) {
    return { error: { graphQLErrors: [], networkError } };
  }
}
