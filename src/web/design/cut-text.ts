const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The text in at most so many characters as a person counts them, with a sign where it was cut. */
export function cutText(text: string, most: number): string {
  const first = [...graphemes.segment(text)].slice(0, most + 1);
  if (first.length <= most) return text;
  return `${first
    .slice(0, most)
    .map(({ segment }) => segment)
    .join('')}…`;
}

/** The first character of a text as a person counts them; a flag is one. */
export function firstCharacter(text: string): string {
  for (const { segment } of graphemes.segment(text)) return segment;
  return '';
}
