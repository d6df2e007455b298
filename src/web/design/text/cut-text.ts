const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The text cut to `maxLength` graphemes, with "…" where it was cut. */
export function cutText(text: string, maxLength: number): string {
  const first = [...graphemes.segment(text)].slice(0, maxLength + 1);
  if (first.length <= maxLength) return text;
  return `${first
    .slice(0, maxLength)
    .map(({ segment }) => segment)
    .join('')}…`;
}

/** The first grapheme of a text: a flag emoji counts as one. */
export function firstCharacter(text: string): string {
  for (const { segment } of graphemes.segment(text)) return segment;
  return '';
}
