import {
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  isUnionType,
} from 'graphql';
import type { Policy } from '../../src/visibility/policy.js';
import { type Html, html } from '../../src/web/pages/html.js';
import {
  argumentList,
  defaultValue,
  definition,
  deprecation,
  description,
  pathOfOperation,
  pathOfType,
  typeLink,
  whoSees,
} from './parts.js';
import type { Page, Source } from './site.js';

/** Page of a type: its fields or values, who sees each, and where the type is used. */
export function typePage(type: GraphQLNamedType, { schema, policy }: Source): Page {
  return {
    title: type.name,
    content: html`<p class="kind">${kindOf(type)}</p>
<h1>${type.name}</h1>
${description(type.description)}
${members(type, schema, policy)}
${usedBy(type, schema)}`,
  };
}

function kindOf(type: GraphQLNamedType): string {
  if (isObjectType(type)) return 'Object';
  if (isInterfaceType(type)) return 'Interface';
  if (isUnionType(type)) return 'Union';
  if (isEnumType(type)) return 'Enum';
  return isInputObjectType(type) ? 'Input' : 'Scalar';
}

function members(type: GraphQLNamedType, schema: GraphQLSchema, policy: Policy): Html | null {
  if (isEnumType(type)) {
    const values = type.getValues().map(
      ({ name, description: text, deprecationReason }) => html`<section class="entry" id="${name}">
<h3><a class="anchor" href="#${name}">${name}</a></h3>${deprecation(deprecationReason)}${description(text)}</section>`,
    );
    return html`<h2>Values</h2>${values}`;
  }
  if (isScalarType(type))
    return type.specifiedByURL
      ? html`<p>Specified by <a href="${type.specifiedByURL}">${type.specifiedByURL}</a>.</p>`
      : null;
  if (isUnionType(type)) return typeList('Types', [...type.getTypes()]);
  if (isInputObjectType(type)) return html`<h2>Fields</h2>${inputFields(type)}`;
  return html`${implementations(type, schema)}<h2>Fields</h2>${outputFields(type, policy)}`;
}

function implementations(
  type: GraphQLObjectType | GraphQLInterfaceType,
  schema: GraphQLSchema,
): Html {
  const implementers = isInterfaceType(type) ? schema.getPossibleTypes(type) : [];
  return html`${typeList('Implements', [...type.getInterfaces()])}${typeList('Implemented by', [...implementers])}`;
}

function typeList(title: string, types: GraphQLNamedType[]): Html | null {
  if (types.length === 0) return null;
  return html`<h2>${title}</h2><ul>${types.map((each) => html`<li>${typeLink(each)}</li>`)}</ul>`;
}

function inputFields(type: GraphQLInputObjectType): Html[] {
  return Object.values(type.getFields()).map((field) =>
    definition(field.name, field, [
      field.defaultValue === undefined
        ? null
        : html`<p>Default${defaultValue(field.defaultValue)}</p>`,
    ]),
  );
}

function outputFields(type: GraphQLObjectType | GraphQLInterfaceType, policy: Policy): Html[] {
  return Object.values(type.getFields()).map((field) =>
    definition(field.name, field, [
      argumentList(field, `${field.name}.`),
      html`<p class="who">Seen by: ${whoSees(policy.audiencesOf(`${type.name}.${field.name}`))}.</p>`,
    ]),
  );
}

/** The fields that return the type, and the fields and arguments that take it. */
function usedBy(type: GraphQLNamedType, schema: GraphQLSchema): Html | null {
  const users = Object.values(schema.getTypeMap()).filter((user) => !user.name.startsWith('__'));
  const links = users.flatMap((user) => {
    if (!('getFields' in user)) return [];
    const fields = Object.values<Field>(user.getFields());
    return fields
      .filter((field) => typesOf(field).includes(type))
      .map(({ name }) => html`<li>${fieldLink(user.name, name)}</li>`);
  });
  return links.length > 0 ? html`<h2>Used by</h2><ul class="uses">${links}</ul>` : null;
}

type Field = GraphQLField<unknown, unknown> | GraphQLInputField;

function typesOf(field: Field): GraphQLNamedType[] {
  const taken = 'args' in field ? field.args.map((argument) => argument.type) : [];
  return [field.type, ...taken].map((each) => getNamedType(each));
}

const ROOTS = new Set(['Query', 'Mutation', 'Subscription']);

function fieldLink(type: string, field: string): Html {
  const path = ROOTS.has(type) ? pathOfOperation(type, field) : `${pathOfType(type)}#${field}`;
  return html`<a href="../${path}"><code>${type}.${field}</code></a>`;
}
