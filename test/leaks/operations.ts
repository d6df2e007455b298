import type fc from 'fast-check';
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';

/** A document with its variables. */
export interface Operation {
  query: string;
  variables: Record<string, unknown>;
}

/** Selects all fields of a type, down to where types repeat; without pages, which have arguments. */
export function everythingOf(type: GraphQLObjectType, above: string[] = []): string {
  const fields = Object.values(type.getFields()).map((field) => {
    const inner = getNamedType(field.type);
    const isPage = field.args.length > 0 && isObjectType(inner);
    if (isPage || field.args.some(isRequiredArgument) || above.includes(inner.name)) return '';
    return isObjectType(inner)
      ? `${field.name} ${everythingOf(inner, [...above, type.name])}`
      : field.name;
  });
  return `{ __typename ${fields.filter(Boolean).join(' ')} }`;
}

/** Selects the lists of a type as pages, with all fields of their entries. */
export function pagesOf(type: GraphQLObjectType): string {
  const pages = Object.values(type.getFields()).filter(({ name }) => name.endsWith('Page'));
  const texts = pages.map(({ name, type: connection }) => {
    const fields = (getNamedType(connection) as GraphQLObjectType).getFields();
    const record = getNamedType(fields.nodes?.type as GraphQLOutputType) as GraphQLObjectType;
    return `${name} { nodes ${everythingOf(record, [type.name])} edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }`;
  });
  return `{ ${texts.join(' ')} }`;
}

/** Input of the generator: the client's schema, the whole schema, and interesting values. */
export interface Material {
  visible: GraphQLSchema;
  whole: GraphQLSchema;
  ids: string[];
  texts: string[];
  kinds: ('query' | 'mutation' | 'subscription')[];
}

/** Generates a random operation over this schema, valid or not. */
export function anOperation(draw: Draw, material: Material): Operation {
  return new Writer(draw, material).operation();
}

export class Draw {
  constructor(
    private readonly gen: fc.GeneratorValue,
    private readonly check: typeof fc,
  ) {}

  below(count: number): number {
    return this.gen(this.check.nat, { max: Math.max(0, count - 1) });
  }

  one<T>(from: readonly T[]): T {
    return from[this.below(from.length)] as T;
  }

  /** Returns true with this probability in per cent. */
  often(percent: number): boolean {
    return this.below(100) < percent;
  }
}

/** Deeper than this only leaf fields are selected. */
const DEEPEST = 5;

class Writer {
  readonly #variables: Record<string, unknown> = {};
  readonly #declared: string[] = [];
  readonly #fragments: string[] = [];
  readonly #isFaulty: boolean;
  #names = 0;

  /** Most are valid, otherwise almost none would be executed. */
  constructor(
    private readonly draw: Draw,
    private readonly material: Material,
  ) {
    this.#isFaulty = draw.often(30);
  }

  #fault(percent: number): boolean {
    return this.#isFaulty && this.draw.often(percent);
  }

  operation(): Operation {
    const { visible, whole, kinds } = this.material;
    const kind = this.draw.one(kinds);
    const schema = this.draw.often(90) ? visible : whole;
    const root = {
      query: schema.getQueryType(),
      mutation: schema.getMutationType(),
      subscription: schema.getSubscriptionType(),
    }[kind] as GraphQLObjectType;
    const fields = kind === 'query' ? 1 + this.draw.below(3) : 1;
    const body = Array.from({ length: fields }, () =>
      this.#field(root, this.draw.one(Object.values(root.getFields())), 1),
    );
    // Refused as a whole; the rest of the operation must not influence the response.
    if (this.draw.often(3)) body.push('__schema { queryType { name } }');
    const declared = this.#declared.length > 0 ? `(${this.#declared.join(', ')})` : '';
    const head = `${kind} ${this.draw.one(['It', 'Other'])}${declared}`;
    const query = `${head} { ${body.join(' ')} }\n${this.#fragments.join('\n')}`;
    return { query: this.#fault(10) ? this.#broken(query) : query, variables: this.#variables };
  }

  #selection(type: GraphQLObjectType, depth: number): string {
    const fields = this.#fieldsOf(type);
    const leaves = fields.filter((field) => !isObjectType(getNamedType(field.type)));
    const from = depth >= DEEPEST && leaves.length > 0 ? leaves : fields;
    const chosen = Array.from({ length: 1 + this.draw.below(6) }, () => this.draw.one(from));
    const texts = chosen.map((field) => this.#field(type, field, depth));
    if (this.draw.often(5)) texts.push('__typename');
    return `{ ${this.#inFragment(type, texts.join(' '))} }`;
  }

  /** Mostly fields of the client's schema, sometimes those of the whole one. */
  #fieldsOf(type: GraphQLObjectType): GraphQLField<unknown, unknown>[] {
    const { visible, whole } = this.material;
    const schema = this.draw.often(85) ? visible : whole;
    const found = schema.getType(type.name) ?? whole.getType(type.name);
    return Object.values((found as GraphQLObjectType).getFields());
  }

  #field(parent: GraphQLObjectType, field: GraphQLField<unknown, unknown>, depth: number): string {
    const alias = this.draw.often(40) ? `${this.#name()}: ` : '';
    const name = this.#fault(4) ? `${field.name}${this.draw.one(['s', 'X', '_'])}` : field.name;
    const directive = this.draw.often(5)
      ? ` @${this.draw.one(['include', 'skip'])}(if: ${this.draw.one(['true', 'false'])})`
      : '';
    const inner = getNamedType(field.type);
    // An alias avoids conflicts between selections of one field with different arguments.
    const apart = field.args.length > 0 || depth === 1 ? `${this.#name()}: ` : alias;
    const selection = isObjectType(inner)
      ? ` ${this.#selection(inner, depth + 1)}`
      : isInterfaceType(inner)
        ? ` ${this.#ofInterface(inner, depth + 1)}`
        : '';
    const type = parent.name === 'Query' ? apart : alias || apart;
    return `${type}${name}${this.#arguments(field.args)}${directive}${selection}`;
  }

  /** Fields of the interface, and those of one of its types. */
  #ofInterface(type: GraphQLInterfaceType, depth: number): string {
    const shared = Object.keys(type.getFields()).join(' ');
    const { visible } = this.material;
    const known = visible.getType(type.name) ? visible.getPossibleTypes(type) : [];
    if (known.length === 0 || this.draw.often(20)) return `{ __typename ${shared} }`;
    const one = this.draw.one(known);
    return `{ __typename ${shared} ... on ${one.name} ${this.#selection(one, depth)} }`;
  }

  #inFragment(type: GraphQLObjectType, text: string): string {
    if (this.draw.often(75)) return text;
    if (this.draw.often(50)) return `... on ${type.name} { ${text} }`;
    const name = `F${this.#name()}`;
    this.#fragments.push(`fragment ${name} on ${type.name} { ${text} }`);
    return `...${name} ...${name}`;
  }

  #arguments(args: readonly GraphQLArgument[]): string {
    const written = args
      .filter(({ type }) => (isNonNullType(type) ? !this.#fault(3) : this.draw.often(50)))
      .map(({ name, type }) => `${name}: ${this.#argument(type)}`);
    return written.length > 0 ? `(${written.join(', ')})` : '';
  }

  #argument(type: GraphQLInputType): string {
    const value = this.#fault(15) ? this.draw.one(STRANGE) : this.#value(type);
    if (this.draw.often(50)) return literal(value, type);
    const name = this.#name();
    this.#declared.push(`$${name}: ${this.#fault(5) ? 'Int' : String(type)}`);
    if (!this.#fault(5)) this.#variables[name] = value;
    return `$${name}`;
  }

  #value(type: GraphQLInputType): unknown {
    if (isNonNullType(type)) return this.#value(type.ofType);
    if (isListType(type))
      return Array.from({ length: this.draw.below(3) }, () => this.#value(type.ofType));
    if (isEnumType(type)) return this.draw.one(type.getValues()).name;
    if (isInputObjectType(type))
      return Object.fromEntries(
        Object.values(type.getFields())
          .filter((field) => isNonNullType(field.type) || this.draw.often(40))
          .map((field) => [field.name, this.#value(field.type)]),
      );
    return this.#scalar(getNamedType(type).name);
  }

  #scalar(name: string): unknown {
    const { ids, texts } = this.material;
    if (name === 'ID') return this.draw.one(ids);
    if (name === 'Int') return this.draw.one([1, 1, 1, 0, 2, -1, 50, 2_147_483_647]);
    if (name === 'Float') return this.draw.one([1, 0, 1.5, -2]);
    if (name === 'Boolean') return this.draw.often(50);
    if (name === 'DateTime') return '2027-01-01T00:00:00.000Z';
    if (name === 'Date') return '2027-01-01';
    return this.draw.one(texts);
  }

  #broken(query: string): string {
    const at = this.draw.below(query.length);
    return (
      query.slice(0, at) + this.draw.one(['', '}', '{', '"', '$', '\u0000']) + query.slice(at + 1)
    );
  }

  #name(): string {
    this.#names += 1;
    return `n${this.#names}`;
  }
}

const STRANGE = [null, '', 7, -0.5, true, [], {}, { id: 1 }, ['x'], '1e3', 'null', 2 ** 40];

/** Writes a value as a GraphQL literal; enum values have no quotes. */
function literal(value: unknown, type: GraphQLInputType): string {
  const bare = getNamedType(type);
  if (Array.isArray(value)) return `[${value.map((each) => literal(each, type)).join(', ')}]`;
  if (value && typeof value === 'object') {
    const fields = isInputObjectType(bare) ? bare.getFields() : {};
    const entries = Object.entries(value).map(([name, each]) => {
      const inner = fields[name]?.type;
      return `${name}: ${inner ? literal(each, inner) : JSON.stringify(each)}`;
    });
    return `{ ${entries.join(', ')} }`;
  }
  return isEnumType(bare) && typeof value === 'string' && /^[A-Z_]+$/.test(value)
    ? value
    : JSON.stringify(value);
}
