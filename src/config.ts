import { z } from 'zod';
import { type MailSender, type MailServer, mailFrom, smtpUrl } from './settings/mail.ts';
import { isNear } from './settings/near.ts';

/** From the most talkative to the quietest. */
export const LEVELS = ['debug', 'info', 'warn', 'error'] as const;

export type Level = (typeof LEVELS)[number];

export interface Config {
  slack: {
    botToken: string;
    /** Base address of the Web API, with the slash at its end. */
    apiUrl: string;
    delivery: { kind: 'http'; signingSecret: string; port: number } | { kind: 'socket'; appToken: string };
  };
  databaseUrl: string;
  support: { email: string | null; url: string | null };
  /** Where mail is handed in, and whom it is from; null if none can be sent. */
  mail: { server: MailServer; from: MailSender } | null;
  /** Where the app's own pages are seen from outside, and the port that serves them; null if there are none. */
  pages: { url: string; port: number } | null;
  /** When the admins are reminded of a request, and when it ends: milliseconds after it was made. */
  patience: { reminders: number[]; expiry: number };
  /** Milliseconds for which details count as true after somebody has said so. */
  confirmEvery: number;
  logLevel: Level;
}

export type ReadConfig = { ok: true; config: Config } | { ok: false; problems: string[] };

const APP = 'your app at https://api.slack.com/apps';
const TWO_WAYS =
  'SLACK_SIGNING_SECRET and SLACK_APP_TOKEN are both missing. Choose how Slack reaches Callsheet. ' +
  `Over HTTP: set SLACK_SIGNING_SECRET (${APP}, Basic Information, App Credentials). ` +
  'Through Socket Mode, which needs no public address: set SLACK_APP_TOKEN ' +
  '(the same page, App-Level Tokens, with the scope connections:write).';

/** No message repeats what was given: a secret may have been put into any of them by mistake. */
const SETTINGS = z
  .object({
    SLACK_BOT_TOKEN: z
      .string(`SLACK_BOT_TOKEN is missing. Copy the Bot User OAuth Token from ${APP}, OAuth & Permissions.`)
      .regex(
        /^xoxb-[\x21-\x7e]+$/,
        `SLACK_BOT_TOKEN is not a bot token: it begins with xoxb-. Copy it from ${APP}, OAuth & Permissions.`,
      ),
    SLACK_SIGNING_SECRET: z
      .string()
      .regex(
        /^(?!xox|xapp-)[\x21-\x7e]+$/,
        `SLACK_SIGNING_SECRET is not a signing secret. Copy it from ${APP}, Basic Information, App Credentials.`,
      )
      .optional(),
    PORT: z
      .string()
      .regex(/^\d{1,5}$/, 'PORT is not a port: a number from 1 to 65535, or 0 for any that is free.')
      .transform(Number)
      .refine((port) => port <= 65535, 'PORT is not a port: 65535 is the highest.')
      .prefault('3000'),
    SLACK_APP_TOKEN: z
      .string()
      .regex(
        /^xapp-[\x21-\x7e]+$/,
        `SLACK_APP_TOKEN is not an app-level token: it begins with xapp-. Make one with the scope connections:write in ${APP}, Basic Information, App-Level Tokens.`,
      )
      .optional(),
    SLACK_API_URL: z
      .url({ protocol: /^https?$/, error: 'SLACK_API_URL is not a web address, such as https://slack.com/api/.' })
      .transform((address) => new URL(address))
      .refine(
        ({ username, password, search, hash }) => !(username || password || search || hash),
        'SLACK_API_URL must be a bare address, without user, password, ? and #.',
      )
      .refine(
        ({ protocol, hostname }) => protocol === 'https:' || isNear(hostname),
        'SLACK_API_URL must begin with https://, or the bot token could be read on its way. Plain http is for a server on this computer or in its own network.',
      )
      .transform(({ href }) => (href.endsWith('/') ? href : `${href}/`))
      .prefault('https://slack.com/api/'),
    DATABASE_URL: z
      .string()
      .regex(
        /^(file:[^?]|postgres(ql)?:\/\/)/,
        'DATABASE_URL must be file:./data/callsheet.sqlite (the path of a file) or postgres://user:password@host:5432/database.',
      )
      .prefault('file:./data/callsheet.sqlite'),
    SUPPORT_EMAIL: z.email('SUPPORT_EMAIL is not an e-mail address, such as support@yourplatform.com.').optional(),
    SUPPORT_URL: z
      .url({
        protocol: /^https?$/,
        error: 'SUPPORT_URL is not a web address, such as https://yourplatform.com/support.',
      })
      .max(3000, 'SUPPORT_URL is too long: Slack allows a link 3000 characters.')
      .optional(),
    SMTP_URL: smtpUrl.optional(),
    MAIL_FROM: mailFrom.optional(),
    PUBLIC_URL: z
      .url({
        protocol: /^https?$/,
        error: 'PUBLIC_URL is not a web address, such as https://callsheet.yourcompany.com.',
      })
      .transform((address) => new URL(address))
      .refine(
        ({ username, password, search, hash }) => !(username || password || search || hash),
        'PUBLIC_URL must be a bare address, without user, password, ? and #.',
      )
      .refine(
        ({ protocol, hostname }) => protocol === 'https:' || isNear(hostname),
        'PUBLIC_URL must begin with https://: links with a secret lead there. Plain http is for an address on this computer or in its own network.',
      )
      .transform(({ href }) => href.replace(/\/+$/, ''))
      .optional(),
    REQUEST_REMINDERS: z
      .string()
      .regex(
        /^\d+[mhd]([ ,]+\d+[mhd])*$/,
        'REQUEST_REMINDERS must be times after the request, such as 4h 1d 3d (m, h or d).',
      )
      .transform((text) => text.split(/[ ,]+/).map(milliseconds))
      .refine(isRising, 'REQUEST_REMINDERS must rise, each later than the one before: 4h 1d 3d.')
      .prefault('4h 1d 3d'),
    REQUEST_EXPIRY: z
      .string()
      .regex(/^[1-9]\d*[mhd]$/, 'REQUEST_EXPIRY must be a time after the request, such as 7d (m, h or d).')
      .transform(milliseconds)
      .prefault('7d'),
    CONFIRM_EVERY: z
      .string()
      .regex(/^[1-9]\d*[mhd]$/, 'CONFIRM_EVERY must be a time, such as 90d (m, h or d).')
      .transform(milliseconds)
      .prefault('90d'),
    LOG_LEVEL: z
      .string()
      .toLowerCase()
      .pipe(z.enum(LEVELS, 'LOG_LEVEL must be debug, info, warn or error.'))
      .prefault('info'),
  })
  .refine((given) => given.SLACK_SIGNING_SECRET || given.SLACK_APP_TOKEN, {
    // Whatever else is wrong: all of it is told at once.
    when: () => true,
    error: TWO_WAYS,
  })
  .refine((given) => !given.SMTP_URL || given.MAIL_FROM, {
    when: () => true,
    error:
      'MAIL_FROM is missing: SMTP_URL says where mail is handed in, and MAIL_FROM whom it is from, such as callsheet@yourcompany.com.',
  });

/** Every variable that Callsheet reads. `.env.example` explains them. */
export const VARIABLES = Object.keys(SETTINGS.shape);

/**
 * Reads the settings from the environment. What is empty counts as not set. All problems come at once, each a sentence
 * that names the variable, says what is wrong and where to get it right.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): ReadConfig {
  const given = VARIABLES.map((name) => [name, env[name]?.trim() || undefined] as const);
  const read = SETTINGS.safeParse(Object.fromEntries(given));
  if (!read.success) return { ok: false, problems: read.error.issues.map((issue) => issue.message) };
  const { SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret = '', ...settings } = read.data;
  return {
    ok: true,
    config: {
      slack: {
        botToken: settings.SLACK_BOT_TOKEN,
        apiUrl: settings.SLACK_API_URL,
        delivery: appToken ? { kind: 'socket', appToken } : { kind: 'http', signingSecret, port: settings.PORT },
      },
      databaseUrl: settings.DATABASE_URL,
      support: { email: settings.SUPPORT_EMAIL ?? null, url: settings.SUPPORT_URL ?? null },
      mail: settings.SMTP_URL && settings.MAIL_FROM ? { server: settings.SMTP_URL, from: settings.MAIL_FROM } : null,
      pages: settings.PUBLIC_URL ? { url: settings.PUBLIC_URL, port: settings.PORT } : null,
      patience: { reminders: settings.REQUEST_REMINDERS, expiry: settings.REQUEST_EXPIRY },
      confirmEvery: settings.CONFIRM_EVERY,
      logLevel: settings.LOG_LEVEL,
    },
  };
}

const UNITS: Record<string, number> = { m: 60_000, h: 60 * 60_000, d: 24 * 60 * 60_000 };

/** `4h` in milliseconds. */
function milliseconds(text: string): number {
  return Number(text.slice(0, -1)) * (UNITS[text.slice(-1)] ?? 0);
}

function isRising(times: readonly number[]): boolean {
  return times.every((time, place) => time > (times[place - 1] ?? 0));
}

/** Only where the database is, for what needs nothing else: the token may be anywhere, or nowhere. */
export function readDatabaseSetting(
  env: Readonly<Record<string, string | undefined>>,
): { ok: true; databaseUrl: string } | { ok: false; problems: string[] } {
  const read = SETTINGS.shape.DATABASE_URL.safeParse(env.DATABASE_URL?.trim() || undefined);
  if (read.success) return { ok: true, databaseUrl: read.data };
  return { ok: false, problems: read.error.issues.map((issue) => issue.message) };
}
