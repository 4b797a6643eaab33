import { IntlMessageFormat } from 'intl-messageformat';
import { en } from './en.ts';
import { ptBR } from './pt-br.ts';

export const LOCALES = ['en', 'pt-BR'] as const;

export type Locale = (typeof LOCALES)[number];
export type Key = keyof typeof en;

/** Text that is mrkdwn already, such as a mention: put into a sentence as it is. */
export interface Markup {
  readonly mrkdwn: string;
}

type Plain = string | number | Date;

/** Speaks one language. Called, it gives plain text; `mrkdwn` escapes people's words for a text that Slack formats. */
export interface Say {
  (key: Key, args?: Record<string, Plain>): string;
  mrkdwn(key: Key, args?: Record<string, Plain | Markup>): string;
  locale: Locale;
  /** "a, b and c" in this language. */
  list(items: readonly string[]): string;
}

const CATALOGUES: Record<Locale, Record<Key, string>> = { en, 'pt-BR': ptBR };

/** The shipped language for a Slack language: every Portuguese reads Brazilian Portuguese, everybody else English. */
export const localeOf = (language: string): Locale => (/^pt\b/i.test(language) ? 'pt-BR' : 'en');

/** People's words, made harmless in mrkdwn: no mention, link or formatting of Slack's can come out of them. */
export const escapeMrkdwn = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export const mention = (userId: string): Markup => ({ mrkdwn: `<@${userId}>` });

const voices = new Map<Locale, Say>();

export function say(locale: Locale): Say {
  const known = voices.get(locale);
  if (known) return known;
  const voice = newVoice(locale);
  voices.set(locale, voice);
  return voice;
}

function newVoice(locale: Locale): Say {
  const formats = new Map<Key, IntlMessageFormat>();
  const format = (key: Key, args: Record<string, Plain>): string => {
    let message = formats.get(key);
    if (!message) {
      message = new IntlMessageFormat(CATALOGUES[locale][key], locale, undefined, { ignoreTag: true });
      formats.set(key, message);
    }
    return String(message.format(args));
  };
  const listed = new Intl.ListFormat(locale, { type: 'conjunction' });
  const voice = (key: Key, args: Record<string, Plain> = {}) => format(key, args);
  return Object.assign(voice, {
    locale,
    list: (items: readonly string[]) => listed.format(items),
    mrkdwn(key: Key, args: Record<string, Plain | Markup> = {}) {
      const safe = Object.entries(args).map(([name, value]) => [name, inMrkdwn(value)] as const);
      return format(key, Object.fromEntries(safe));
    },
  });
}

function inMrkdwn(value: Plain | Markup): Plain {
  if (typeof value === 'string') return escapeMrkdwn(value);
  return typeof value === 'object' && 'mrkdwn' in value ? value.mrkdwn : value;
}
