import { en } from './en.ts';
import { ptBR } from './pt-br.ts';

export type Key = keyof typeof en;

/** The page's own words in one language. Not the app's: those come with its blocks. */
export interface Words {
  (key: Key, args?: Record<string, string | number>): string;
  /** For dates and numbers: the person's own, where the language is theirs. */
  locale: string;
  /** "a, b and c". */
  list(items: readonly string[]): string;
}

/** Every Portuguese reads Brazilian Portuguese, everybody else English. */
export function wordsFor(locale: string): Words {
  const portuguese = /^pt\b/i.test(locale);
  const catalogue = portuguese ? ptBR : en;
  const own = portuguese ? 'pt-BR' : /^en\b/i.test(locale) ? locale : 'en-US';
  const list = new Intl.ListFormat(own, { type: 'conjunction' });
  const say = (key: Key, args: Record<string, string | number> = {}) => {
    const [one = '', other = one] = catalogue[key].split('|');
    const text = args.count === 1 ? one : other;
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(args[name] ?? whole));
  };
  return Object.assign(say, { locale: own, list: (items: readonly string[]) => list.format(items) });
}
