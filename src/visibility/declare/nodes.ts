import { Extensions } from 'type-graphql';
import type { Audience, Audiences } from '../audience.js';
import { admits } from '../rules.js';

/** Declares who reads the records of a type by their ID: for these audiences it implements `Node`. */
export function NodeFor(audiences: Audiences) {
  return Extensions({ node: { audiences } }) as ClassDecorator;
}

/** Audiences for which a type implements `Node`; undefined if it was not declared. */
export function nodeAudiences(type: { extensions: object }): Audiences | undefined {
  return (type.extensions as { node?: { audiences: Audiences } }).node?.audiences;
}

/** Whether this audience may learn that a type implements an interface, and get it as that. */
export function implementsFor(
  audience: Audience,
  type: { extensions: object },
  interfaceName: string,
): boolean {
  if (interfaceName !== 'Node') return true;
  const audiences = nodeAudiences(type);
  return audiences !== undefined && admits(audiences, audience);
}
