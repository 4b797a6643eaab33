import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { en } from '../src/i18n/en.ts';
import { ptBR } from '../src/i18n/pt-br.ts';
import { readSource } from './import-graph.ts';

const CATALOGUES: Record<string, Record<string, string>> = { en, 'pt-BR': ptBR };
const LOCALES = Object.keys(CATALOGUES);
const keys = Object.keys(en);

const outside = (await readSource()).filter(({ path }) => !/^src\/(i18n|playground)\//.test(path));
const slack = outside.filter(({ path }) => path.startsWith('src/slack/'));
const code = outside.map((file) => file.code).join('\n');

const parse = (locale: string, text: string) =>
  new IntlMessageFormat(text, locale, undefined, { ignoreTag: true }).getAst();
type Part = ReturnType<typeof parse>[number];

/** The arguments of a message, such as `count:plural`, those inside plurals and selects too. */
function argumentsOf(parts: readonly Part[]): string[] {
  const KINDS = ['text', 'plain', 'number', 'date', 'time', 'select', 'plural', 'pound', 'tag'];
  return parts.flatMap((part) => {
    const named = 'value' in part && part.type !== 0 ? [`${part.value}:${KINDS[part.type]}`] : [];
    const inner = 'options' in part ? Object.values(part.options).flatMap(({ value }) => argumentsOf(value)) : [];
    return [...named, ...inner];
  });
}

const inOrder = (names: readonly string[]) => [...new Set(names)].sort();

describe('the catalogues', () => {
  it('have the same keys in the same order', () => {
    expect(keys.length).toBeGreaterThan(200);
    expect(Object.keys(ptBR)).toEqual(keys);
  });

  it.each(LOCALES)('parse, every message of %s', (locale) => {
    const broken = keys.filter((key) => {
      try {
        return parse(locale, CATALOGUES[locale]?.[key] ?? '').length === 0;
      } catch {
        return true;
      }
    });
    expect(broken).toEqual([]);
  });

  it('take the same arguments in both languages', () => {
    const of = (locale: string) =>
      Object.fromEntries(
        keys.map((key) => [key, inOrder(argumentsOf(parse(locale, CATALOGUES[locale]?.[key] ?? '')))]),
      );
    expect(of('pt-BR')).toEqual(of('en'));
    expect(of('en')['form.users']).toEqual(['count:plural']);
  });

  it('format the same words: what is bold or a command in one language is so in the other', () => {
    const marks = (text: string) => [...text.matchAll(/\*[^*]+\*|\/contacts/g)].length;
    const unlike = Object.entries(ptBR).filter(([key, text]) => marks(text) !== marks(en[key as keyof typeof en]));
    expect(unlike.map(([key]) => key)).toEqual([]);
  });
});

describe('the keys', () => {
  const literals = new Set(
    [...code.matchAll(/'([^'\\\n]+)'|"([^"\\\n]+)"/g)].map(([, one, other]) => one ?? other ?? ''),
  );
  const asked = inOrder([...code.matchAll(/\bsay(?:\.mrkdwn)?\(\s*'([^']+)'/g)].map(([, key]) => key ?? ''));
  // A part that varies is a word of the domain, so it is written out somewhere: as a text, or as a property's name.
  const words = [...literals, ...[...code.matchAll(/([a-z]\w*)\??:/g)].map(([, name]) => name ?? '')];
  const anyWord = inOrder(words.filter((word) => /^\.?[a-z][a-z.-]*$/.test(word)))
    .join('|')
    .replaceAll('.', '\\.');
  /** `problem.${reason}` as an expression that takes every word for the reason. */
  const patterns = inOrder([...code.matchAll(/\(\s*`([a-z-]+\.[^`]+)`/g)].map(([, template]) => template ?? '')).map(
    (template) => {
      const varying = (part: string) => `(?:${anyWord}${part.includes("''") ? '|' : ''})`;
      const parts = template.split(/(\$\{[^}]*\})/);
      return new RegExp(
        `^${parts.map((part, at) => (at % 2 ? varying(part) : part.replaceAll('.', '\\.'))).join('')}$`,
      );
    },
  );

  it('are all there that are asked for', () => {
    expect(asked.length).toBeGreaterThan(100);
    expect(asked.filter((key) => !keys.includes(key) && !LOCALES.includes(key))).toEqual([]);
  });

  it('are all used', () => {
    expect(patterns.length).toBeGreaterThan(5);
    const unused = keys.filter((key) => !literals.has(key) && !patterns.some((pattern) => pattern.test(key)));
    expect(unused).toEqual([]);
  });
});

describe('the surfaces', () => {
  /** Words that people type, names of listeners and of cities: no sentences. */
  const NO_SENTENCES = ['src/slack/command.ts', 'src/slack/gate.ts', 'src/slack/hours/cities.ts'];
  const spoken = slack.filter(({ path }) => !NO_SENTENCES.includes(path));
  const STRINGS = /(\b(?:Error|super)\(\s*)?(?:'((?:\\.|[^'\\\n])*)'|"((?:\\.|[^"\\\n])*)"|`((?:\\.|[^`\\])*)`)/g;
  const literalsOf = (text: string): string[] =>
    [...text.matchAll(STRINGS)].flatMap(([, error, ...said]) =>
      error ? [] : [said.find((one) => one !== undefined) ?? ''],
    );
  const found = (wanted: RegExp) =>
    spoken.flatMap(({ path, code: text }) =>
      literalsOf(text)
        .map((said) => said.replaceAll(/\$\{[^}]*\}/g, ''))
        .filter((said) => wanted.test(said))
        .map((said) => `${path}: ${said}`),
    );

  it('hold no sentence of their own', () => {
    expect(found(/\p{L}{2,},? \p{L}{2,}/u)).toEqual([]);
  });

  it('hold no example address of their own', () => {
    expect(found(/\w@\w+\.\w/)).toEqual([]);
  });

  it('take each word that they show from a catalogue', () => {
    const SHOWN =
      /\b(?:(?:plain|header|section|context|option)\(|button\([\w.]+,|(?:title|submit|close|text|hint|label|placeholder):)\s*(['"`])((?:(?!\1)[^\\\n])*)\1/g;
    const shown = spoken.flatMap(({ path, code: text }) =>
      [...text.matchAll(SHOWN)]
        .map(([, , said = '']) => said.replaceAll(/\$\{[^}]*(\}|$)/g, ''))
        .filter((said) => /\p{L}{2,}/u.test(said))
        .map((said) => `${path}: ${said}`),
    );
    expect(shown).toEqual([]);
  });

  const MOST = { title: 24, submit: 24, close: 24, button: 75 } as const;
  const KEYS = {
    ...{ title: /\btitle: say\(([^\n]*)/g, submit: /\bsubmit: say\(([^\n]*)/g, close: /\bclose: say\(([^\n]*)/g },
    button: /\bbutton\(\s*[\w.]+,\s*say\(([^\n]*)/g,
  };
  it.each(Object.keys(MOST) as (keyof typeof MOST)[])('have room for every %s in both languages', (place) => {
    const asked = spoken.flatMap(({ code: text }) =>
      [...text.matchAll(KEYS[place])].flatMap(([, args = '']) =>
        [...args.matchAll(/'([^']+)'/g)].map(([, key]) => key ?? ''),
      ),
    );
    const shown = inOrder(asked).filter((key) => keys.includes(key));
    expect(shown.length).toBeGreaterThan(2);
    const long = shown
      .flatMap((key) => LOCALES.map((locale) => CATALOGUES[locale]?.[key] ?? ''))
      .filter((text) => text.length > MOST[place]);
    expect(long).toEqual([]);
  });
});

describe('Portuguese', () => {
  const portuguese = Object.entries(ptBR);
  const inEnglish = new Map<string, string>(Object.entries(en));
  /** Without the arguments, and without names that are the same everywhere. */
  const wordsOf = (text: string) => text.replaceAll(/\{[^{}]*[{}]|\/contacts \w+|\S+@\S+|Callsheet|Slack/g, '');

  it('is not English that was left over', () => {
    const same = portuguese.filter(([key, text]) => text === inEnglish.get(key) && /\p{L}{2,}/u.test(wordsOf(text)));
    // A sandbox is a sandbox, and an editor an editor.
    expect(same.map(([key]) => key).sort()).toEqual(['environment.sandbox', 'role.editor']);
  });

  it('has no English words in it', () => {
    const ENGLISH =
      /\b(the|and|you|your|with|this|that|is|are|of|from|not|have|has|what|who|when|they|them|it|to|be|can|sheet|contact|details|account|save|help|support|hours|please|brand|user|users|admin|add|change)\b/i;
    expect(portuguese.filter(([, text]) => ENGLISH.test(wordsOf(text))).map(([key]) => key)).toEqual([]);
  });
});
