import {
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isIntrospectionType,
  lexicographicSortSchema,
} from 'graphql';
import type { Policy } from '../../src/visibility/policy.js';
import type { Html } from '../../src/web/pages/html.js';
import { errorsPage } from './errors-page.js';
import type { Example } from './examples.js';
import { examplesPage } from './examples-page.js';
import { layout } from './layout.js';
import { type Entry, listPage } from './list-page.js';
import { operationPage } from './operation-page.js';
import { pathOfOperation, pathOfType } from './parts.js';
import { searchScript } from './search-script.js';
import { startPage } from './start-page.js';
import { STYLE } from './style.js';
import { typePage } from './type-page.js';

/** What the documentation is made of. */
export interface Source {
  schema: GraphQLSchema;
  policy: Policy;
  examples: Example[];
}

/** Title and content of a page. */
export interface Page {
  title: string;
  content: Html;
}

/** Returns the files of the documentation site by path: a page for each operation and type, and those that introduce them. */
export function documentationSite(source: Source): Map<string, string> {
  const sorted = { ...source, schema: lexicographicSortSchema(source.schema) };
  const types = documentedTypes(sorted.schema);
  const lists = listsOf(sorted.schema, types);
  const pages = new Map<string, Page>([
    ['index.html', startPage()],
    ...[...lists].map(
      ([title, entries]) =>
        [`${title.toLowerCase()}.html`, listPage(title, entries)] as [string, Page],
    ),
    ['errors.html', errorsPage()],
    ['examples.html', examplesPage(source.examples)],
  ]);
  for (const root of rootTypes(sorted.schema))
    for (const field of Object.values(root.getFields()))
      pages.set(pathOfOperation(root.name, field.name), operationPage(root, field, sorted));
  for (const type of types) pages.set(pathOfType(type.name), typePage(type, sorted));
  const files = [...pages].map(([path, page]): [string, string] => [path, layout(page, path)]);
  const script = searchScript([...lists.values()].flat());
  return new Map([...files, ['docs.css', STYLE], ['search.js', script]]);
}

function rootTypes(schema: GraphQLSchema): GraphQLObjectType[] {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  return roots.filter((type) => type !== null && type !== undefined);
}

/** All types but those of introspection and those of the operations, which have pages of their own. */
function documentedTypes(schema: GraphQLSchema): GraphQLNamedType[] {
  const roots = new Set<GraphQLNamedType>(rootTypes(schema));
  return Object.values(schema.getTypeMap()).filter(
    (type) => !isIntrospectionType(type) && !roots.has(type),
  );
}

const TITLES: Record<string, string> = {
  Query: 'Queries',
  Mutation: 'Mutations',
  Subscription: 'Subscriptions',
};

/** The lists of the site by title. */
function listsOf(schema: GraphQLSchema, types: GraphQLNamedType[]): Map<string, Entry[]> {
  const operations = rootTypes(schema).map((root): [string, Entry[]] => [
    TITLES[root.name] ?? root.name,
    Object.values(root.getFields()).map(({ name, description }) => ({
      name,
      description,
      path: pathOfOperation(root.name, name),
    })),
  ]);
  const entries = types.map(({ name, description }) => ({
    name,
    description,
    path: pathOfType(name),
  }));
  return new Map([...operations, ['Types', entries]]);
}
