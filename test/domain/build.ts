import type { Member, Role } from '../../src/domain/access.ts';
import type { Account, Brand } from '../../src/domain/account.ts';
import { MOST_ADDRESSES } from '../../src/domain/address.ts';
import { DAYS, MOST_WINDOWS, type SupportWindow } from '../../src/domain/hours.ts';
import { INTEGRATION_TYPES } from '../../src/domain/integration.ts';
import type { Person, Standing } from '../../src/domain/person.ts';
import { EMPTY_SHEET, type Sheet } from '../../src/domain/sheet.ts';
import { zones } from '../../src/domain/zone.ts';

/** Values that tests begin with. Every function takes the facts that matter to the test and fills in the rest. */

export const NOW = new Date('2026-03-02T12:00:00Z');
export const HOUR = 60 * 60 * 1000;
export const later = (milliseconds: number): Date => new Date(NOW.getTime() + milliseconds);

/** The support alias of the default brand. */
export const ALIAS = 'help@harvest.example';

export const person = (userId: string, facts: Partial<Person> = {}): Person => ({
  userId,
  name: userId,
  standing: 'member',
  locale: 'en-US',
  zone: 'America/New_York',
  isOwner: false,
  ...facts,
});

/** The admin, the editor and the viewer of the accounts below, and a colleague without access. */
export const ANA = person('UANA', { name: 'Ana Lima' });
export const BRUNO = person('UBRUNO', { name: 'Bruno Reis', locale: 'pt-BR', zone: 'America/Sao_Paulo' });
export const CHLOE = person('UCHLOE', { name: 'Chloé Park', zone: 'Asia/Kolkata' });
export const DIEGO = person('UDIEGO', { name: 'Diego Sá' });
/** People who can never be members, by what they are. */
export const OUTSIDERS: Record<Exclude<Standing, 'member'>, Person> = {
  guest: person('UGUEST', { name: 'Gil Guest', standing: 'guest' }),
  stranger: person('USTRANGER', { name: 'Stella Stranger', standing: 'stranger' }),
  bot: person('UBOT', { name: 'Deploy Bot', standing: 'bot' }),
  deactivated: person('UGONE', { name: 'Gus Gone', standing: 'deactivated' }),
};

export const known = (...people: Person[]): ReadonlyMap<string, Person> =>
  new Map(people.map((one) => [one.userId, one]));
export const EVERYBODY = known(ANA, BRUNO, CHLOE, DIEGO, ...Object.values(OUTSIDERS));

export const member = (userId: string, role: Role = 'viewer', endsAt: Date | null = null): Member => ({
  userId,
  role,
  endsAt,
});

export const brand = (facts: Partial<Brand> = {}): Brand => ({
  id: 'brand-1',
  name: 'Harvest Table',
  supportAlias: ALIAS,
  ...facts,
});

export const supportWindow = (facts: Partial<SupportWindow> = {}): SupportWindow => ({
  zone: 'America/New_York',
  days: [1, 2, 3, 4, 5],
  start: 9 * 60,
  end: 18 * 60,
  ...facts,
});

/** Answers all that sandbox asks of an account whose merchant contact is required. */
export const FULL_SHEET: Sheet = {
  alert: [],
  'tech-emergency': ['oncall@harvest.example'],
  'tech-non-emergency': ['api@harvest.example', 'dev@harvest.example'],
  'ops-merchant': ['merchants@harvest.example'],
  'ops-platform': ['escalation@harvest.example'],
  'ops-users': [ALIAS],
  'support-hours': [supportWindow()],
};

/** A new account: in sandbox, with its first brand and integration, and nothing on its sheet. */
export const incomplete = (facts: Partial<Account> = {}): Account => ({
  id: 'account-1',
  teamId: 'T1HOME',
  name: 'Harvest Table',
  environment: 'sandbox',
  revision: 1,
  brands: [brand()],
  defaultBrandId: 'brand-1',
  integrations: ['ordering-end-to-end'],
  members: [member('UANA', 'admin'), member('UBRUNO', 'editor'), member('UCHLOE')],
  sheet: EMPTY_SHEET,
  launchedAt: null,
  adminChannelId: null,
  confirmed: null,
  ...facts,
});

/** An account in sandbox whose sheet is complete: unlocked, ready to launch. */
export const complete = (facts: Partial<Account> = {}): Account =>
  incomplete({ sheet: FULL_SHEET, confirmed: CONFIRMED, ...facts });

/** As Ana confirmed it when she completed it. */
const CONFIRMED = { at: new Date('2026-02-01T09:00:00Z'), by: 'UANA', until: new Date('2026-05-02T09:00:00Z') };

/** An account in production that lacks nothing. */
export const launched = (facts: Partial<Account> = {}): Account =>
  complete({
    environment: 'production',
    launchedAt: new Date('2026-02-01T09:00:00Z'),
    sheet: { ...FULL_SHEET, alert: ['UANA', 'UBRUNO'] },
    ...facts,
  });

/** The same account with other answers for some purposes. */
export const answering = (account: Account, answers: Partial<Sheet>): Account => ({
  ...account,
  sheet: { ...account.sheet, ...answers },
});

/** The longest name there is, of characters that every escaping makes longer. */
export const LONGEST_NAME = '&<>'.repeat(20);
const MANY_PEOPLE = 60;
const MANY_BRANDS = 20;
const longestZone = zones().reduce((longest, zone) => (zone.length > longest.length ? zone : longest));

/** The nth of the longest addresses that there are: 254 characters. */
export const longestAddress = (nth: number): string =>
  `${String(nth).padStart(64, 'm')}@${'d'.repeat(63)}.${'e'.repeat(63)}.${'f'.repeat(57)}.com`;

const longestAddresses = (first: number): string[] =>
  Array.from({ length: MOST_ADDRESSES }, (_, place) => longestAddress(first + place));

/** A launched account with as much of everything as the domain allows, where it allows anything, a great deal. */
export function largest(facts: Partial<Account> = {}): Account {
  const userIds = Array.from({ length: MANY_PEOPLE }, (_, place) => `U${String(place).padStart(10, '0')}`);
  const alias = longestAddress(90);
  return launched({
    name: LONGEST_NAME,
    brands: Array.from({ length: MANY_BRANDS }, (_, place) =>
      brand({ id: `brand-${place + 1}`, name: LONGEST_NAME, supportAlias: alias }),
    ),
    integrations: INTEGRATION_TYPES,
    members: userIds.map((userId, place) => member(userId, (['admin', 'editor', 'viewer'] as const)[place % 3])),
    sheet: {
      alert: userIds,
      'tech-emergency': longestAddresses(10),
      'tech-non-emergency': longestAddresses(20),
      'ops-merchant': longestAddresses(30),
      'ops-platform': longestAddresses(40),
      'ops-users': [alias],
      'support-hours': Array.from({ length: MOST_WINDOWS }, (_, place) =>
        supportWindow({ zone: longestZone, days: DAYS, start: 23 * 60 + place, end: 22 * 60 + 59 }),
      ),
    },
    ...facts,
  });
}

/** The value, and all that is in it, as it is: whoever writes to it throws. */
export function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !(value instanceof Date)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) frozen(inner);
  }
  return value;
}
