import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client';

/** What Apollo Client reads from its cache after this answer. */
export async function throughApollo({ document, variables, data }) {
  const client = new ApolloClient({
    cache: new InMemoryCache(),
    link: new HttpLink({ uri: 'http://jobglass.test/graphql', fetch: async () => answerOf(data) }),
  });
  await client.query({ query: document, variables });
  return client.readQuery({ query: document, variables });
}

function answerOf(data) {
  return new Response(JSON.stringify({ data }), {
    headers: { 'content-type': 'application/graphql-response+json' },
  });
}
