import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LONGEST_LIST, looksPersonal, MOST_ADDRESSES, readAddresses, sameAddress } from '../../src/domain/address.ts';
import { addresses, hidden, separator } from './arbitrary.ts';
import { longestAddress } from './build.ts';

describe('a list of addresses', () => {
  it.each([
    ['nothing', '', []],
    ['nothing but space and separators', ' \n,; \t', []],
    ['one', 'oncall@harvest.example', ['oncall@harvest.example']],
    ['several with commas', 'a@b.co, c@d.co,e@f.co', ['a@b.co', 'c@d.co', 'e@f.co']],
    ['several with semicolons', 'a@b.co;c@d.co; e@f.co', ['a@b.co', 'c@d.co', 'e@f.co']],
    ['several with spaces', 'a@b.co c@d.co\u00a0e@f.co', ['a@b.co', 'c@d.co', 'e@f.co']],
    ['several with line breaks', 'a@b.co\nc@d.co\r\ne@f.co', ['a@b.co', 'c@d.co', 'e@f.co']],
    ['a comma at the end', 'a@b.co, c@d.co,', ['a@b.co', 'c@d.co']],
    ['commas at the start and twice', ',,a@b.co,,;c@d.co', ['a@b.co', 'c@d.co']],
    ['a plus-address', 'oncall+slack@b.co', ['oncall+slack@b.co']],
    ['a plus-address beside its mailbox', 'oncall@b.co oncall+slack@b.co', ['oncall@b.co', 'oncall+slack@b.co']],
    ['an apostrophe in a name', "o'brien@b.co", ["o'brien@b.co"]],
    ['upper case, of which the domain loses it', 'OnCall@Harvest.EXAMPLE', ['OnCall@harvest.example']],
    ['a link as Slack pastes it', '<mailto:a@b.co|a@b.co>', ['a@b.co']],
    ['links as Slack pastes them', '<mailto:a@b.co|a@b.co>, <mailto:c@d.co|c@d.co>', ['a@b.co', 'c@d.co']],
    ['a link without a label', '<mailto:a@b.co>', ['a@b.co']],
    ['a link as a browser copies it', 'mailto:a@b.co MAILTO:c@d.co', ['a@b.co', 'c@d.co']],
    ['an address in angle brackets', '<a@b.co>', ['a@b.co']],
    ['an international domain as mail writes it', 'ola@xn--aa-cja5e.com.br', ['ola@xn--aa-cja5e.com.br']],
    ['the longest address', longestAddress(1), [longestAddress(1)]],
  ])('is read from %s', (_, text, read) => {
    expect(readAddresses(text)).toEqual({ ok: true, addresses: read });
  });

  it.each([
    ['a display name', 'Ana <ana@x.co>', 'Ana'],
    ['a display name in quotes', '"Ana" <ana@x.co>', '"Ana"'],
    ['a comma inside a display name', '"Silva, Ana" <ana@x.co>', '"Silva'],
    ['a display name after a good address', 'a@b.co, Ana <ana@x.co>', 'Ana'],
    ['a link with a name for a label', '<mailto:ana@x.co|Ana Silva>', '<mailto:ana@x.co|Ana'],
    ['an address in quotes', '“a@b.co”', '“a@b.co”'],
    ['an address in straight quotes', '"a@b.co"', '"a@b.co"'],
    ['a full stop at the end', 'a@b.co.', 'a@b.co.'],
    ['a sentence', 'call me maybe', 'call'],
    ['no domain', 'ana@', 'ana@'],
    ['no mailbox', '@x.co', '@x.co'],
    ['no top-level domain', 'ana@localhost', 'ana@localhost'],
    ['two at-signs', 'ana@x@y.co', 'ana@x@y.co'],
    ['two full stops', 'ana..silva@x.co', 'ana..silva@x.co'],
    ['a mention of everybody', '<!channel>', '<!channel>'],
    ['a mention of a person', '<@U123>', '<@U123>'],
    ['a web link', '<https://x.co|ana@x.co>', '<https://x.co|ana@x.co>'],
    ['a link with a subject', 'mailto:a@b.co?subject=hi', 'mailto:a@b.co?subject=hi'],
    ['a Cyrillic letter that looks Latin', '\u0430na@x.co', '\u0430na@x.co'],
    ['a Cyrillic letter in the domain', 'ana@p\u0430y.co', 'ana@p\u0430y.co'],
    ['a sign that is a K in lower case', 'boo\u212a@x.co', 'boo\u212a@x.co'],
    ['a wide at-sign', 'ana\uff20x.co', 'ana\uff20x.co'],
    ['a wide comma', 'a@b.co\uff0cc@d.co', 'a@b.co\uff0cc@d.co'],
    ['an international domain in its own letters', 'ola@a\u00e7a\u00ed.com.br', 'ola@a\u00e7a\u00ed.com.br'],
    ['an accent put together of two', 'jose\u0301@x.co', 'jose\u0301@x.co'],
    ['an emoji', '🌮@x.co', '🌮@x.co'],
    ['a letter that is blank', 'ana\u3164@x.co', 'ana\u3164@x.co'],
    [
      'an address of 255 characters',
      `m${longestAddress(1)}`,
      `${longestAddress(1).slice(0, 1)}${longestAddress(1).slice(0, 56)}…`,
    ],
    ['an emoji where a long word is cut', `${'x'.repeat(56)}${'🌮'.repeat(9)}`, `${'x'.repeat(56)}🌮…`],
  ])('is refused for %s, naming the word', (_, text, named) => {
    expect(readAddresses(text)).toEqual({ ok: false, problem: { reason: 'not-an-address', text: named } });
  });

  it.each([
    ['the same address twice', 'a@b.co, a@b.co', { reason: 'duplicate-address', text: 'a@b.co' }],
    ['the same address in other case', 'a@b.co, A@B.co', { reason: 'duplicate-address', text: 'A@B.co' }],
    ['the same address as a link', 'a@b.co <mailto:a@b.co|a@b.co>', { reason: 'duplicate-address', text: 'a@b.co' }],
    ['a mark that turns the text around', 'a\u202e@b.co', { reason: 'hidden-characters' }],
    ['a right-to-left mark between addresses', 'a@b.co, \u200fc@d.co', { reason: 'hidden-characters' }],
    ['a space of no width as a separator', 'a@b.co\u200bc@d.co', { reason: 'hidden-characters' }],
    ['a byte order mark', '\ufeffa@b.co', { reason: 'hidden-characters' }],
    ['10,000 characters', 'a'.repeat(10_000), { reason: 'list-too-long', limit: LONGEST_LIST, given: 10_000 }],
    ['10,000 blanks', ' '.repeat(10_000), { reason: 'list-too-long', limit: LONGEST_LIST, given: 10_000 }],
  ])('is refused for %s', (_, text, problem) => {
    expect(readAddresses(text)).toEqual({ ok: false, problem });
  });

  it.each([
    [10, true],
    [11, false],
  ])('may have ten addresses: %i are read: %s', (count, ok) => {
    const text = Array.from({ length: count }, (_, place) => `a${place}@b.co`).join('\n');
    const problem = { reason: 'too-many-addresses', limit: MOST_ADDRESSES, given: count };
    expect(readAddresses(text)).toMatchObject(ok ? { ok } : { ok, problem });
  });

  it('may have ten of the longest addresses, and 3,000 characters', () => {
    const ten = Array.from({ length: 10 }, (_, place) => longestAddress(place)).join('\n');
    expect(readAddresses(ten)).toMatchObject({ ok: true });
    expect(readAddresses(ten.padEnd(3000))).toMatchObject({ ok: true });
    expect(readAddresses(ten.padEnd(3001))).toMatchObject({ problem: { given: 3001 } });
  });

  it('comes back as it was typed, whatever separates the addresses', () => {
    fc.assert(
      fc.property(
        addresses(),
        fc.array(separator(), { minLength: 12, maxLength: 12 }),
        fc.boolean(),
        (list, between, around) => {
          const joined = list.map((one, place) => (place === 0 ? one : between[place] + one)).join('');
          const read = readAddresses(around ? between[10] + joined + between[11] : joined);
          expect(read).toEqual({
            ok: true,
            addresses: list.map((one) => one.replace(/@.*/, (part) => part.toLowerCase())),
          });
        },
      ),
    );
  });

  it('reads the same when it is shown and read again', () => {
    fc.assert(
      fc.property(addresses(), (list) => {
        const read = readAddresses(list.join('\n'));
        expect(read.ok && readAddresses(read.addresses.join('\n'))).toEqual(read);
      }),
    );
  });

  it('is always refused with a hidden character, wherever it is', () => {
    fc.assert(
      fc.property(addresses({ min: 1 }), hidden(), fc.nat(), (list, character, anywhere) => {
        const text = list.join(', ');
        const place = anywhere % (text.length + 1);
        const read = readAddresses(text.slice(0, place) + character + text.slice(place));
        expect(read).toEqual({ ok: false, problem: { reason: 'hidden-characters' } });
      }),
    );
  });

  it('is always refused with a duplicate, whatever its case', () => {
    const twice = addresses({ min: 1, max: 9 }).chain((list) =>
      fc.tuple(
        fc.constant(list),
        fc.constantFrom(...list).chain((one) => fc.mixedCase(fc.constant(one))),
      ),
    );
    fc.assert(
      fc.property(twice, ([list, again]) => {
        const read = readAddresses([...list, again].join(' '));
        expect(read).toMatchObject({ ok: false, problem: { reason: 'duplicate-address' } });
      }),
    );
  });

  it('never throws and never lets more through than it may, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), addresses({ max: 14 })),
        (typed) => {
          const read = readAddresses(typeof typed === 'string' ? typed : typed.join(' '));
          if (!read.ok) return;
          expect(read.addresses.length).toBeLessThanOrEqual(10);
          expect(read.addresses.join('')).toMatch(/^[!-~]*$/);
          expect(new Set(read.addresses.map((one) => one.toLowerCase())).size).toBe(read.addresses.length);
        },
      ),
    );
  });
});

describe('the same address', () => {
  it.each([
    ['help@x.co', 'help@x.co', true],
    [' Help@X.co\n', 'help@x.co', true],
    ['help@x.co', 'help@x.com', false],
    ['help+1@x.co', 'help@x.co', false],
  ])('R11: %j is %j: %s', (one, other, same) => {
    expect(sameAddress(one, other)).toBe(same);
    expect(sameAddress(other, one)).toBe(same);
  });
});

describe('a personal-looking address', () => {
  it.each([
    'ana.silva@x.co',
    'Ana.Silva@X.co',
    'ana_silva@x.co',
    'ana.maria.silva@x.co',
    'joao.da.silva@x.co',
    'ana.silva+pager@x.co',
  ])('R10: %s gets advice', (text) => expect(looksPersonal(text)).toBe(true));

  it.each([
    'oncall@x.co',
    'on-call@x.co',
    'on.call@x.co',
    'on_call@x.co',
    'pagerduty@x.co',
    'tech.support@x.co',
    'harvest.oncall@x.co',
    'api.team@x.co',
    'platform_engineering@x.co',
    'harvest.alerts+prod@x.co',
    'restaurant.ops.team@x.co',
    '24x7@x.co',
    'noc.24x7@x.co',
    'sre.emea1@x.co',
    'a.b@x.co',
    'ana@x.co',
    'plantao@x.co',
    'plantao.ti@x.co',
    'plantao.harvest@x.co',
    'suporte.tecnico@x.co',
    'equipe.integracoes@x.co',
    'time.plataforma@x.co',
    'sobreaviso.infraestrutura@x.co',
    'emergencia.harvest@x.co',
    'operacoes.parceiros@x.co',
    'atendimento.harvest@x.co',
    'chamados.ti@x.co',
    'alertas_producao@x.co',
  ])('R10: %s is an alias and gets none', (text) => expect(looksPersonal(text)).toBe(false));

  it('R10: is never one of a single word, and case does not matter', () => {
    fc.assert(
      fc.property(addresses({ min: 1, max: 1 }), ([one = '']) => {
        expect(looksPersonal(one.toUpperCase())).toBe(looksPersonal(one));
        if (!/[._].*@/.test(one)) expect(looksPersonal(one)).toBe(false);
      }),
    );
  });
});
