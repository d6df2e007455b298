import { type Bound, inWords, OutOfBound } from '../bounds.js';

/** Maximum characters of an idempotency key. */
const MAX_KEY_LENGTH = 200;
const SENTENCE = `Send a key of 1 to ${inWords(MAX_KEY_LENGTH)} characters, such as a UUID.`;

/** Bound of an idempotency key. Only its hash is stored. */
export const idempotencyKey: Bound = {
  says: `At most ${inWords(MAX_KEY_LENGTH)} characters.`,
  read(value) {
    const key = value as string;
    if (key.length <= MAX_KEY_LENGTH && key.trim() !== '') return key;
    throw new OutOfBound(SENTENCE);
  },
};

export const KEY_DESCRIPTION =
  'Idempotency key, for example a UUID. The same request with a key that you used within a day is not done again: it returns what the first one made, read again.';

/** Why a mutation takes no idempotency key. */
export const WITHOUT_KEY = {
  SIGN_IN:
    'It starts or ends sessions or changes how somebody signs in. Its answer is a secret that is shown once, and its password, code or token is checked at each call.',
  MAILED_LINK:
    'It mails a link for signing in, or to a client’s page. Its answer is the same, and as fast, for every address; how many are mailed is limited, and a newer link replaces an older one.',
  SECRET: 'Its answer is a secret that is shown once, so it cannot be returned again.',
  HARMLESS: 'Called again it makes and sends nothing more.',
} as const;

export type WithoutKey = keyof typeof WITHOUT_KEY;

/** Extension of mutations whose repeated calls with one key return what the first one made. */
export const IS_KEYED = 'isKeyed';
