import { dayIn } from './zone.ts';

/** In whose words and zone a date is written, and what counts as today. */
export interface Reader {
  locale: string;
  zone: string;
  now: Date;
}

const write = (date: Date, { locale, zone }: Reader, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(locale, { timeZone: zone, ...options }).format(date);

/** `9:05 AM`, but `09:05` where the day has 24 hours. */
export const clockOptions = (locale: string): Intl.DateTimeFormatOptions => {
  const { hour12 } = new Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions();
  return { hour: hour12 ? 'numeric' : '2-digit', minute: '2-digit' };
};

export const timeWords = (date: Date, reader: Reader): string => write(date, reader, clockOptions(reader.locale));

export const longDate = (date: Date, reader: Reader): string =>
  write(date, reader, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });

export const dateAndTime = (date: Date, reader: Reader): string =>
  write(date, reader, { weekday: 'short', day: 'numeric', month: 'short', ...clockOptions(reader.locale) });

const DAY = 86_400_000;

/** "today", "yesterday", "tomorrow" in the reader's language; null for any other day. */
export function nearDay(date: Date, reader: Reader): string | null {
  const days = (Date.parse(dayIn(reader.zone, date)) - Date.parse(dayIn(reader.zone, reader.now))) / DAY;
  return Math.abs(days) <= 1
    ? new Intl.RelativeTimeFormat(reader.locale, { numeric: 'auto' }).format(days, 'day')
    : null;
}

/** The words between two days of a conversation. */
export function dayWords(date: Date, reader: Reader): string {
  const near = nearDay(date, reader);
  const weekday: Intl.DateTimeFormatOptions = { weekday: 'long', day: 'numeric', month: 'long' };
  const sameYear = dayIn(reader.zone, date).slice(0, 4) === dayIn(reader.zone, reader.now).slice(0, 4);
  return capital(near ?? write(date, reader, sameYear ? weekday : { ...weekday, year: 'numeric' }));
}

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);

const AGO: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', DAY],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
];

function ago(date: Date, { locale, now }: Reader): string {
  const passed = date.getTime() - now.getTime();
  const [unit, length] = AGO.find(([, size]) => Math.abs(passed) >= size) ?? (['second', 1000] as const);
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(Math.trunc(passed / length), unit);
}

/** Slack's `<!date^…>`: each token in braces as the reader writes it. */
export function dateToken(format: string, date: Date, reader: Reader): string {
  const short: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', year: 'numeric' };
  const plain: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric' };
  const pretty = (options: Intl.DateTimeFormatOptions) => nearDay(date, reader) ?? write(date, reader, options);
  const tokens: Record<string, () => string> = {
    date_num: () => dayIn(reader.zone, date),
    date_slash: () => write(date, reader, { day: '2-digit', month: '2-digit', year: 'numeric' }),
    date: () => write(date, reader, plain),
    date_short: () => write(date, reader, short),
    date_long: () => longDate(date, reader),
    date_pretty: () => pretty(plain),
    date_short_pretty: () => pretty(short),
    date_long_pretty: () => nearDay(date, reader) ?? longDate(date, reader),
    day_divider_pretty: () => dayWords(date, reader),
    time: () => timeWords(date, reader),
    time_secs: () => write(date, reader, { ...clockOptions(reader.locale), second: '2-digit' }),
    ago: () => ago(date, reader),
  };
  return format.replace(/\{(\w+)\}/g, (whole, token: string) => tokens[token]?.() ?? whole);
}
