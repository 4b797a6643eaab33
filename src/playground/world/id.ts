import { randomBytes, randomInt } from 'node:crypto';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

const letters = (count: number): string => Array.from({ length: count }, () => LETTERS[randomInt(36)]).join('');

/** An id as Slack writes them, such as `V0AB12CD34E`; the first letter says of what. */
export const newId = (of: 'V' | 'F' | 'D' | 'A' | 'Ev'): string => `${of}0${letters(9)}`;

export const secret = (bytes = 16): string => randomBytes(bytes).toString('hex');

export const digits = (count: number): string => Array.from({ length: count }, () => randomInt(10)).join('');

/** The short id that Slack gives to a block whose app gave it none. */
export const newBlockId = (): string => randomBytes(4).toString('base64url').slice(0, 5);
