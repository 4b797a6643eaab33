import { type Locale, localeOf } from '../i18n/say.ts';

/** The shipped language that a browser likes best (`Accept-Language`); English if it likes neither. */
export function languageOf(header: string | undefined): Locale {
  const liked = (header ?? '')
    .split(',')
    .slice(0, 50)
    .map((part) => {
      const [language = '', ...more] = part.trim().split(/\s*;\s*/);
      const weight = Number(/^q=([\d.]+)$/.exec(more.find((one) => one.startsWith('q=')) ?? '')?.[1] ?? 1);
      return { language, weight };
    })
    .filter(({ language, weight }) => /^(en|pt)\b/i.test(language) && weight > 0)
    // The sort is stable: of two that are liked as much, the first.
    .sort((one, other) => other.weight - one.weight);
  return localeOf(liked[0]?.language ?? 'en');
}
