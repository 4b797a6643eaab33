import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Account } from '../../src/domain/account.ts';
import type { Standing } from '../../src/domain/person.ts';
import { section } from '../../src/slack/block-kit.ts';
import { AudienceError } from '../../src/slack/surface.ts';
import { type Viewer, viewerOf } from '../../src/slack/viewer.ts';
import { NOW, person, SCENES } from './scenes.ts';
import { type Render, SURFACES } from './surfaces.ts';

/** A mailbox that is nothing else: wherever this word turns up, and however it is written, the value has leaked. */
const secret = fc.stringMatching(/^[a-z]{12}$/).map((word) => `zq${word}`);
const addresses = fc.uniqueArray(
  secret.map((word) => `${word}@internal.example`),
  { maxLength: 10 },
);

const account: fc.Arbitrary<Account> = fc
  .record({
    size: fc.constantFrom('empty' as const, 'usual' as const, 'largest' as const),
    environment: fc.constantFrom('sandbox' as const, 'production' as const),
    internal: fc.record({
      'tech-emergency': addresses,
      'tech-non-emergency': addresses,
      'ops-merchant': addresses,
      'ops-platform': addresses,
      alert: fc.uniqueArray(
        secret.map((word) => word.toUpperCase()),
        { maxLength: 5 },
      ),
    }),
  })
  .map(({ size, environment, internal }) => {
    const whole = SCENES[size].account;
    return { ...whole, environment, sheet: { ...whole.sheet, ...internal } };
  });

const OUTSIDERS: [string, Standing][] = [
  ['a guest', 'guest'],
  ['somebody of another company', 'stranger'],
  ['a colleague without access', 'member'],
  ['somebody deactivated', 'deactivated'],
  ['a bot', 'bot'],
];

const internals = ({ sheet }: Account): string[] =>
  [
    sheet['tech-emergency'],
    sheet['tech-non-emergency'],
    sheet['ops-merchant'],
    sheet['ops-platform'],
    sheet.alert,
  ].flat();

/** The internal values that a third party finds in what is rendered; null if the surface refuses to render for them. */
function leaked(render: Render, shown: Account, viewer: Viewer): string[] | null {
  let surface: string;
  try {
    const scene = { account: shown, accounts: [shown, SCENES.usual.account], now: NOW, notice: [] };
    surface = JSON.stringify(render(scene, viewer)).toLowerCase();
  } catch (error) {
    if (error instanceof AudienceError) return null;
    throw error;
  }
  return internals(shown).filter((value) => surface.includes(value.toLowerCase().replace(/@.*/, '')));
}

describe.each(OUTSIDERS)('R12: what %s sees', (_, standing) => {
  it.each(Object.entries(SURFACES))('holds no internal contact in %s', (_name, render) => {
    fc.assert(
      fc.property(account, fc.constantFrom('en-US', 'pt-BR'), (shown, locale) => {
        const viewer = viewerOf(person('UOUTSIDER', locale, standing), shown, NOW);
        expect(leaked(render, shown, viewer) ?? []).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

it('R12: lets a third party see some surfaces, and refuses every one that shows a sheet', () => {
  const { account: shown } = SCENES.usual;
  const viewer = viewerOf(person('UOUTSIDER', 'en-US', 'guest'), shown, NOW);
  const refused = Object.keys(SURFACES).filter((name) => leaked(SURFACES[name] as Render, shown, viewer) === null);
  expect(refused.sort()).toMatchInlineSnapshot(`
    [
      "access.attention",
      "access.card approved",
      "access.card denied",
      "access.card expired",
      "access.card pending",
      "access.card withdrawn",
      "access.change",
      "access.decide",
      "access.decided",
      "access.decided approved",
      "access.decided denied",
      "access.decided expired",
      "access.decided own",
      "access.decided pending",
      "access.decided withdrawn",
      "access.grant",
      "access.grant added",
      "access.grant pending",
      "access.reminder",
      "access.route",
      "access.route chosen",
      "access.take",
      "access.take own",
      "access.welcome",
      "account.list",
      "account.list pick",
      "brand.save",
      "contact.save",
      "contact.save conflict",
      "contact.save resumed",
      "contact.saved",
      "contact.saved unlocked",
      "contact.status",
      "history.message",
      "home",
      "home list",
      "hours.save",
      "hours.save conflict",
      "hours.save one more",
      "hours.save resumed",
      "launch.confirm",
      "launch.done",
    ]
  `);
});

describe('R12: the property itself', () => {
  const PLANTED: [string, Render][] = [
    ['text', ({ account }) => ({ text: `Call ${account.sheet['ops-platform'][0]}`, blocks: [] })],
    ['a block', ({ account }) => ({ text: 'Call us.', blocks: [section(account.sheet['ops-platform'].join())] })],
    ['metadata', ({ account }) => modal({ private_metadata: JSON.stringify(account.sheet) })],
    [
      'a block id',
      ({ account }) => modal({ blocks: [{ ...section('x'), block_id: account.sheet['ops-platform'][0] }] }),
    ],
    [
      'an initial value in capitals',
      ({ account }) => modal({ external_id: account.sheet['tech-emergency'].join().toUpperCase() }),
    ],
    [
      'a mention of an alert contact',
      ({ account }) => ({ text: account.sheet.alert.map((id) => `<@${id}>`).join(), blocks: [] }),
    ],
    [
      'a mailbox without its domain',
      ({ account }) => ({ text: String(account.sheet['ops-merchant'][0]).split('@')[0] as string, blocks: [] }),
    ],
  ];

  it.each(PLANTED)('finds a planted leak in %s', (_, render) => {
    const outcome = fc.check(
      fc.property(account, (shown) => {
        const viewer = viewerOf(person('UOUTSIDER', 'en-US', 'guest'), shown, NOW);
        expect(leaked(render, shown, viewer) ?? []).toEqual([]);
      }),
    );
    expect(outcome.failed).toBe(true);
  });
});

const modal = (more: object) =>
  ({ type: 'modal', title: { type: 'plain_text', text: 'x' }, blocks: [], ...more }) as never;
