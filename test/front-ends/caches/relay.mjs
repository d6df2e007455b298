import { readFileSync } from 'node:fs';
import { buildSchema, getNamedType, getNullableType, isListType, Kind } from 'graphql';
import relay from 'relay-runtime';

const { createOperationDescriptor, Environment, Network, RecordSource, Store } = relay;

const schema = buildSchema(
  readFileSync(new URL('../../../schema/schema.graphql', import.meta.url), 'utf8'),
);

/** What Relay reads from its store after this answer. */
export async function throughRelay({ operation: asked, document, variables, data }) {
  const environment = new Environment({
    network: Network.create(async () => ({ data })),
    store: new Store(new RecordSource()),
  });
  const operation = createOperationDescriptor(requestOf(document, rootOf(asked)), variables);
  await environment.execute({ operation }).toPromise();
  return environment.lookup(operation.fragment).data;
}

/** `Mutation` of `Mutation.addNote`. */
function rootOf(operation) {
  return schema.getType(operation.split('.')[0]);
}

/** What relay-compiler makes of a document without interfaces and directives. */
function requestOf(document, root) {
  const query = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  const fragments = new Map(
    document.definitions
      .filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION)
      .map((each) => [each.name.value, each]),
  );
  const name = query.name.value;
  const selections = selectionsOf(root, query.selectionSet, fragments);
  const argumentDefinitions = query.variableDefinitions.map(({ variable }) => ({
    kind: 'LocalArgument',
    name: variable.name.value,
    defaultValue: null,
  }));
  return {
    kind: 'Request',
    fragment: {
      kind: 'Fragment',
      name,
      type: 'Query',
      metadata: null,
      argumentDefinitions,
      selections,
    },
    operation: { kind: 'Operation', name, argumentDefinitions, selections },
    params: { id: name, cacheID: name, name, operationKind: 'query', metadata: {}, text: null },
  };
}

/** Selections with their fragments in place; a field that is selected twice is selected once, with all of it. */
function selectionsOf(type, set, fragments) {
  const fields = new Map();
  add(set);
  return [...fields.values()].map((nodes) => fieldOf(type, nodes, fragments));

  function add({ selections }) {
    for (const each of selections) {
      if (each.kind === Kind.FRAGMENT_SPREAD) add(fragments.get(each.name.value).selectionSet);
      else fields.set(each.name.value, [...(fields.get(each.name.value) ?? []), each]);
    }
  }
}

function fieldOf(parent, nodes, fragments) {
  const [{ name, arguments: args = [] }] = nodes;
  const field = {
    alias: null,
    name: name.value,
    args: args.length > 0 ? args.map(argumentOf) : null,
    storageKey: null,
  };
  const inner = nodes.flatMap(({ selectionSet }) => selectionSet?.selections ?? []);
  if (inner.length === 0) return { kind: 'ScalarField', ...field };
  const { type } = parent.getFields()[name.value];
  return {
    kind: 'LinkedField',
    ...field,
    concreteType: getNamedType(type).name,
    plural: isListType(getNullableType(type)),
    selections: selectionsOf(getNamedType(type), { selections: inner }, fragments),
  };
}

function argumentOf({ name, value }) {
  if (value.kind === Kind.VARIABLE)
    return { kind: 'Variable', name: name.value, variableName: value.name.value };
  return { kind: 'Literal', name: name.value, value: Number(value.value) };
}
