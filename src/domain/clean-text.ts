/**
 * Removes characters that are invisible or cannot be stored: lone surrogates, control characters, zero-width
 * characters, bidirectional overrides. Keeps those that a language or an emoji needs: joiners between the letters
 * of Arabic, Persian or Indic words and between the parts of an emoji, the tags of a flag, variation selectors,
 * combining marks, and the direction marks of Hebrew and Arabic texts.
 */
export function cleanText(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .replace(LINE_ENDS, '\n')
    .replace(LONE_SURROGATES, '')
    .replace(INVISIBLE, '')
    .replace(TAGS, (tags, at: number, whole: string) => (isFlag(whole, at) ? tags : ''))
    .replace(DIRECTION_MARKS, RIGHT_TO_LEFT.test(text) ? '$&' : '')
    .replace(JOINERS, (joiner, at: number, whole: string) => (isNeeded(whole, at) ? joiner : ''))
    .replace(SELECTORS, '');
}

/** The cleaned text on one line, trimmed. */
export function cleanLine(text: string): string {
  return cleanText(text)
    .replace(/[\n\t]+/g, ' ')
    .trim();
}

/** The text without any invisible character: for addresses and numbers, which need none. */
export function visibleOnly(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}]/gu, '')
    .trim();
}

/** Whether a text has at least one visible character. */
export function isVisible(text: string): boolean {
  return VISIBLE.test(visibleOnly(text).replaceAll(BLANK_BRAILLE, ''));
}

/** Fast path: text of these characters only needs no cleaning. */
const PLAIN = /^[\n\t\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff]*$/;
const LINE_ENDS = /\r\n?|[\u2028\u2029\u0085]/g;
const LONE_SURROGATES = /\p{Surrogate}/gu;
/**
 * Control characters and Unicode's default ignorables, except joiners (200C, 200D), direction marks (061C,
 * 200E, 200F), variation selectors (FE00 to FE0F, E0100 to E01EF), Mongolian ones (180B to 180D, 180F) and tags.
 */
const INVISIBLE =
  /(?![\n\t\u200c-\u200f\u061c]|[\ufe00-\ufe0f]|[\u180b-\u180d\u180f]|[\u{e0020}-\u{e007f}]|[\u{e0100}-\u{e01ef}])[\p{Cc}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu;
const DIRECTION_MARKS = /[\u061c\u200e\u200f]/g;
const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
const TAGS = /[\u{e0020}-\u{e007f}]+/gu;
const BLACK_FLAG = '\u{1f3f4}';
const JOINERS = /[\u200c\u200d]/g;
/** Variation selectors without a character before them to modify: invisible. */
const SELECTORS = /(?<![\p{L}\p{M}\p{N}\p{S}\p{P}])[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]+/gu;
const VISIBLE = /[\p{L}\p{N}\p{S}\p{P}]/u;
const BLANK_BRAILLE = '\u2800';

/** Whether the tags at this index follow a black flag and so are part of a regional flag. */
function isFlag(text: string, at: number): boolean {
  return text.startsWith(BLACK_FLAG, at - BLACK_FLAG.length);
}

const JOINED_BEFORE = /[\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}]$/u;
const JOINED_AFTER = /^[\p{L}\p{M}\p{Extended_Pictographic}]/u;
const NEEDS_NO_JOINER = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Han}]/u;

/** Whether the joiner at this index is between two letters of a joining script or two parts of an emoji. */
function isNeeded(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 2), at);
  const after = text.slice(at + 1, at + 3);
  if (!JOINED_BEFORE.test(before) || !JOINED_AFTER.test(after)) return false;
  return !NEEDS_NO_JOINER.test(lastOf(before)) && !NEEDS_NO_JOINER.test(firstOf(after));
}

function lastOf(text: string): string {
  return [...text].at(-1) ?? '';
}

function firstOf(text: string): string {
  return [...text][0] ?? '';
}
