import { hash, randomInt } from 'node:crypto';

const CODES = 10;
const GROUPS = 4;
const GROUP_LENGTH = 4;
/**
 * Without letters and digits that look alike. 32 characters: 80 bits a code, too many to find one by its hash. So the
 * hash needs no key, and the codes outlive a change of the server's secret.
 */
const CHARACTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** Ten new codes, to be shown once, and their hashes, to be stored. */
export function newRecoveryCodes(owner: string) {
  const codes = Array.from({ length: CODES }, newCode);
  return { codes, hashes: codes.map((code) => hashOfCode(code, owner)) };
}

/** The stored form of a recovery code; how it was typed (case, spaces, dashes) does not matter. */
export function hashOfCode(code: string, owner: string): string {
  const plain = code.toUpperCase().replace(/[^A-Z0-9]/g, '');
  return hash('sha256', `recovery-code:${owner}:${plain}`, 'base64url');
}

function newCode(): string {
  return Array.from({ length: GROUPS }, newGroup).join('-');
}

function newGroup(): string {
  return Array.from({ length: GROUP_LENGTH }, () => CHARACTERS[randomInt(32)]).join('');
}
