import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type FieldNode, type OperationDefinitionNode, parse } from 'graphql';

/** Operation of `schema/examples`, which tests send as the person that it names. */
export interface Example {
  /** Name of its file without the extension: `02-board`. */
  name: string;
  title: string;
  /** Person of the demo, `client` or `visitor`. */
  as: string;
  /** The operation without its comment. */
  operation: string;
  /** JSON of the variables, in which `{name}` stands for an ID; empty without variables. */
  variables: string;
  /** Root fields that it selects: `Query.jobs`. */
  rootFields: string[];
}

const HEADER = /^# (?<title>.+)\n# as: (?<as>\w+)\n/;
const ROOT_TYPES = { query: 'Query', mutation: 'Mutation', subscription: 'Subscription' };

/** @throws when an example does not begin with its title and its person. */
export function readExamples(folder = 'schema/examples'): Example[] {
  return globSync(`${folder}/*.graphql`)
    .sort()
    .map((file) => exampleIn(file));
}

function exampleIn(file: string): Example {
  const text = readFileSync(file, 'utf8');
  const header = HEADER.exec(text)?.groups;
  if (!header?.title || !header.as)
    throw new Error(`${file} must begin with "# <title>" and "# as: <person>".`);
  const variables = file.replace(/\.graphql$/, '.json');
  return {
    name: basename(file, '.graphql'),
    title: header.title,
    as: header.as,
    operation: text.replace(HEADER, '').trim(),
    variables: existsSync(variables) ? readFileSync(variables, 'utf8').trim() : '',
    rootFields: rootFieldsOf(text),
  };
}

function rootFieldsOf(text: string): string[] {
  const operations = parse(text).definitions as OperationDefinitionNode[];
  return operations.flatMap(({ operation, selectionSet }) =>
    selectionSet.selections.map(
      (field) => `${ROOT_TYPES[operation]}.${(field as FieldNode).name.value}`,
    ),
  );
}
