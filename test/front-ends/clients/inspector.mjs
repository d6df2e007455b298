import { readFileSync } from 'node:fs';
import { CriticalityLevel, diff, validate } from '@graphql-inspector/core';
import { buildSchema, Source } from 'graphql';
import { input, report } from './requests.mjs';

const text = (path) => readFileSync(path, 'utf8');
const [schema, portal] = [input.schema, input.portalSchema].map((path) => buildSchema(text(path)));
const sources = input.operations.map((path) => new Source(text(path), path));

// A client that loses a field breaks: the tool must see that in our schema too.
const smaller = buildSchema(
  text(input.portalSchema).replace('  siteAddress: String\n', '  site: String\n'),
);
const changes = await diff(portal, smaller);

report({
  same: await diff(schema, buildSchema(text(input.schema))),
  breaking: changes
    .filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking)
    .map(({ path }) => path),
  invalid: validate(schema, sources)
    .filter(({ errors }) => errors.length > 0)
    .map(({ source, errors }) => [source.name, errors[0].message]),
});
