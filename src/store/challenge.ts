import { createHash, randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/** What is in the mail alone: the database keeps hashes. */
export interface Secrets {
  code: string;
  token: string;
}

const derive = promisify<string, string, number, Buffer>(scrypt);
const LENGTH = 32;

export const newSecrets = (): Secrets => ({
  code: String(randomInt(1_000_000)).padStart(6, '0'),
  token: randomBytes(32).toString('base64url'),
});

/** A million codes are tried in no time: each has a salt of its own, and a hash that takes its time. */
export async function hashCode(code: string): Promise<string> {
  const salt = randomBytes(16).toString('base64url');
  return `${salt}.${(await derive(code, salt, LENGTH)).toString('base64url')}`;
}

export async function isCode(code: string, hash: string): Promise<boolean> {
  const [salt = '', expected = ''] = hash.split('.');
  const given = await derive(code, salt, LENGTH);
  const known = Buffer.from(expected, 'base64url');
  return known.length === given.length && timingSafeEqual(known, given);
}

/** A token cannot be guessed, so a plain hash will do; what is looked up by it takes no part in the secret. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url');
