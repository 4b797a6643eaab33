import type { Member } from '../../src/domain/access.ts';
import type { Account } from '../../src/domain/account.ts';
import { LONGEST_LIST, MOST_ADDRESSES } from '../../src/domain/address.ts';
import { DAYS, MOST_WINDOWS, type SupportWindow } from '../../src/domain/hours.ts';
import { INTEGRATION_TYPES } from '../../src/domain/integration.ts';
import type { Person, Standing } from '../../src/domain/person.ts';
import { EMPTY_SHEET } from '../../src/domain/sheet.ts';
import { type Viewer, viewerOf } from '../../src/slack/viewer.ts';
import type { Scene } from './surfaces.ts';

export const NOW = new Date('2026-03-02T12:00:00Z');

export const person = (userId: string, locale = 'en-US', standing: Standing = 'member'): Person => ({
  userId,
  name: 'Ana Conceição',
  standing,
  locale,
  zone: 'America/Sao_Paulo',
  isOwner: false,
});

const member = (userId: string, role: Member['role'], endsAt: Date | null = null): Member => ({ userId, role, endsAt });

const EMPTY: Account = {
  id: 'acc0000000000000',
  teamId: 'T1HOME',
  name: 'Harvest Table',
  environment: 'sandbox',
  revision: 0,
  brands: [{ id: 'brand00000000000', name: 'Harvest Table', supportAlias: null }],
  defaultBrandId: 'brand00000000000',
  integrations: ['ordering-end-to-end'],
  members: [member('UANA', 'admin')],
  sheet: EMPTY_SHEET,
  launchedAt: null,
  adminChannelId: null,
  confirmed: null,
};

const WEEK: SupportWindow[] = [
  { zone: 'America/Sao_Paulo', days: [1, 2, 3, 4, 5], start: 540, end: 1080 },
  { zone: 'America/New_York', days: [5, 6], start: 1320, end: 360 },
  { zone: 'Asia/Kathmandu', days: DAYS, start: 0, end: 0 },
];

const USUAL: Account = {
  ...EMPTY,
  revision: 7,
  brands: [{ id: 'brand00000000000', name: 'Harvest Table', supportAlias: 'help@harvest.example' }],
  members: [member('UANA', 'admin'), member('UBRUNO', 'editor'), member('UCHEN', 'viewer', new Date('2026-06-30'))],
  sheet: {
    alert: [],
    'tech-emergency': ['oncall@harvest.example'],
    'tech-non-emergency': ['api@harvest.example', 'dev@harvest.example'],
    'ops-merchant': ['merchants@harvest.example'],
    'ops-platform': ['escalations@harvest.example'],
    'ops-users': ['help@harvest.example'],
    'support-hours': WEEK,
  },
};

/** As long as an address can be, and ten of them fit into a field. */
const longAddress = (place: number): string =>
  `${`${place}`.padEnd(64, 'x')}@${'d'.repeat(61)}.${'e'.repeat(61)}.${'f'.repeat(61)}.io`.slice(0, 254);
const TEN = Array.from({ length: MOST_ADDRESSES }, (_, place) => longAddress(place));
const LONG_NAME = 'W&<'.repeat(20);
const MANY: Member[] = Array.from({ length: 130 }, (_, n) =>
  member(`U0LARGEST${String(n).padStart(3, '0')}`, n < 60 ? 'admin' : 'viewer', new Date('2026-12-31')),
);

const LARGEST: Account = {
  ...EMPTY,
  name: LONG_NAME,
  environment: 'production',
  revision: Number.MAX_SAFE_INTEGER,
  brands: [{ id: 'brand00000000000', name: LONG_NAME, supportAlias: longAddress(11) }],
  integrations: INTEGRATION_TYPES,
  members: [member('UANA', 'admin'), ...MANY],
  sheet: {
    alert: MANY.map(({ userId }) => userId),
    'tech-emergency': TEN,
    'tech-non-emergency': TEN,
    'ops-merchant': TEN,
    'ops-platform': TEN,
    'ops-users': [longAddress(0)],
    'support-hours': Array.from({ length: MOST_WINDOWS }, (_, n) => ({
      zone: 'America/Argentina/ComodRivadavia',
      days: [1, 3, 5, 7] as const,
      start: 600 + n,
      end: 599,
    })),
  },
  launchedAt: NOW,
};

/** The three sizes in which every surface is rendered. */
export const SCENES: Record<'empty' | 'usual' | 'largest', Scene> = {
  empty: { account: EMPTY, accounts: [EMPTY], now: NOW, notice: [] },
  usual: {
    account: USUAL,
    accounts: [USUAL, { ...EMPTY, id: 'acc0000000000001', name: 'Blue Fig' }],
    now: NOW,
    notice: ['*Saved.* Still missing: Support hours.'],
  },
  largest: {
    account: LARGEST,
    accounts: Array.from({ length: 500 }, (_, n) => ({ ...LARGEST, id: `acc${String(n).padStart(13, '0')}` })),
    now: NOW,
    notice: Array.from({ length: 6 }, () => 'x'.repeat(LONGEST_LIST)),
  },
};

/** A scene in which somebody of this role looks on, and their eyes. */
export function seenBy(scene: Scene, role: Member['role'], locale: string): { scene: Scene; viewer: Viewer } {
  const joined = (account: Account): Account => ({
    ...account,
    members: [...account.members, member('UVIEWING', role)],
  });
  const seen = { ...scene, account: joined(scene.account), accounts: scene.accounts.map(joined) };
  return { scene: seen, viewer: viewerOf(person('UVIEWING', locale), seen.account, NOW) };
}
