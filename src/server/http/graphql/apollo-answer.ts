import { type ApolloServer, HeaderMap } from '@apollo/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ServerContext } from '../../graphql/context.js';
import { searchOf } from './search-parameters.js';

/** Apollo's response to one operation. */
export interface ApolloAnswer {
  status: number;
  headers: HeaderMap;
  text: string;
}

interface Choices {
  /** One operation of a batch instead of the whole body. */
  body?: unknown;
  /** Instead of the `accept` header. */
  accept?: string;
}

/** Runs one operation of a request by the Apollo server of its audience. */
export async function answerOf(
  apollo: ApolloServer<ServerContext>,
  request: FastifyRequest,
  context: () => ServerContext,
  { body = request.body, accept }: Choices = {},
): Promise<ApolloAnswer> {
  const { status, headers, ...answer } = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: request.method,
      headers: headersOf(request, accept),
      search: searchOf(request.url),
      body,
    },
    context: async () => context(),
  });
  if (answer.body.kind !== 'complete') throw new Error('No response is sent in parts.');
  return { status: status ?? 200, headers, text: answer.body.string };
}

/** Sets status and headers of a response. */
export function setHead(reply: FastifyReply, { status, headers }: ApolloAnswer): void {
  reply.code(status).headers(Object.fromEntries(headers));
}

function headersOf(request: FastifyRequest, accept: string | undefined): HeaderMap {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers))
    if (value) headers.set(name, [value].flat().join(', '));
  if (accept !== undefined) headers.set('accept', accept);
  return headers;
}
