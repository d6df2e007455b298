import type { GraphQLField, GraphQLObjectType } from 'graphql';
import { html } from '../../src/web/pages/html.js';
import { exampleSection } from './examples-page.js';
import { argumentList, deprecation, description, typeLink, whoSees } from './parts.js';
import type { Page, Source } from './site.js';

/** Page of a query, mutation or subscription: its arguments, its result, who may call it, and examples. */
export function operationPage(
  root: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  { policy, examples }: Source,
): Page {
  const coordinate = `${root.name}.${field.name}`;
  const own = examples.filter(({ rootFields }) => rootFields.includes(coordinate));
  return {
    title: field.name,
    content: html`<p class="kind">${root.name}</p>
<h1 id="${field.name}">${field.name}</h1>
${deprecation(field.deprecationReason)}
${description(field.description)}
<p class="who">May be called by: ${whoSees(policy.audiencesOf(coordinate))}.</p>
<p>Returns ${typeLink(field.type)}.</p>
${field.args.length > 0 && html`<h2>Arguments</h2>${argumentList(field, '')}`}
${own.length > 0 && html`<h2>Examples</h2>${own.map(exampleSection)}`}`,
  };
}
