import type { CodegenConfig } from '@graphql-codegen/cli';

const typed = {
  useTypeImports: true,
  enumsAsTypes: true,
  scalars: { DateTime: 'string', Date: 'string' },
};

/** Typed operations: of the tests, which use them as their GraphQL client, and of the pages. */
const config: CodegenConfig = {
  schema: 'schema/schema.graphql',
  generates: {
    'test/operations.gen.ts': {
      documents: 'test/operations/*.graphql',
      plugins: ['typescript-operations', 'typed-document-node'],
      config: { ...typed, documentMode: 'string' },
    },
    'src/web/gen/operations.ts': {
      documents: 'src/web/**/*.graphql',
      plugins: ['typescript-operations', 'typed-document-node'],
      config: { ...typed, documentMode: 'documentNode' },
    },
    // By itself, so that a client's page does not load the operations of the console.
    'src/web/gen/portal-operations.ts': {
      documents: 'src/web/portal/*.graphql',
      plugins: ['typescript-operations', 'typed-document-node'],
      config: { ...typed, documentMode: 'string' },
    },
  },
};

export default config;
