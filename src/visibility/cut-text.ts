const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The text in at most so many characters as a person counts them (graphemes), with a sign where it was cut. */
export function cutText(text: string, maxGraphemes: number): string {
  if (text.length <= maxGraphemes) return text;
  const kept: string[] = [];
  for (const { segment } of GRAPHEMES.segment(text)) {
    if (kept.length === maxGraphemes) return `${kept.slice(0, -1).join('').trimEnd()}…`;
    kept.push(segment);
  }
  return text;
}
