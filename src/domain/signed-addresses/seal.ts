import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

const keys = new Map<string, Buffer>();

/**
 * Encrypts and signs a text for one purpose, with a key derived from the server's secret. Equal texts give equal seals:
 * the nonce is derived from the text, so that two texts never share one.
 */
export function seal(secret: string, text: string, purpose: string): string {
  const key = keyOf(secret);
  const nonce = createHmac('sha256', key)
    .update(JSON.stringify([purpose, text]))
    .digest()
    .subarray(0, NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(purpose));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString('base64url');
}

/** Returns the text of a seal; null if it was not made with this secret for this purpose. */
export function unseal(secret: string, given: string, purpose: string): string | null {
  const bytes = Buffer.from(given, 'base64url');
  if (bytes.length <= NONCE_BYTES + TAG_BYTES) return null;
  const tag = bytes.subarray(-TAG_BYTES);
  const decipher = createDecipheriv(CIPHER, keyOf(secret), bytes.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(Buffer.from(purpose)).setAuthTag(tag);
  try {
    const text = decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES));
    return Buffer.concat([text, decipher.final()]).toString('utf8');
  } catch {
    // The tag does not fit: another secret, another purpose, or made up.
    return null;
  }
}

function keyOf(secret: string): Buffer {
  const key = keys.get(secret) ?? Buffer.from(hkdfSync('sha256', secret, '', 'signed-address', 32));
  keys.set(secret, key);
  return key;
}
