import type { EntityMetadata } from '@mikro-orm/postgresql';
import { PLAN_FOR_VALUES } from '../postgres/prepared-client.js';
import { type SearchWord, searchGroups } from './search-terms.js';

/**
 * Returns the condition that a row `r` matches a search, by its search entry (migration 0031). An empty text matches
 * every row; one in which nothing can be searched for matches none.
 */
export function searchSql(
  meta: EntityMetadata,
  search: string,
  bind: (value: unknown) => string,
): string {
  if (!search.trim()) return 'true';
  const groups = searchGroups(search);
  if (groups.length === 0) return 'false';
  const matches = groups.map((ways) => either(ways.map((words) => all(words, bind))));
  // The kind is no parameter, so that plans of different lists are told apart.
  return `${PLAN_FOR_VALUES} exists (select from search_entries s where s.id = r.id and s.business_id = $1
    and s.kind = '${meta.tableName}' and ${matches.join(' and ')})`;
}

function all(words: SearchWord[], bind: (value: unknown) => string): string {
  return words.map((word) => wordSql(word, bind)).join(' and ');
}

function either(ways: string[]): string {
  return ways.length === 1
    ? (ways[0] as string)
    : `(${ways.map((way) => `(${way})`).join(' or ')})`;
}

function wordSql({ text, kind }: SearchWord, bind: (value: unknown) => string): string {
  const word = `${bind(text)}::text`;
  // No trigram: `like` would make the index return every row.
  if (kind === 'SIGNS') return `strpos(s.text, search_fold(${word})) > 0`;
  return `s.text like '%${kind === 'WORD' ? ' ' : ''}' || search_pattern(${word}) || '%'`;
}
