import fc from 'fast-check';
import { type Member, ROLES } from '../../src/domain/access.ts';
import type { Account, Environment } from '../../src/domain/account.ts';
import { MOST_ADDRESSES } from '../../src/domain/address.ts';
import type { SheetEdit } from '../../src/domain/edit.ts';
import { DAYS, type SupportWindow } from '../../src/domain/hours.ts';
import { INTEGRATION_TYPES } from '../../src/domain/integration.ts';
import type { Person, Standing } from '../../src/domain/person.ts';
import { PURPOSES, type SHARED_PURPOSES } from '../../src/domain/purpose.ts';
import type { Sheet } from '../../src/domain/sheet.ts';
import { zones } from '../../src/domain/zone.ts';
import { ALIAS, HOUR, incomplete, later } from './build.ts';

/** Values of the domain by chance, for tests of what holds for every one of them. */

/**
 * All answers of a generated account that a third party must not see are on this domain, and all its people have ids
 * that begin with this prefix; nothing that may be shared contains either.
 */
export const INSIDE = 'inside.example';
export const INSIDER = 'UINSIDER';

const word = fc.stringMatching(/^[a-z][a-z0-9]{0,7}$/);

const local = fc
  .tuple(word, fc.array(fc.tuple(fc.constantFrom('.', '-', '_', '+'), word), { maxLength: 2 }))
  .map(([first, more]) => first + more.map((part) => part.join('')).join(''));

/** An address in mixed case; its domain, if not given, is one of a few. */
export const address = (domain?: string): fc.Arbitrary<string> =>
  fc
    .tuple(fc.mixedCase(local), domain ? fc.constant(domain) : fc.mixedCase(fc.constantFrom('a.co', 'mail.b-c.com.br')))
    .map((parts) => parts.join('@'));

/** Different addresses, as many as a field takes. */
export const addresses = ({ min = 0, max = MOST_ADDRESSES, domain = undefined as string | undefined } = {}) =>
  fc.uniqueArray(address(domain), { minLength: min, maxLength: max, selector: (one) => one.toLowerCase() });

/** What people put between addresses. */
export const separator = (): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom(',', ';', ' ', '\n', '\r\n', '\t', '\u00a0'), { minLength: 1, maxLength: 3 })
    .map((all) => all.join(''));

/** A character that nobody sees. */
export const hidden = (): fc.Arbitrary<string> =>
  fc.constantFrom(
    '\u200b',
    '\u200d',
    '\u200e',
    '\u202e',
    '\u2066',
    '\u00ad',
    '\ufeff',
    '\u061c',
    '\u0000',
    '\u007f',
    '\ue000',
    '\ud800',
    '\u{e0041}',
  );

export const zone = (): fc.Arbitrary<string> => fc.constantFrom(...zones());

const clock = fc.integer({ min: 0, max: 24 * 60 - 1 });

export const supportWindow = (): fc.Arbitrary<SupportWindow> =>
  fc.record({ zone: zone(), days: fc.subarray([...DAYS], { minLength: 1 }), start: clock, end: clock });

export const supportWindows = ({ min = 0, max = 5 } = {}): fc.Arbitrary<SupportWindow[]> =>
  fc.uniqueArray(supportWindow(), { minLength: min, maxLength: max, selector: (one) => JSON.stringify(one) });

/** Integration types, among them some that we do not know. */
export const integrations = (): fc.Arbitrary<string[]> =>
  fc.subarray([...INTEGRATION_TYPES, 'drone-delivery', 'toString', '__proto__']);

export const environment = (): fc.Arbitrary<Environment> => fc.constantFrom('sandbox', 'production');

const OUTSIDE = 'shared.example';
/** The alias that the default brand has, one that it had before, and none. */
const alias = fc.constantFrom(ALIAS, `old@${OUTSIDE}`, null);
const userId = fc.constantFrom(...[1, 2, 3, 4, 5, 6].map((number) => `${INSIDER}${number}`));

/** Members of every role, some of whose access has ended or will; the first is an admin for good. */
export const members = (): fc.Arbitrary<Member[]> =>
  fc
    .uniqueArray(
      fc.record({
        userId,
        role: fc.constantFrom(...ROLES),
        endsAt: fc.constantFrom(null, null, later(-HOUR), later(HOUR)),
      }),
      { minLength: 1, selector: (one) => one.userId },
    )
    .map(([first, ...more]) => [{ ...(first as Member), role: 'admin', endsAt: null }, ...more]);

/**
 * An account in any state that it can be in, whatever the world has done to it: answers there or not, alert contacts in
 * sandbox, a merchant contact that no integration asks for, a shared address that is no longer the alias.
 * @param facts.full every purpose is answered.
 */
export function account(facts: { environment?: Environment; full?: boolean } = {}): fc.Arbitrary<Account> {
  const min = facts.full ? 1 : 0;
  const inside = fc.oneof(addresses({ min, max: 3, domain: INSIDE }), ...(facts.full ? [] : [fc.constant([])]));
  return fc
    .record({
      environment: facts.environment ? fc.constant(facts.environment) : environment(),
      integrations: integrations(),
      alias,
      members: members(),
      sheet: fc.record({
        alert: fc.uniqueArray(userId, { minLength: min, maxLength: 3 }),
        'tech-emergency': inside,
        'tech-non-emergency': inside,
        'ops-merchant': inside,
        'ops-platform': inside,
        'ops-users': fc.constantFrom([ALIAS], [`old@${OUTSIDE}`], ...(facts.full ? [] : [[]])),
        'support-hours': supportWindows({ min, max: 2 }),
      }),
    })
    .map(({ alias: supportAlias, ...others }) =>
      incomplete({ ...others, brands: [{ id: 'brand-1', name: 'Harvest Table', supportAlias }] }),
    );
}

/** Stands in every internal value of a sheet by chance, and in nothing else: wherever it turns up, something has leaked. */
export const MARK = 'zqxj';

type Internal = Omit<Sheet, (typeof SHARED_PURPOSES)[number]>;

/** Internal answers, empty ones among them, of which every one can be told from everything else, in whatever case. */
export const internalAnswers = (): fc.Arbitrary<Internal> =>
  fc
    .record({
      sizes: fc.tuple(...[1, 2, 3, 4, 5].map(() => fc.nat(3))),
      word: fc.nat(),
      sign: fc.constantFrom('', '.', '+', '_', "'", '-'),
      domain: fc.constantFrom('harvest.example', 'mail.harvest.com.br', 'platform.example'),
      capitals: fc.boolean(),
    })
    .map(({ sizes, word, sign, domain, capitals }) => {
      const cased = (text: string) => (capitals ? text.toUpperCase() : text);
      const list = (purpose: number, write: (word: string) => string) =>
        Array.from({ length: sizes[purpose] ?? 0 }, (_, place) => write(`${word.toString(36)}${purpose}${place}`));
      const address = (one: string) => cased(`${MARK}${sign}${one}@${domain}`);
      return {
        alert: list(0, (one) => `U${MARK}${one}`.toUpperCase()),
        'tech-emergency': list(1, address),
        'tech-non-emergency': list(2, address),
        'ops-merchant': list(3, address),
        'ops-platform': list(4, address),
      };
    });

/** What the workspace knows of everybody who can be named in an edit: most are members of it, some are not. */
export const people = (): fc.Arbitrary<ReadonlyMap<string, Person>> => {
  const standing = fc.oneof(
    { weight: 6, arbitrary: fc.constant<Standing>('member') },
    { weight: 1, arbitrary: fc.constantFrom<Standing>('guest', 'stranger', 'bot', 'deactivated') },
  );
  const facts = {
    userId,
    name: word,
    standing,
    locale: fc.constantFrom('en-US', 'pt-BR'),
    zone: zone(),
    isOwner: fc.boolean(),
  };
  return fc
    .uniqueArray(fc.record<Person>(facts), { minLength: 3, selector: (one) => one.userId })
    .map((known) => new Map(known.map((one) => [one.userId, one])));
};

const blank = fc.constantFrom('', '  \n');
const wrong = fc.oneof(
  fc.constantFrom('nobody', 'a@x.co A@X.co', 'a\u200b@x.co'),
  fc.string({ unit: 'binary', maxLength: 20 }),
);
/** A text as somebody might type it: right most of the time, else blank or anything at all. */
const text = (right: fc.Arbitrary<string>) =>
  fc.oneof({ weight: 6, arbitrary: right }, { weight: 2, arbitrary: blank }, { weight: 1, arbitrary: wrong });
const several = text(addresses({ min: 1, max: 3 }).map((list) => list.join(', ')));
const shared = text(
  fc.constantFrom(ALIAS, ` ${ALIAS.toUpperCase()}\n`, `old@${OUTSIDE}`, 'other@a.co', `${ALIAS} two@a.co`),
);

/** An edit by chance: most purposes are left alone, and some of what is typed is refused. */
export const edit = (): fc.Arbitrary<SheetEdit> =>
  fc
    .tuple(
      fc.record({
        alert: fc.array(userId, { maxLength: 3 }),
        'tech-emergency': several,
        'tech-non-emergency': several,
        'ops-merchant': several,
        'ops-platform': several,
        'ops-users': shared,
        'support-hours': supportWindows({ max: 2 }),
      }),
      fc.subarray([...PURPOSES], { minLength: 1, maxLength: 4 }),
    )
    .map(([typed, purposes]): SheetEdit => Object.fromEntries(purposes.map((purpose) => [purpose, typed[purpose]])));
