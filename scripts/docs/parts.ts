import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLType,
  getNamedType,
} from 'graphql';
import { AUDIENCES, type Audience, type Audiences } from '../../src/visibility/audience.js';
import { type Html, html } from '../../src/web/pages/html.js';

export function pathOfType(name: string): string {
  return `type/${name}.html`;
}

/** `query/job.html` for the field `job` of the root type `Query`. */
export function pathOfOperation(root: string, name: string): string {
  return `${root.toLowerCase()}/${name}.html`;
}

/** The type as it is written in SDL, with a link to its page; pages lie one folder deep. */
export function typeLink(type: GraphQLType): Html {
  const { name } = getNamedType(type);
  const [before = '', after = ''] = String(type).split(name);
  return html`<code>${before}<a href="../${pathOfType(name)}">${name}</a>${after}</code>`;
}

/** A description, with `code` in backticks. */
export function description(text: string | null | undefined): Html | null {
  if (!text) return null;
  const parts = text.split('`').map((part, at) => (at % 2 ? html`<code>${part}</code>` : part));
  return html`<p>${parts}</p>`;
}

export function deprecation(reason: string | null | undefined): Html | null {
  return reason ? html`<p class="deprecated"><strong>Deprecated.</strong> ${reason}</p>` : null;
}

const NAMES: Record<Audience, string> = {
  BUSINESS_OWNER: 'Business Owner',
  SOLE_TRADER: 'Sole Trader',
  ADMIN: 'Admin',
  SUPERVISOR: 'Supervisor',
  FINANCE: 'Finance',
  TRADIE: 'Tradie',
  APPRENTICE: 'Apprentice',
  CLIENT: 'client',
  VISITOR: 'visitor',
  SECOND_FACTOR_SETUP: 'staff who must set up a second factor',
};
const STAFF = AUDIENCES.slice(0, 7);

/** Names of the audiences: "all staff, client". */
export function whoSees(audiences: Audiences): string {
  if (AUDIENCES.every((each) => audiences.includes(each))) return 'everybody';
  const isAllStaff = STAFF.every((each) => audiences.includes(each));
  const others = audiences.filter((each) => !isAllStaff || !STAFF.includes(each));
  const names = AUDIENCES.filter((each) => others.includes(each)).map((each) => NAMES[each]);
  return [...(isAllStaff ? ['all staff'] : []), ...names].join(', ') || 'nobody';
}

/** A definition with an anchor of its own: a field, an argument, an input field. */
export function definition(
  id: string,
  { name, type, description: text, deprecationReason }: Definable,
  extra: (Html | null)[] = [],
): Html {
  return html`<section class="entry" id="${id}">
<h3><a class="anchor" href="#${id}">${name}</a><span class="of">: ${typeLink(type)}</span></h3>
${deprecation(deprecationReason)}${description(text)}${extra}
</section>`;
}

type Definable = Pick<
  GraphQLField<unknown, unknown> | GraphQLInputField | GraphQLArgument,
  'name' | 'type' | 'description' | 'deprecationReason'
>;

/** The arguments of a field, each with an anchor `<field>.<argument>`. */
export function argumentList(field: GraphQLField<unknown, unknown>, prefix: string): Html | null {
  if (field.args.length === 0) return null;
  return html`<dl class="arguments">${field.args.map(
    (argument) =>
      html`<dt id="${prefix}${argument.name}"><code>${argument.name}</code>: ${typeLink(argument.type)}${defaultValue(
        argument.defaultValue,
      )}</dt><dd>${deprecation(argument.deprecationReason)}${description(argument.description)}</dd>`,
  )}</dl>`;
}

export function defaultValue(value: unknown): Html | null {
  return value === undefined ? null : html` = <code>${JSON.stringify(value)}</code>`;
}

export function code(text: string): Html {
  return html`<pre><code>${text}</code></pre>`;
}
