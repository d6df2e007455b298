const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Printable ASCII, in which each character is a grapheme. */
const PLAIN = /^[ -~]*$/;

/** Returns the text cut to a number of graphemes (characters as people count them), with "…" if it was cut. */
export function cutText(text: string, maxGraphemes: number): string {
  if (text.length <= maxGraphemes) return text;
  if (PLAIN.test(text)) return ellipsized(text.slice(0, maxGraphemes - 1));
  const kept: string[] = [];
  for (const { segment } of GRAPHEMES.segment(text)) {
    if (kept.length === maxGraphemes) return ellipsized(kept.slice(0, -1).join(''));
    kept.push(segment);
  }
  return text;
}

function ellipsized(text: string): string {
  return `${text.trimEnd()}…`;
}
