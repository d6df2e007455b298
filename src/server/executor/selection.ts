import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { type Conditions, isIncluded } from './conditions.js';

/** Selected field: its response key, its name, and all nodes of the document that select it. */
export interface SelectedField {
  key: string;
  name: string;
  nodes: readonly FieldNode[];
  hasArguments: boolean;
}

/** Collects the selected fields of a validated document as graphql-js does: fragments, conditions, repeated keys. */
export class Selections {
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;

  constructor(
    private readonly schema: GraphQLSchema,
    { definitions }: DocumentNode,
    private readonly conditions: Conditions,
  ) {
    const fragments = definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
    this.#fragments = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
  }

  /** Returns the fields that these selection sets select of a type, in the order of the response. */
  of(sets: readonly (SelectionSetNode | undefined)[], type: GraphQLObjectType): SelectedField[] {
    const nodes = new Map<string, FieldNode[]>();
    const spread = new Set<string>();
    for (const set of sets) if (set) this.#collect(set, type, nodes, spread);
    return [...nodes].map(([key, all]) => {
      const [{ name, arguments: args }] = all as [FieldNode];
      return { key, name: name.value, nodes: all, hasArguments: (args?.length ?? 0) > 0 };
    });
  }

  /** Returns the fields selected below a field. */
  below({ nodes }: SelectedField, type: GraphQLObjectType): SelectedField[] {
    return this.of(
      nodes.map(({ selectionSet }) => selectionSet),
      type,
    );
  }

  #collect(
    { selections }: SelectionSetNode,
    type: GraphQLObjectType,
    nodes: Map<string, FieldNode[]>,
    spread: Set<string>,
  ): void {
    for (const selection of selections) {
      if (!isIncluded(selection.directives, this.conditions)) continue;
      if (selection.kind === Kind.FIELD) {
        const key = (selection.alias ?? selection.name).value;
        const sameKey = nodes.get(key);
        if (sameKey) sameKey.push(selection);
        else nodes.set(key, [selection]);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        if (this.#applies(selection.typeCondition?.name.value, type))
          this.#collect(selection.selectionSet, type, nodes, spread);
      } else if (!spread.has(selection.name.value)) {
        spread.add(selection.name.value);
        const fragment = this.#fragments.get(selection.name.value);
        if (fragment && this.#applies(fragment.typeCondition.name.value, type))
          this.#collect(fragment.selectionSet, type, nodes, spread);
      }
    }
  }

  #applies(condition: string | undefined, type: GraphQLObjectType): boolean {
    if (condition === undefined || condition === type.name) return true;
    const abstract = this.schema.getType(condition);
    return isAbstractType(abstract) && this.schema.isSubType(abstract, type);
  }
}
