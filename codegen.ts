import type { CodegenConfig } from '@graphql-codegen/cli';

/** Typed operations: the tests use them as their GraphQL client. */
const config: CodegenConfig = {
  schema: 'schema/schema.graphql',
  documents: 'test/operations/*.graphql',
  generates: {
    'test/operations.gen.ts': {
      plugins: ['typescript-operations', 'typed-document-node'],
      config: {
        useTypeImports: true,
        documentMode: 'string',
        enumsAsTypes: true,
        scalars: { DateTime: 'string', Date: 'string' },
      },
    },
  },
};

export default config;
