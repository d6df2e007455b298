import { readFileSync } from 'node:fs';
import { type Ask, ask, type World } from '../harness/world.js';

export interface MadeKey {
  id: string;
  token: string;
  prefix: string;
  capabilities: string[];
  ask: Ask;
}

export const CREATE = `mutation ($input: CreateApiKeyInput!) {
  createApiKey(input: $input) { token apiKey { id prefix capabilities } }
}`;
export const END = 'mutation ($id: ID!) { endApiKey(id: $id) { apiKey { endedAt } } }';

/** Makes an API key as this person. */
export async function makeKey(
  { url }: Pick<World, 'url'>,
  maker: Ask,
  capabilities: string[],
  details: Record<string, unknown> = {},
): Promise<MadeKey> {
  const input = { name: 'Job sync', capabilities, ...details };
  const { data, errors } = await maker<
    { createApiKey: { token: string; apiKey: Omit<MadeKey, 'token' | 'ask'> } },
    object
  >(CREATE, { input });
  if (errors) throw new Error(JSON.stringify(errors));
  const { token, apiKey } = data.createApiKey;
  return { ...apiKey, token, ask: ask(url, token) };
}

/** Rules of the operations by name, as `schema/rules.md` prints them. */
export function rulesOfOperations(): Map<string, string> {
  const sections = readFileSync('schema/rules.md', 'utf8').split(/^## /m);
  const rows = sections.flatMap((section) => {
    const kind = /^(Query|Mutation|Subscription)\n/.exec(section)?.[1];
    if (!kind) return [];
    return [...section.matchAll(/^\| (\w+) \| ([^|]+) \|/gm)]
      .filter(([, name]) => name !== 'operation')
      .map(([, name, rule = '']): [string, string] => [`${kind}.${name}`, rule.trim()]);
  });
  return new Map(rows);
}

/** Whether a key with these capabilities passes a printed rule; in a rule of several parts, `and` binds first. */
export function passes(rule: string, capabilities: string[]): boolean {
  return rule.split(' or ').some((any) =>
    any.split(' and ').every((part) => {
      const capability = /^may\((\w+)\)$/.exec(part)?.[1];
      return capability ? capabilities.includes(capability) : ['isStaff', 'anyone'].includes(part);
    }),
  );
}
