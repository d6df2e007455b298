/** A word of a search, as PostgreSQL is asked for it. */
export interface SearchWord {
  text: string;
  /**
   * `WORD`: one or two letters or digits, which must begin a word; `PART`: has a trigram, so that the index finds it
   * anywhere; `SIGNS`: found anywhere by reading the texts, such as "%" or two Japanese characters.
   */
  kind: 'WORD' | 'PART' | 'SIGNS';
}

/** Ways to match a part of a search: all words of one of them. */
export type SearchGroup = SearchWord[][];

/** Maximum number of words that are searched for; further words are ignored. */
const MAX_WORDS = 8;
/** With fewer digits a run of numbers is not taken for a phone number. */
const MIN_PHONE_DIGITS = 3;

/**
 * Parses what a person typed: every group must match, in any order. Numbers in a row also match as one phone number,
 * however it is grouped. Returns no groups for a text in which nothing can be searched for.
 */
export function searchGroups(search: string): SearchGroup[] {
  const tokens = search.split(/\s+/).filter(Boolean).slice(0, MAX_WORDS);
  const groups: SearchGroup[] = [];
  for (let at = 0; at < tokens.length; ) {
    const end = endOfNumbers(tokens, at);
    const run = tokens.slice(at, Math.max(end, at + 1));
    groups.push(...groupsOf(run));
    at += run.length;
  }
  return groups;
}

/** The digits of a search term as they occur in E.164 numbers; null when the term is not part of a number. */
function phoneDigits(search: string): string | null {
  const term = search.replace(/\(0\)/, '');
  if (!PHONE.test(term)) return null;
  // Leading dialling zeros (0412, 0061) are not part of the E.164 form.
  return term.replace(/\D/g, '').replace(/^0+/, '') || null;
}

const PHONE = /^[\d\s+()./-]+$/;

function endOfNumbers(tokens: string[], from: number): number {
  let end = from;
  while (end < tokens.length && PHONE.test(tokens[end] as string)) end += 1;
  return end;
}

function groupsOf(run: string[]): SearchGroup[] {
  const words = run.flatMap((token) => wordOf(token) ?? []);
  if (words.length === 0) return [];
  const digits = phoneDigits(run.join(' '));
  if (!digits || digits.length < MIN_PHONE_DIGITS) return words.map((word) => [[word]]);
  if (words.length === 1 && words[0]?.text === digits) return [[words]];
  return [[words, [{ text: digits, kind: 'PART' }]]];
}

function wordOf(token: string): SearchWord | null {
  const folded = folding(token);
  if (!folded) return null;
  if (/^[a-z0-9]{1,2}$/.test(folded)) return { text: token, kind: 'WORD' };
  return { text: token, kind: /[a-z0-9]{3}/.test(folded) ? 'PART' : 'SIGNS' };
}

/** About what PostgreSQL's `search_fold` returns; decides only how to search. */
function folding(token: string): string {
  return token
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'`\u2018\u2019]/g, '')
    .toLowerCase();
}
