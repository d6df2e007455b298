import { readFileSync } from 'node:fs';
import { generate } from '@graphql-codegen/cli';
import { input, report } from './requests.mjs';

const DOCUMENT = `query Portal { portal { business { name } job { id title visits { id startsAt } photos { signedDisplayUrl }
  invoices { dueOn totalCents } } } }`;

/** Every scalar of our own is a string in JSON; strict scalars refuse any that is not listed. */
const scalars = Object.fromEntries(input.scalars.map((name) => [name, 'string']));

async function types(config) {
  const files = await generate(
    {
      schema: input.schema,
      documents: [DOCUMENT],
      silent: true,
      generates: {
        [`${input.folder}/gql/`]: { preset: 'client', config },
        [`${input.folder}/types.ts`]: { plugins: ['typescript', 'typescript-operations'], config },
      },
    },
    true,
  );
  return files.map(({ filename }) => filename);
}

const files = await types({ strictScalars: true, scalars });
const generated = readFileSync(`${input.folder}/gql/graphql.ts`, 'utf8');
const refusal = await types({ strictScalars: true }).then(
  () => null,
  (error) => String(error.errors?.[0]?.message ?? error.message),
);
report({ files: files.length, isTyped: /startsAt: string/.test(generated), refusal });
