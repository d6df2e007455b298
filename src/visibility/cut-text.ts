const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Returns the text cut to a number of graphemes (characters as people count them), with "…" if it was cut. */
export function cutText(text: string, maxGraphemes: number): string {
  if (text.length <= maxGraphemes) return text;
  const kept: string[] = [];
  for (const { segment } of GRAPHEMES.segment(text)) {
    if (kept.length === maxGraphemes) return `${kept.slice(0, -1).join('').trimEnd()}…`;
    kept.push(segment);
  }
  return text;
}
