import { z } from 'zod';
import { isNear } from './near.ts';

export interface MailServer {
  host: string;
  port: number;
  secure: boolean;
  /** On this computer, or in its own network. */
  near: boolean;
  user: string | null;
  password: string | null;
}

export interface MailSender {
  name: string | null;
  address: string;
}

/** Where mail is handed in. No message repeats what was given: a password may be in it. */
export const smtpUrl = z
  .url({
    protocol: /^smtps?$/,
    error: 'SMTP_URL is not a mail server, such as smtp://user:password@smtp.yourcompany.com:587.',
  })
  .transform((address) => new URL(address))
  .refine(
    ({ hostname, pathname, search, hash }) => hostname && !(pathname.replace('/', '') || search || hash),
    'SMTP_URL must be smtp://user:password@host:port or smtps://…, without path, ? and #. In the password, percent-encode what is not a letter or a digit.',
  )
  .refine(
    ({ username, password }) => isDecodable(username) && isDecodable(password),
    'SMTP_URL has a % in its user or password that is not %25. Percent-encode what is not a letter or a digit.',
  )
  .transform(mailServer);

/** Whom mail is from: an address, or a name with it. */
export const mailFrom = z
  .string()
  .transform((text) => /^(?:([^<>]*)<([^<>]*)>|([^<>]*))$/.exec(text))
  .transform((found) => ({ name: found?.[1]?.trim() || null, address: (found?.[2] ?? found?.[3] ?? '').trim() }))
  .refine(
    ({ address }) => z.email().safeParse(address).success,
    'MAIL_FROM is not a sender, such as callsheet@yourcompany.com or Callsheet <callsheet@yourcompany.com>.',
  );

const SUBMISSION = 587;
const SUBMISSIONS = 465;

function mailServer({ protocol, hostname, port, username, password }: URL): MailServer {
  const secure = protocol === 'smtps:';
  return {
    // An IPv6 address stands in brackets in a URL alone.
    host: hostname.replace(/^\[(.*)\]$/, '$1'),
    port: port ? Number(port) : secure ? SUBMISSIONS : SUBMISSION,
    secure,
    near: isNear(hostname),
    user: username ? decodeURIComponent(username) : null,
    password: username ? decodeURIComponent(password) : null,
  };
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
