import { describe, expect, it } from 'vitest';
import type { Account } from '../../src/domain/account.ts';
import { decideEdit, type Refusal, type SheetEdit } from '../../src/domain/edit.ts';
import type { AddressPurpose, Purpose } from '../../src/domain/purpose.ts';
import { EMPTY_SHEET, isLocked } from '../../src/domain/sheet.ts';
import {
  ALIAS,
  answering,
  BRUNO,
  brand,
  complete,
  EVERYBODY,
  FULL_SHEET,
  frozen,
  HOUR,
  incomplete,
  known,
  later,
  launched,
  member,
  NOW,
  OUTSIDERS,
  supportWindow,
} from './build.ts';

const decide = (account: Account, edit: SheetEdit, people = EVERYBODY) =>
  decideEdit(frozen(account), frozen(edit), people, NOW);

const CONTACTS: SheetEdit = {
  'tech-emergency': 'oncall@harvest.example',
  'tech-non-emergency': 'api@harvest.example, dev@harvest.example',
  'ops-merchant': 'merchants@harvest.example',
  'ops-platform': 'escalation@harvest.example',
  'ops-users': ALIAS,
};
const HOURS: SheetEdit = { 'support-hours': FULL_SHEET['support-hours'] };
/** An account in sandbox that lacks the hours alone. */
const almost = answering(complete(), { 'support-hours': [] });

describe('a save', () => {
  it('R18: of a part is kept, names what is missing and does not unlock', () => {
    expect(decide(incomplete(), { 'tech-emergency': 'oncall@harvest.example' })).toEqual({
      kind: 'accepted',
      sheet: { ...EMPTY_SHEET, 'tech-emergency': ['oncall@harvest.example'] },
      changed: ['tech-emergency'],
      missing: ['tech-non-emergency', 'ops-merchant', 'ops-platform', 'ops-users', 'support-hours'],
      unlocks: false,
    });
  });

  it('R18: with required blanks is accepted, and so is taking back what was given, as long as it is not complete', () => {
    const blank = { 'tech-emergency': '', 'tech-non-emergency': ' \n', 'ops-platform': '', 'ops-users': '', alert: [] };
    expect(decide(incomplete(), blank)).toMatchObject({ kind: 'accepted', changed: [], unlocks: false });
    expect(decide(almost, { 'tech-emergency': '' })).toMatchObject({ kind: 'accepted', changed: ['tech-emergency'] });
  });

  it.each<[string, Account, SheetEdit, boolean]>([
    ['of everything at once', incomplete(), { ...CONTACTS, ...HOURS }, true],
    ['of the hours, last', almost, HOURS, true],
    ['of the contacts, last', answering(incomplete(), HOURS as object), CONTACTS, true],
    ['of all but the hours', incomplete(), CONTACTS, false],
    ['to a complete account', complete(), { 'tech-emergency': 'other@harvest.example' }, false],
    ['to a launched account that lacked something', answering(launched(), { 'ops-merchant': [] }), CONTACTS, false],
  ])('R19: %s unlocks only if it completes the last item', (_, account, edit, unlocks) => {
    const decision = decide(account, edit);
    expect(decision).toMatchObject({ kind: 'accepted', unlocks });
    if (unlocks && decision.kind === 'accepted') expect(isLocked({ ...account, sheet: decision.sheet })).toBe(false);
  });

  it('R2: belongs to the account: nothing in it says who saved, and whoever has access next completes it', () => {
    const first = decide(incomplete(), CONTACTS);
    if (first.kind !== 'accepted') throw new Error('refused');
    const next = incomplete({ sheet: first.sheet, members: [member('UCHLOE', 'editor')] });
    expect(decide(next, HOURS)).toMatchObject({ unlocks: true, missing: [] });
  });

  it('R21: of a form as it came back changes nothing', () => {
    const { alert, 'support-hours': hours } = launched().sheet;
    expect(decide(launched(), { ...CONTACTS, alert, 'support-hours': hours })).toMatchObject({
      changed: [],
      sheet: launched().sheet,
    });
  });

  it('R21: names only what it changes, in the order of the form', () => {
    const edit = {
      ...CONTACTS,
      'support-hours': [supportWindow({ zone: 'UTC' })],
      'tech-emergency': 'b@x.co',
      alert: ['UANA'],
    };
    expect(decide(launched(), edit)).toMatchObject({ changed: ['alert', 'tech-emergency', 'support-hours'] });
  });

  it('is refused as a whole, with a reason for each purpose that is wrong', () => {
    const edit = { ...CONTACTS, alert: ['UANA'], 'tech-emergency': 'nope', 'ops-users': 'other@x.co' };
    expect(decide(incomplete(), edit)).toEqual({
      kind: 'refused',
      refusals: {
        alert: { reason: 'only-in-production' },
        'tech-emergency': { reason: 'not-an-address', text: 'nope' },
        'ops-users': { reason: 'not-the-alias', expected: ALIAS },
      },
    });
  });
});

const refusalOf = (
  account: Account,
  purpose: Purpose,
  answer: unknown,
  people = EVERYBODY,
): Refusal | 'accepted' | undefined => {
  const decision = decide(account, { [purpose]: answer }, people);
  return decision.kind === 'accepted' ? 'accepted' : decision.refusals[purpose];
};

describe('the merchant contact', () => {
  it.each([
    ['is refused', ['menu-feed'], 'm@x.co', { reason: 'not-available' }],
    ['is refused', [], 'm@x.co', { reason: 'not-available' }],
    ['is refused', ['drone-delivery'], 'm@x.co', { reason: 'not-available' }],
    ['is refused, whatever is wrong with it', ['menu-feed'], 'nope', { reason: 'not-available' }],
    ['may be blank', ['menu-feed'], ' ', 'accepted'],
    ['may be given', ['waitlist'], 'm@x.co', 'accepted'],
    ['may be blank', ['waitlist'], '', 'accepted'],
    ['may be given', ['menu-feed', 'reservations'], 'm@x.co', 'accepted'],
    ['must not be taken away', ['menu-feed', 'reservations'], '', { reason: 'would-be-missing' }],
  ])('R4: %s with the integrations %j: %j', (_, integrations, text, refusal) => {
    expect(refusalOf(complete({ integrations }), 'ops-merchant', text)).toEqual(refusal);
  });

  it('R4: of a complete sheet is missing when a new integration requires it', () => {
    const before = answering(complete({ integrations: ['waitlist'] }), { 'ops-merchant': [] });
    const after = { ...before, integrations: ['waitlist', 'reservations'] };
    expect(decide(after, { 'tech-emergency': 'b@x.co' })).toMatchObject({
      kind: 'accepted',
      missing: ['ops-merchant'],
    });
  });
});

describe('alert contacts', () => {
  const bystander = (standing: 'guest' | 'stranger' | 'bot' | 'deactivated') => {
    const { userId, name } = OUTSIDERS[standing];
    return [userId, { reason: 'not-a-member', userId, name, standing }] as const;
  };
  const noAccess = { reason: 'not-a-member', userId: 'UDIEGO', name: 'Diego Sá', standing: 'member' };
  it.each([
    ['a guest', ...bystander('guest')],
    ['a stranger', ...bystander('stranger')],
    ['a bot', ...bystander('bot')],
    ['somebody who has left', ...bystander('deactivated')],
    ['a colleague who was never a member, is one of another account, or was revoked', 'UDIEGO', noAccess],
    [
      'an id that nobody knows',
      'UNOBODY',
      { reason: 'not-a-member', userId: 'UNOBODY', name: null, standing: 'stranger' },
    ],
  ])('R5: refuse %s, naming the person and the reason', (_, userId, refusal) => {
    expect(refusalOf(launched(), 'alert', ['UANA', userId, 'UBRUNO'])).toEqual(refusal);
  });

  it('R5: refuse a member who is deactivated, turned into a guest or unknown to Slack since', () => {
    for (const standing of ['deactivated', 'guest'] as const) {
      expect(refusalOf(launched(), 'alert', ['UBRUNO'], known({ ...BRUNO, standing }))).toMatchObject({
        name: 'Bruno Reis',
        standing,
      });
    }
    expect(refusalOf(launched(), 'alert', ['UBRUNO'], known())).toMatchObject({
      userId: 'UBRUNO',
      standing: 'stranger',
    });
  });

  it.each([
    ['for good', null, 'accepted'],
    ['until later', later(HOUR), 'accepted'],
    ['until this moment', NOW, noAccess],
  ])('R5, A7: take a member whose access lasts %s', (_, endsAt, refusal) => {
    const account = launched({ members: [member('UANA', 'admin'), member('UDIEGO', 'viewer', endsAt)] });
    expect(refusalOf(account, 'alert', ['UDIEGO'])).toEqual(refusal);
  });

  it('R5: take members of every role, each once, in the order chosen', () => {
    const decision = decide(launched(), { alert: ['UCHLOE', 'UANA', 'UCHLOE', 'UBRUNO'] });
    expect(decision).toMatchObject({ kind: 'accepted', sheet: { alert: ['UCHLOE', 'UANA', 'UBRUNO'] } });
  });

  it.each([
    ['can be set only in production', complete(), ['UANA'], { reason: 'only-in-production' }],
    ['are refused in sandbox before anybody is named', complete(), ['UGUEST'], { reason: 'only-in-production' }],
    ['may be left blank in sandbox', complete(), [], 'accepted'],
  ])('R7: %s', (_, account, alert, refusal) => {
    expect(refusalOf(account, 'alert', alert)).toEqual(refusal);
  });
});

describe('the contact that is shared with users', () => {
  /** The alias has changed under a complete sheet. */
  const drifted = complete({ brands: [brand({ supportAlias: 'new@x.co' })] });
  const expected = (alias: string) => ({ reason: 'not-the-alias', expected: alias });
  it.each([
    ['takes the alias', complete(), ALIAS, 'accepted'],
    ['takes the alias with space around it, in other case', complete(), ` ${ALIAS.toUpperCase()}\n`, 'accepted'],
    ['takes the alias as Slack links it', complete(), `<mailto:${ALIAS}|${ALIAS}>`, 'accepted'],
    ['refuses another address and says which is expected', complete(), 'other@harvest.example', expected(ALIAS)],
    ['refuses a plus-address of the alias', complete(), 'help+1@harvest.example', expected(ALIAS)],
    ['refuses a look-alike of the alias', complete(), 'he1p@harvest.example', expected(ALIAS)],
    ['refuses the alias beside another address', complete(), `${ALIAS}, other@x.co`, { reason: 'exactly-one' }],
    ['refuses the alias twice', complete(), `${ALIAS} ${ALIAS}`, { reason: 'duplicate-address', text: ALIAS }],
    ['asks for a default brand first', incomplete({ defaultBrandId: null }), ALIAS, { reason: 'no-alias' }],
    [
      'asks for the alias first',
      incomplete({ brands: [brand({ supportAlias: null })] }),
      ALIAS,
      { reason: 'no-alias' },
    ],
    ['may be left blank without a brand', incomplete({ brands: [], defaultBrandId: null }), '', 'accepted'],
    ['refuses an alias from before the last change', drifted, 'older@x.co', expected('new@x.co')],
    [
      'refuses the alias from before a change, brought back',
      answering(drifted, { 'ops-users': ['new@x.co'] }),
      ALIAS,
      expected('new@x.co'),
    ],
    ['lets a drifted alias be that nobody touched', drifted, ALIAS, 'accepted'],
    ['lets a shared address be when the default brand is gone', complete({ defaultBrandId: null }), ALIAS, 'accepted'],
    ['refuses a drifted alias beside another address', drifted, `${ALIAS} b@x.co`, { reason: 'exactly-one' }],
    ['takes the alias since a change', drifted, 'new@x.co', 'accepted'],
  ])('R11: %s', (_, account, text, refusal) => {
    expect(refusalOf(account, 'ops-users', text)).toEqual(refusal);
  });

  it('R11: stays as it is when the alias has changed and somebody saves something else', () => {
    const others = { 'tech-emergency': 'b@x.co', 'ops-users': ALIAS };
    const saved = { kind: 'accepted', changed: ['tech-emergency'], sheet: { 'ops-users': [ALIAS] } };
    expect(decide(drifted, { 'tech-emergency': 'b@x.co' })).toMatchObject(saved);
    expect(decide(drifted, others)).toMatchObject(saved);
  });
});

describe('a complete sheet', () => {
  const blank = { reason: 'would-be-missing' };
  const required: Purpose[] = [
    'tech-emergency',
    'tech-non-emergency',
    'ops-merchant',
    'ops-platform',
    'ops-users',
    'support-hours',
  ];
  it.each([
    ...required.map((purpose) => [purpose, complete()] as const),
    ...(['alert', ...required] as Purpose[]).map((purpose) => [purpose, launched()] as const),
  ])('R22: cannot lose %s by an edit; the field says why', (purpose, account) => {
    const nothing = purpose === 'alert' || purpose === 'support-hours' ? [] : ' ';
    expect(refusalOf(account, purpose, nothing)).toEqual(blank);
  });

  it('R22: in production keeps what it still has while the world has taken something else', () => {
    const needy = answering(launched(), { alert: [] });
    expect(refusalOf(needy, 'tech-emergency', '')).toEqual(blank);
    expect(decide(needy, { alert: [], 'tech-emergency': 'b@x.co' })).toMatchObject({
      kind: 'accepted',
      missing: ['alert'],
    });
  });

  it.each<AddressPurpose>(['tech-emergency', 'tech-non-emergency', 'ops-merchant', 'ops-platform'])(
    'R22: can have %s replaced',
    (purpose) => {
      expect(decide(launched(), { [purpose]: 'new@x.co' })).toMatchObject({
        changed: [purpose],
        missing: [],
        sheet: { [purpose]: ['new@x.co'] },
      });
    },
  );
});
